import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Area } from '../../domain/statistics/benchmark.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Family } from './families.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly families: readonly Family[];
  readonly areas: readonly Area[];
  readonly mayChange: boolean;
};

/** The service's own families of areas. */
export function FamiliesPage({ shell, families, areas, mayChange }: Props): Html {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return (
    <Page title="Our families" shell={shell}>
      <h1 class="govuk-heading-l">Our families</h1>
      <p class="govuk-body">
        A family is a list of areas that are like yours. The Youth Justice Board’s own families are
        not public: enter yours here from the data summary, and choose it under “Beside” on the
        benchmarks page.
      </p>
      {mayChange ? <Button text="Add a family" href={urls.statistics.familyNew} /> : null}
      {families.length === 0 ? (
        <p class="govuk-body">There is no family yet.</p>
      ) : (
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-visually-hidden">Our families</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Name', 'Areas', 'Where from', 'Recorded'].map((heading) => (
                <th scope="col" class="govuk-table__header">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {families.map((family) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {mayChange ? (
                    <a class="govuk-link" href={urls.statistics.family(family.id)}>
                      {family.name}
                    </a>
                  ) : (
                    family.name
                  )}
                </th>
                <td class="govuk-table__cell" data-label="Areas">
                  {family.members.map((code) => names.get(code) ?? code).join(', ')}
                </td>
                <td class="govuk-table__cell" data-label="Where from">
                  {family.why}
                </td>
                <td class="govuk-table__cell" data-label="Recorded">
                  {family.author ?? 'Not known'}, {formatInstant(family.created_at)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
