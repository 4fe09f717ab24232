import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { RowVerdict } from '../../../domain/referrals/judged-row.ts';
import { Button, InsetText } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { ImportState } from './imports.queries.ts';
import { PreviewTable } from './preview-table.view.tsx';
import { verdictWords } from './report-csv.ts';
import type { Counts, ReportRow } from './report-rows.ts';
import { StatusBadge } from './status-badge.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly state: ImportState;
  readonly rows: readonly ReportRow[];
  readonly verdict: string | null;
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly mayImport: boolean;
};

const verdicts = ['create', 'match', 'hold', 'refuse'] as const;

export const isVerdict = (text: string): text is RowVerdict =>
  (verdicts as readonly string[]).includes(text);

/** Row by row what a list will make, or made. */
export function PreviewPage(props: Props): Html {
  const { shell, state, rows, verdict, pageNumber, pageSize, mayImport } = props;
  const { counts, status } = state;
  const isDone = status === 'done';
  const isWaiting = status === 'previewed' || (status === 'failed' && state.hasContent);
  const shown = counts && verdict && isVerdict(verdict) ? counts[verdict] : state.total;
  return (
    <Page
      title={isDone ? 'What the list made' : 'What the list will make'}
      shell={shell}
      back={{ href: urls.referrals.imports, text: 'Lists' }}
    >
      <h1 class="govuk-heading-l">{isDone ? 'What the list made' : 'What the list will make'}</h1>
      <p class="govuk-body">
        {state.fileName} <StatusBadge status={status} />{' '}
        <span class="fh-quiet">
          {isDone && state.finishedAt
            ? `Imported ${formatInstant(state.finishedAt)} by ${state.by ?? 'the command line'}.`
            : `Compared with the record ${formatInstant(state.judgedAt ?? state.createdAt)}.`}
        </span>
      </p>
      {state.notRead.length > 0 ? (
        <InsetText
          children={
            <>
              <p class="govuk-body">Not everything in the file is read as a referral:</p>
              <ul class="govuk-list govuk-list--bullet">
                {state.notRead.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            </>
          }
        />
      ) : null}
      {counts ? <Sum counts={counts} isDone={isDone} /> : null}
      {mayImport && isWaiting ? <Decide state={state} /> : null}
      <Filters state={state} verdict={verdict} />
      <PreviewTable
        rows={rows}
        isDone={isDone}
        decideAt={
          mayImport && isWaiting ? (row: number) => urls.referrals.row(state.id, row) : null
        }
      />
      <Pager
        pages={{
          number: pageNumber,
          hasNext: pageNumber * pageSize < shown,
          href: (page) => urls.referrals.preview(state.id, { show: verdict ?? '', page }),
        }}
      />
    </Page>
  );
}

function Sum({ counts, isDone }: { readonly counts: Counts; readonly isDone: boolean }): Html {
  const { addedOffences, repeated } = counts;
  const cards: readonly (readonly [number, string])[] = [
    [counts.newChildren, isDone ? 'new records made' : 'new records will be made'],
    [counts.newReferrals, isDone ? 'referrals made' : 'referrals will be made'],
    [counts.newHolds, 'held for a person to decide'],
    [counts.refuse, 'refused: back to the sender'],
    ...(addedOffences > 0
      ? [[addedOffences, 'rows that add an offence to a referral'] as const]
      : []),
    ...(repeated > 0
      ? [
          [
            repeated,
            repeated === 1
              ? 'row that came before: nothing new is made'
              : 'rows that came before: nothing new is made',
          ] as const,
        ]
      : []),
  ];
  return (
    <ul class="fh-cards">
      {cards.map(([figure, words]) => (
        <li class="fh-card">
          <span class="fh-card__figure">{figure}</span>
          <p class="govuk-body">{words}</p>
        </li>
      ))}
    </ul>
  );
}

function Decide({ state }: { readonly state: ImportState }): Html {
  return (
    <div class="fh-actions">
      <PostForm action={urls.referrals.start(state.id)}>
        <Button
          text={state.status === 'failed' ? 'Try the import again' : 'Import these rows'}
          preventDoubleClick={true}
        />
      </PostForm>
      <a class="govuk-link" href={urls.referrals.report(state.id)}>
        Download this preview (CSV)
      </a>
      {state.status === 'previewed' ? (
        <a class="govuk-link" href={urls.referrals.mapping(state.id)}>
          Change what the columns mean
        </a>
      ) : null}
      <PostForm action={urls.referrals.preview(state.id)}>
        <input type="hidden" name="do" value="put-aside" />
        <Button text="Put the list aside" classes="govuk-button--secondary" />
      </PostForm>
    </div>
  );
}

function Filters({ state, verdict }: Pick<Props, 'state' | 'verdict'>): Html {
  const all = [
    { value: null, text: 'All', count: state.total },
    ...verdicts.map((value) => ({
      value,
      text: verdictWords[value],
      count: state.counts?.[value] ?? 0,
    })),
  ];
  return (
    <nav class="fh-child__tabs fh-no-print" aria-label="Show rows">
      <ul>
        {all.map(({ value, text, count }) => (
          <li>
            <a
              href={urls.referrals.preview(state.id, { show: value ?? '' })}
              {...(value === verdict ? { 'aria-current': 'page' as const } : {})}
            >
              {text} ({count})
            </a>
          </li>
        ))}
        {state.status === 'done' ? (
          <li>
            <a href={urls.referrals.report(state.id)}>Download the report (CSV)</a>
          </li>
        ) : null}
        {state.status === 'done' ? (
          <li>
            <a href={urls.referrals.acknowledgement(state.id)}>
              Download what goes back to the sender (CSV)
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
