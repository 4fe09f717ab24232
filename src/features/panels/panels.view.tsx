import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly starts_at: Date;
  readonly place: string;
  readonly status: string;
  readonly window_opens: Date;
  readonly window_closes: Date;
  readonly children: number | null;
};
type Props = {
  readonly shell: PageShell;
  readonly when: 'coming' | 'past';
  readonly rows: readonly Row[];
  readonly page: number;
  readonly hasMore: boolean;
  readonly mayManage: boolean;
  readonly now: Date;
};

/** Panels to come, or past. */
export function PanelsPage({ shell, when, rows, page, hasMore, mayManage, now }: Props): Html {
  return (
    <Page title={when === 'coming' ? 'Panels' : 'Past panels'} shell={shell}>
      <h1 class="govuk-heading-l">{when === 'coming' ? 'Panels to come' : 'Past panels'}</h1>
      <p class="govuk-body">
        Where police, the youth justice service and partners decide together what should follow.
        Members read papers only in the days a panel gives them.
      </p>
      <div class="fh-actions">
        {mayManage ? <Button text="Set up a panel" href={urls.panels.create} /> : null}
        <a
          class="govuk-link"
          href={when === 'coming' ? urls.panels.listOf({ when: 'past' }) : urls.panels.list}
        >
          {when === 'coming' ? 'Past panels' : 'Panels to come'}
        </a>
      </div>
      {rows.length === 0 ? (
        <p class="govuk-body">
          {when === 'coming'
            ? `There is no panel to come${mayManage ? ': set one up, then put children on it from their records.' : ' that you are asked to.'}`
            : 'No panel has been held yet.'}
        </p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                When
              </th>
              <th scope="col" class="govuk-table__header">
                Panel
              </th>
              <th scope="col" class="govuk-table__header">
                Place
              </th>
              <th scope="col" class="govuk-table__header">
                Children you may see
              </th>
              <th scope="col" class="govuk-table__header">
                Papers
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.panels.one(row.id)}>
                    {formatInstant(row.starts_at)}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="Panel">
                  {row.name}
                  {row.status === 'cancelled' ? ' (cancelled)' : ''}
                </td>
                <td class="govuk-table__cell" data-label="Place">
                  {row.place}
                </td>
                <td class="govuk-table__cell" data-label="Children">
                  {row.children ?? 0}
                </td>
                <td class="govuk-table__cell" data-label="Papers">
                  {windowWords(row, now)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page > 1 || hasMore ? (
        <nav class="fh-actions" aria-label="Pages">
          {page > 1 ? (
            <a class="govuk-link" href={urls.panels.listOf({ when, page: page - 1 })}>
              Previous page
            </a>
          ) : null}
          {hasMore ? (
            <a class="govuk-link" href={urls.panels.listOf({ when, page: page + 1 })}>
              Next page
            </a>
          ) : null}
        </nav>
      ) : null}
    </Page>
  );
}

/** Whether members may read now, and until or from when. */
export function windowWords(
  panel: { readonly window_opens: Date; readonly window_closes: Date },
  now: Date,
): string {
  if (now < panel.window_opens) return `Members may read from ${formatInstant(panel.window_opens)}`;
  if (now >= panel.window_closes) return `Closed since ${formatInstant(panel.window_closes)}`;
  return `Members may read until ${formatInstant(panel.window_closes)}`;
}
