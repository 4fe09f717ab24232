import type { Html } from '../html.ts';
import { DataTable } from './data-table.tsx';

/** One field as each of two people wrote it. */
export type TwoVersions = {
  readonly label: string;
  readonly theirs: string | null;
  readonly yours: string | null;
};

/**
 * Above a form whose row somebody else saved first: theirs beside yours. The form below must hold what was typed and the
 * row's newest version, so that saving again is a choice and nothing is lost.
 */
export function ConflictNotice({ fields }: { readonly fields: readonly TwoVersions[] }): Html {
  const differing = fields.filter(({ theirs, yours }) => (theirs ?? '') !== (yours ?? ''));
  if (fields.length === 0)
    return (
      <section class="fh-conflict" role="alert" aria-labelledby="conflict">
        <h2 class="govuk-heading-m" id="conflict">
          Somebody else changed this while you had it open
        </h2>
        <p class="govuk-body">It was not saved. Read it as it stands now, then choose again.</p>
      </section>
    );
  return (
    <section class="fh-conflict" role="alert" aria-labelledby="conflict">
      <h2 class="govuk-heading-m" id="conflict">
        Somebody else saved this while you were writing
      </h2>
      <p class="govuk-body">
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

const written = (words: string | null) => <span class="fh-written">{words || 'Nothing'}</span>;
