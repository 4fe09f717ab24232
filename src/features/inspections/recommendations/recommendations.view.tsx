import type { Day } from '../../../domain/calendar/day.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { Inspection } from '../inspections.queries.ts';
import { ProgressBadge } from './recommendation-words.tsx';
import type { Recommendation } from './recommendations.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly recommendations: readonly Recommendation[];
  readonly today: Day;
  readonly mayAdd: boolean;
  /** Whether the workspace opens to this person, or only what was published. */
  readonly mayOpen: boolean;
};

/** What one inspection recommends. */
export function RecommendationsPage(props: Props): Html {
  const { shell, inspection, recommendations, today, mayAdd, mayOpen } = props;
  const content = (
    <>
      {mayAdd ? (
        <p class="fh-actions">
          <Button
            text="Add a recommendation"
            href={urls.inspections.recommendationNew(inspection.id)}
          />
        </p>
      ) : null}
      {recommendations.length === 0 ? (
        <p class="govuk-body">There is no recommendation yet. Three to nine are usual.</p>
      ) : (
        <RecommendationTable recommendations={recommendations} today={today} />
      )}
    </>
  );
  if (mayOpen)
    return (
      <InspectionPage
        shell={shell}
        inspection={inspection}
        here="recommendations"
        heading="Recommendations"
      >
        {content}
      </InspectionPage>
    );
  const heading = `Recommendations of ${inspection.title}`;
  return (
    <Page
      title={heading}
      shell={shell}
      back={{ href: urls.inspections.list, text: 'Back to inspections' }}
    >
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.inspections.report(inspection.id)}>
          Read the report
        </a>
      </p>
      {content}
    </Page>
  );
}

/** Recommendations with their addressees and how far each is. */
export function RecommendationTable({
  recommendations,
  today,
}: {
  readonly recommendations: readonly Recommendation[];
  readonly today: Day;
}): Html {
  return (
    <DataTable
      caption="Recommendations"
      rows={recommendations}
      columns={[
        {
          heading: 'Recommendation',
          cell: ({ inspectionId, id, number, text }) => (
            <a class="govuk-link" href={urls.inspections.recommendation(inspectionId, id)}>
              {number}. {text}
            </a>
          ),
        },
        { heading: 'To', cell: ({ addressees }) => addressees.join(', ') },
        { heading: 'How we will see it', cell: ({ measure }) => measure ?? 'No measure yet' },
        {
          heading: 'Progress',
          cell: (each) => <ProgressBadge recommendation={each} today={today} />,
        },
      ]}
    />
  );
}
