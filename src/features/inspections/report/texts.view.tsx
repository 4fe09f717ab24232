import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { reportTexts } from '../../../domain/inspections/workspace.data.ts';
import type { Html } from '../../../ui/html.ts';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { Inspection } from '../inspections.queries.ts';
import type { ReportTextRow, TextPart } from './texts.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly texts: readonly ReportTextRow[];
  readonly mayEdit: boolean;
};

/** The parts of the report that people write. */
export function TextsPage({ shell, inspection, texts, mayEdit }: Props): Html {
  return (
    <InspectionPage shell={shell} inspection={inspection} here="texts" heading="Report texts">
      <p class="govuk-body">
        Ratings, percentages, findings and recommendations come into the report by themselves. These
        parts are written.
      </p>
      {(Object.keys(reportTexts) as TextPart[]).map((part) => {
        const text = texts.find((each) => each.part === part);
        return (
          <section aria-labelledby={part}>
            <h2 class="govuk-heading-m" id={part}>
              {reportTexts[part].title}
            </h2>
            {text ? (
              <>
                <p class="govuk-body fh-written">{text.words}</p>
                <p class="govuk-body fh-quiet">
                  First written by {text.by ?? 'somebody'}, {formatInstant(text.at)}
                </p>
              </>
            ) : (
              <p class="govuk-body">Nothing is written yet.</p>
            )}
            {mayEdit ? (
              <p class="govuk-body">
                <a class="govuk-link" href={urls.inspections.text(inspection.id, part)}>
                  {text ? 'Change' : 'Write'} the part: {reportTexts[part].title.toLowerCase()}
                </a>
              </p>
            ) : null}
          </section>
        );
      })}
    </InspectionPage>
  );
}
