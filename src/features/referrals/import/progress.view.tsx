import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { ImportState } from './imports.queries.ts';
import { StatusBadge } from './status-badge.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly state: ImportState;
  readonly mayImport: boolean;
};

/** Where an import has got to, and what came of it. */
export function ProgressPage({ shell, state, mayImport }: Props): Html {
  const isOn = ['judging', 'queued', 'running', 'making'].includes(state.status);
  return (
    <Page
      title={state.status === 'judging' ? 'Reading the list' : 'Importing the list'}
      shell={shell}
      back={{ href: urls.referrals.imports, text: 'Lists' }}
      asksAgain={isOn}
    >
      <h1 class="govuk-heading-l">{state.fileName}</h1>
      <p class="govuk-body" data-live>
        <StatusBadge status={state.status} />
      </p>
      <div role="status" data-live>
        <Words state={state} />
      </div>
      {isOn ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.referrals.progress(state.id)}>
            Look again
          </a>
        </p>
      ) : null}
      <Next state={state} mayImport={mayImport} />
    </Page>
  );
}

function Words({ state }: { readonly state: ImportState }): Html {
  const { status, done, total, counts, error } = state;
  if (status === 'judging')
    return (
      <>
        <p class="govuk-body">
          {total > 0
            ? `Row ${done} of ${total}.`
            : 'The rows are read and compared with the record.'}{' '}
          Nothing is made yet.
        </p>
        <p class="govuk-body fh-quiet">
          You may leave this page and find the list again under Lists.
        </p>
      </>
    );
  if (status === 'queued')
    return <p class="govuk-body">The list of {total} rows waits for its turn.</p>;
  if (status === 'running' || status === 'making')
    return (
      <>
        <p class="govuk-body">
          {status === 'running'
            ? `Each row is tried first: ${done} of ${total}. Nothing is made yet; if one row fails, nothing will be.`
            : `Every row was tried. ${done} of ${total} are in; the others follow in a moment.`}
        </p>
        <progress class="fh-progress" max={total} {...(done > 0 ? { value: done } : {})}>
          {done} of {total}
        </progress>
        <p class="govuk-body fh-quiet">
          You may leave this page: the import goes on. If Foothold is stopped meanwhile, the import
          goes on by itself when Foothold starts, and makes no row twice.
        </p>
      </>
    );
  if (status === 'stopped')
    return (
      <p class="govuk-body">
        <strong>
          {done} of {total} rows are in, the others are not.
        </strong>{' '}
        {error}. Go on with the import to bring in the others: no row is made twice. The list row by
        row says which are in.
      </p>
    );
  if (status === 'failed')
    return (
      <p class="govuk-body">
        <strong>Nothing was made.</strong> {error}.
      </p>
    );
  if (status === 'previewed')
    return (
      <p class="govuk-body">All {total} rows are compared with the record. Nothing is made yet.</p>
    );
  return (
    <>
      <p class="govuk-body">
        Imported {state.finishedAt ? formatInstant(state.finishedAt) : ''}: all {total} rows are
        dealt with, and the uploaded file is emptied.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {sumLines(counts).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Next({ state, mayImport }: Pick<Props, 'state' | 'mayImport'>): Html {
  const { status, counts, id } = state;
  return (
    <div class="fh-actions">
      {status === 'done' && (counts?.newHolds ?? 0) > 0 ? (
        <Button text="Decide the held rows" href={urls.referrals.holds} />
      ) : null}
      {status === 'stopped' && mayImport ? (
        <PostForm action={urls.referrals.start(id)}>
          <Button text="Go on with the import" preventDoubleClick={true} />
        </PostForm>
      ) : null}
      {status === 'previewed' ? (
        <Button text="See what the list will make" href={urls.referrals.preview(id)} />
      ) : null}
      {status === 'done' ? (
        <a class="govuk-link" href={urls.referrals.inbox}>
          Go to the referrals
        </a>
      ) : null}
      {counts && status !== 'previewed' ? (
        <a class="govuk-link" href={urls.referrals.preview(id)}>
          See it row by row
        </a>
      ) : null}
      {status === 'failed' && mayImport ? (
        <a class="govuk-link" href={urls.referrals.upload}>
          Upload the mended list
        </a>
      ) : null}
    </div>
  );
}

function sumLines(counts: ImportState['counts']): readonly string[] {
  const say = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  return [
    say(counts?.newChildren ?? 0, 'new record', 'new records'),
    say(counts?.newReferrals ?? 0, 'new referral', 'new referrals'),
    say(
      counts?.addedOffences ?? 0,
      'row added an offence to a referral',
      'rows added an offence to a referral',
    ),
    say(
      counts?.newHolds ?? 0,
      'row waits for a person to decide',
      'rows wait for a person to decide',
    ),
    say(counts?.refuse ?? 0, 'row refused', 'rows refused'),
  ];
}
