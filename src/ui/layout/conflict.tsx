import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Html } from '../html.ts';
import { DataTable } from './data-table.tsx';

/** One field as each of two people wrote it. */
export type TwoVersions = {
  readonly label: string;
  readonly theirs: string | null;
  readonly yours: string | null;
};

/** What two people wrote, and who of them saved first. */
export type Conflict = {
  readonly fields: readonly TwoVersions[];
  /** Null where no history of the row says so. */
  readonly saved: {
    readonly name: string | null;
    readonly saved_at: Date;
    readonly is_mine: boolean | null;
  } | null;
};

/**
 * Above a form whose row somebody else saved first: who and when, and theirs beside yours. The form below must hold what was
 * typed and the row's newest version, so that saving again is a choice and nothing is lost.
 */
export function ConflictNotice({ conflict }: { readonly conflict: Conflict }): Html {
  const { fields } = conflict;
  const differing = fields.filter(({ theirs, yours }) => (theirs ?? '') !== (yours ?? ''));
  if (fields.length === 0)
    return (
      <section class="fh-conflict" role="alert" aria-labelledby="conflict">
        <h2 class="govuk-heading-m" id="conflict">
          <Who conflict={conflict} did="changed" /> this while you had it open
        </h2>
        <p class="govuk-body">
          <When conflict={conflict} />
          Your answer was not saved. Read it as it stands now, then choose again.
        </p>
      </section>
    );
  return (
    <section class="fh-conflict" role="alert" aria-labelledby="conflict">
      <h2 class="govuk-heading-m" id="conflict">
        <Who conflict={conflict} did="saved" /> this while you were writing
      </h2>
      <p class="govuk-body">
        <When conflict={conflict} />
        Nothing is lost. Below is what is saved now beside what you wrote. The form holds your
        words: change them if you wish, then save again to replace what is there.
      </p>
      <DataTable
        caption="What was saved and what you wrote"
        columns={[
          { heading: 'Field', cell: ({ label }) => label },
          { heading: 'Saved now', cell: ({ theirs }) => written(theirs) },
          { heading: 'What you wrote', cell: ({ yours }) => written(yours) },
        ]}
        rows={differing}
      />
    </section>
  );
}

/** Who saved first, and what they did, as a sentence begins. */
export const Who = (props: { readonly conflict: Conflict; readonly did: string }): Html => {
  const { saved } = props.conflict;
  if (saved?.is_mine) return <>In another window you {props.did}</>;
  return (
    <>
      {saved?.name ?? 'Somebody else'} {props.did}
    </>
  );
};

/** When that was, as a sentence of its own; nothing where it is not known. */
export const When = ({ conflict: { saved } }: { readonly conflict: Conflict }): Html | null =>
  saved && <>It was saved on {formatInstant(saved.saved_at)}. </>;

const written = (words: string | null) => <span class="fh-written">{words || 'Nothing'}</span>;
