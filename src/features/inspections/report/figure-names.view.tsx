import type { ReportFigure } from '../../../domain/inspections/report-figures.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';

/** How figures are written in a text, so that they are never out of date. */
export function FigureNames({ figures }: { readonly figures: readonly ReportFigure[] }): Html {
  return (
    <>
      <p class="govuk-body">
        Write figures by their names, such as {'{score}'}: the report puts the figure there, and it
        is never out of date.
      </p>
      <Details
        summaryText="Names of figures"
        html={
          <ul class="govuk-list">
            {figures.map(({ reference, what }) => (
              <li>
                {`{${reference}}`} <span class="fh-quiet">{what}</span>
              </li>
            ))}
          </ul>
        }
      />
    </>
  );
}
