import type { OversightView } from '../../domain/audits/results.ts';
import type { Html } from '../../ui/html.ts';
import { shareWords } from './audit-words.ts';

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
          <table class="govuk-table fh-stack-table">
            <caption class="govuk-visually-hidden">Oversight, judged and claimed</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Cases', 'Readers judged it effective', 'A manager’s entry says it is'].map(
                  (text) => (
                    <th scope="col" class="govuk-table__header">
                      {text}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {views.map(({ cases, judged, selfView }) => (
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {cases === 'court' ? 'Court' : 'Out of court'}
                  </th>
                  <td class="govuk-table__cell" data-label="Readers judged it effective">
                    {shareWords(judged)}
                  </td>
                  <td class="govuk-table__cell" data-label="A manager’s entry says it is">
                    {shareWords(selfView)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
