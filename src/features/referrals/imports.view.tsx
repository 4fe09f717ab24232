import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { ImportState } from './imports.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly imports: readonly ImportState[];
  readonly pageNumber: number;
  readonly hasMore: boolean;
  readonly mayImport: boolean;
};

const badges = {
  previewed: ['neutral', 'Not imported yet'],
  queued: ['soon', 'Waiting to start'],
  running: ['soon', 'Running'],
  done: ['good', 'Imported'],
  failed: ['late', 'Nothing was made'],
} as const;

export function StatusBadge({ status }: { readonly status: ImportState['status'] }): Html {
  const [kind, text] = badges[status];
  return <span class={`fh-badge fh-badge-${kind}`}>{text}</span>;
}

/** Every list that came in, the newest first. */
export function ImportsPage({ shell, imports, pageNumber, hasMore, mayImport }: Props): Html {
  return (
    <Page title="Lists" shell={shell} back={{ href: urls.referrals.inbox, text: 'Referrals' }}>
      <h1 class="govuk-heading-l">Lists</h1>
      {mayImport ? (
        <div class="fh-actions">
          <Button text="Import a list" href={urls.referrals.upload} />
        </div>
      ) : null}
      {imports.length === 0 ? (
        <p class="govuk-body">No list has come in yet. When police send one, import it here.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            Lists, the newest first
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                File
              </th>
              <th scope="col" class="govuk-table__header">
                Came in
              </th>
              <th scope="col" class="govuk-table__header">
                State
              </th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                Rows
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {imports.map((each) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.referrals.preview(each.id)}>
                    {each.fileName}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="Came in">
                  {formatInstant(each.createdAt)}, {each.by ?? 'at the command line'}
                </td>
                <td class="govuk-table__cell" data-label="State">
                  <StatusBadge status={each.status} />
                </td>
                <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Rows">
                  {each.total}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="govuk-body">
        {pageNumber > 1 ? (
          <a class="govuk-link" href={urls.referrals.importsOf(pageNumber - 1)}>
            Newer lists
          </a>
        ) : null}{' '}
        {hasMore ? (
          <a class="govuk-link" href={urls.referrals.importsOf(pageNumber + 1)}>
            Older lists
          </a>
        ) : null}
      </p>
    </Page>
  );
}
