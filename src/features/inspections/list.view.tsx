import { formatDay } from '../../domain/calendar/day.ts';
import { inspectionKinds } from '../../domain/inspections/workspace.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { StateBadge } from './frame.view.tsx';
import { Grid } from './grid.view.tsx';
import type { InspectionLine } from './inspections.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspections: readonly InspectionLine[];
  readonly mayStart: boolean;
  /** Whether the workspace opens to this person, or only what was published. */
  readonly mayOpen: boolean;
};

/** Every inspection of the service. */
export function InspectionsPage({ shell, inspections, mayStart, mayOpen }: Props): Html {
  return (
    <Page title="Inspections" shell={shell}>
      <h1 class="govuk-heading-l">Inspections</h1>
      <p class="govuk-body">
        Evidence, cases read, ratings and what follows from them, for a mock inspection of your own,
        a self-assessment, or a visit of the inspectorate.
      </p>
      <p class="fh-actions">
        {mayStart ? <Button text="Start an inspection" href={urls.inspections.create} /> : null}
        <a class="govuk-link" href={urls.inspections.progress}>
          Progress on recommendations
        </a>
        <a class="govuk-link" href={urls.inspectionResults.list()}>
          Ratings of all services
        </a>
        <a class="govuk-link" href={urls.inspectionResults.example}>
          A published inspection entered whole
        </a>
      </p>
      {inspections.length === 0 ? (
        <p class="govuk-body">
          {mayStart
            ? 'There is no inspection yet. Start a mock inspection to see how you would be rated.'
            : 'No inspection has been published yet.'}
        </p>
      ) : (
        <Grid
          caption="Inspections"
          headings={['Inspection', 'Kind', 'Standards', 'Fieldwork', 'Lead', 'State']}
          rows={inspections.map((each) => ({
            head: (
              <a
                class="govuk-link"
                href={
                  mayOpen
                    ? urls.inspections.one(each.id)
                    : urls.inspections.recommendations(each.id)
                }
              >
                {each.title}
              </a>
            ),
            cells: [
              inspectionKinds[each.kind],
              `Of ${each.frameworkId}`,
              `${formatDay(each.fieldworkFrom)} to ${formatDay(each.fieldworkTo)}`,
              each.lead,
              <StateBadge state={each.state} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
