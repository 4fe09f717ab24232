import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { WaitingWorker } from './feedback.queries.ts';

/** Whose next supervision has learning from audits to talk through. */
export function SupervisionsPage({
  shell,
  workers,
}: {
  readonly shell: PageShell;
  readonly workers: readonly WaitingWorker[];
}): Html {
  return (
    <Page
      title="Learning for supervision"
      shell={shell}
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <h1 class="govuk-heading-l">Learning for supervision</h1>
      <p class="govuk-body">
        What readers found in each worker’s cases. It waits here until you have talked it through
        and written so.
      </p>
      {workers.length === 0 ? (
        <p class="govuk-body">
          Nothing yet. A worker appears here when the first reading of one of their cases is
          finished.
        </p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">Workers</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Worker', 'To talk through', 'Open actions'].map((text) => (
                <th scope="col" class="govuk-table__header">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {workers.map(({ id, name, waiting, since, openActions }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.audits.supervision(id)}>
                    {name}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="To talk through">
                  {waiting === 0 ? 'Nothing' : waiting}
                  {since ? <span class="fh-quiet"> since {formatDay(since)}</span> : null}
                </td>
                <td class="govuk-table__cell" data-label="Open actions">
                  {openActions}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
