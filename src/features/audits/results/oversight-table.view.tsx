import type { OversightView } from '../../../domain/audits/results.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { shareWords } from '../audit-words.ts';

/** What readers judged of management oversight beside what managers had written themselves. */
export function OversightTable({ views }: { readonly views: readonly OversightView[] }): Html {
  return (
    <section aria-labelledby="oversight">
      <h2 class="govuk-heading-m" id="oversight">
        Management oversight: readers’ judgement and managers’ own view
      </h2>
      {views.length === 0 ? (
        <p class="govuk-body">No case has been judged on management oversight yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            Both counts are of the same cases: those where oversight was called for. A manager’s own
            view is the latest one they gave in an entry before the sample was drawn.
          </p>
          <DataTable
            caption="Oversight, judged and claimed"
            rows={views}
            columns={[
              {
                heading: 'Cases',
                cell: ({ cases }) => (cases === 'court' ? 'Court' : 'Out of court'),
              },
              { heading: 'Readers judged it effective', cell: ({ judged }) => shareWords(judged) },
              {
                heading: 'A manager’s entry says it is',
                cell: ({ selfView }) => shareWords(selfView),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
