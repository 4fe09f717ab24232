import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { oneInspection } from '../inspections.queries.ts';
import { mayWriteIn } from '../may-write.ts';
import { pointRoutes } from './point.routes.tsx';
import { type Point, pointsOf } from './points.queries.ts';

async function subject({ tx, actor, param }: PageContext) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  const mayEdit = inspection !== undefined && mayWriteIn(actor, inspection);
  return inspection && { inspection, mayEdit };
}

const answered = { accepted: 'Accepted', rejected: 'Not accepted' };

const titleOf = ({ number, point }: Point) => `${number}. ${point}`;

const answerText = ({ answer, answer_reason, answered_on }: Point) =>
  answer && answered_on
    ? `${answered[answer as keyof typeof answered]}: ${answer_reason} (${formatDay(answered_on)})`
    : 'Waits for an answer';

/** The log of factual accuracy. */
export const pointsRoutes: readonly Route[] = [
  ...serviceList({
    path: urls.inspections.points(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    caption: 'Points of factual accuracy',
    file: 'factual-accuracy',
    size: 100,
    empty: () => 'No point has been raised.',
    subject,
    rows: async ({ tx }, { inspection }, { offset, limit }) =>
      (await pointsOf(tx, inspection.id)).slice(offset, offset + limit),
    columns: ({ inspection, mayEdit }) => [
      {
        heading: 'Point',
        text: titleOf,
        cell: (row) =>
          mayEdit ? (
            <a class="govuk-link" href={urls.inspections.point(inspection.id, row.id)}>
              {titleOf(row)}
            </a>
          ) : (
            titleOf(row)
          ),
      },
      { heading: 'Where', text: ({ place }) => place },
      {
        heading: 'Raised',
        text: ({ raised_by, raised_on }) => `${raised_by}, ${formatDay(raised_on)}`,
      },
      { heading: 'Evidence', text: ({ evidence }) => evidence },
      {
        heading: 'Answer',
        text: answerText,
        cell: (row) =>
          row.answer ? (
            answerText(row)
          ) : (
            <span class="fh-badge fh-badge-soon">{answerText(row)}</span>
          ),
      },
    ],
    view: ({ context: { shell }, subject: { inspection, mayEdit }, list }) => (
      <InspectionPage
        shell={shell}
        inspection={inspection}
        here="points"
        heading="Factual accuracy"
      >
        <p class="govuk-body">
          What readers of the draft say is wrong in it. Each point is answered before the report is
          published: accepted, or not, with the reason.
        </p>
        {mayEdit ? (
          <p class="fh-actions">
            <Button text="Log a point" href={urls.inspections.pointNew(inspection.id)} />
          </p>
        ) : null}
        {list}
      </InspectionPage>
    ),
  }),
  ...pointRoutes,
];
