import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import { Grid } from './grid.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { Point } from './points.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly points: readonly Point[];
  readonly mayEdit: boolean;
};

/** The log of factual accuracy. */
export function PointsPage({ shell, inspection, points, mayEdit }: Props): Html {
  return (
    <InspectionPage shell={shell} inspection={inspection} here="points" heading="Factual accuracy">
      <p class="govuk-body">
        What readers of the draft say is wrong in it. Each point is answered before the report is
        published: accepted, or not, with the reason.
      </p>
      {mayEdit ? (
        <p class="fh-actions">
          <Button text="Log a point" href={urls.inspections.pointNew(inspection.id)} />
        </p>
      ) : null}
      {points.length === 0 ? (
        <p class="govuk-body">No point has been raised.</p>
      ) : (
        <Grid
          caption="Points of factual accuracy"
          headings={['Point', 'Where', 'Raised', 'Evidence', 'Answer']}
          rows={points.map((each) => ({
            head: (
              <>
                {each.number}.{' '}
                {mayEdit ? (
                  <a class="govuk-link" href={urls.inspections.point(inspection.id, each.id)}>
                    {each.point}
                  </a>
                ) : (
                  each.point
                )}
              </>
            ),
            cells: [
              each.place,
              `${each.raisedBy}, ${formatDay(each.raisedOn)}`,
              <span class="fh-written">{each.evidence}</span>,
              <Answer point={each} />,
            ],
          }))}
        />
      )}
    </InspectionPage>
  );
}

function Answer({ point }: { readonly point: Point }): Html {
  if (!point.answer || !point.answeredOn)
    return <span class="fh-badge fh-badge-soon">Waits for an answer</span>;
  return (
    <>
      <span class="fh-badge fh-badge-neutral">
        {point.answer === 'accepted' ? 'Accepted' : 'Not accepted'}
      </span>{' '}
      <span class="fh-written">{point.answerReason}</span>{' '}
      <span class="fh-quiet">{formatDay(point.answeredOn)}</span>
    </>
  );
}
