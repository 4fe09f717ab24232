import { formatDay } from '../../../domain/calendar/day.ts';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { OpenInspection } from '../open-inspection.ts';
import { Provisional } from '../overview.view.tsx';
import type { Meeting, PanelDecision } from './panel.queries.ts';
import { OverallCard, RatingBadge } from './rating.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly open: OpenInspection;
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly PanelDecision[];
  readonly mayRate: boolean;
};

/** The ratings panel: who met, what follows for each standard, what was decided, and the overall rating. */
export function PanelPage({ shell, open, meetings, decisions, mayRate }: Props): Html {
  const { inspection, lines } = open;
  return (
    <InspectionPage shell={shell} inspection={inspection} here="panel" heading="Ratings panel">
      <OverallCard open={open} />
      <Provisional open={open} />
      <DataTable
        caption="Standards before the panel"
        rows={lines}
        columns={[
          {
            heading: 'Standard',
            cell: ({ standard: { id, title } }) =>
              mayRate ? (
                <a class="govuk-link" href={urls.inspections.rate(inspection.id, id)}>
                  Rate {id} {title}
                </a>
              ) : (
                `${id} ${title}`
              ),
          },
          {
            heading: 'What follows',
            cell: ({ standard, follows, lowest }) => {
              if (standard.rated === 'judged') return 'Judged';
              return follows ? `${follows.name}, lowest ${lowest?.percentage}%` : 'Nothing yet';
            },
          },
          {
            heading: 'Reasons to look again',
            cell: ({ consider }) => (consider.length > 0 ? consider.join('; ') : 'None'),
          },
          {
            heading: 'Rating',
            cell: (line) => (
              <>
                <RatingBadge line={line} />
                {line.refused ? <span class="fh-quiet"> {line.refused}</span> : null}
              </>
            ),
          },
        ]}
      />
      <section aria-labelledby="meetings">
        <h2 class="govuk-heading-m" id="meetings">
          Meetings
        </h2>
        {mayRate ? (
          <Button
            text="Record a meeting"
            href={urls.inspections.meetingNew(inspection.id)}
            classes="govuk-button--secondary"
          />
        ) : null}
        {meetings.length === 0 ? (
          <p class="govuk-body">The panel has not met yet.</p>
        ) : (
          <DataTable
            caption="Meetings of the panel"
            rows={meetings}
            columns={[
              {
                heading: 'Day',
                cell: ({ id, heldOn }) =>
                  mayRate ? (
                    <a class="govuk-link" href={urls.inspections.meeting(inspection.id, id)}>
                      {formatDay(heldOn)}
                    </a>
                  ) : (
                    formatDay(heldOn)
                  ),
              },
              {
                heading: 'Who attended',
                cell: ({ attended }) => <span class="fh-written">{attended}</span>,
              },
              {
                heading: 'Notes',
                cell: ({ notes }) => <span class="fh-written">{notes ?? 'None'}</span>,
              },
              { heading: 'Recorded by', cell: ({ by }) => by ?? 'Somebody' },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="decisions">
        <h2 class="govuk-heading-m" id="decisions">
          Decisions
        </h2>
        {decisions.length === 0 ? <p class="govuk-body">None is recorded yet.</p> : null}
        {decisions.map((each) => (
          <Details
            summaryText={`${each.question} ${each.outcome ?? 'No rating yet'}${each.status === 'replaced' ? ' (replaced since)' : ''}`}
            html={<Decision decision={each} />}
          />
        ))}
      </section>
    </InspectionPage>
  );
}

function Decision({ decision }: { readonly decision: PanelDecision }): Html {
  const said = decision.positions.map(({ by, position }) => (by ? `${by}: ${position}` : position));
  return (
    <WrittenList
      lines={[
        ['Why', decision.rationale],
        ['It rested on', decision.information],
        ['What members said', said.join('\n') || null],
        ['Who disagreed', decision.dissent],
        ['Decided', `${formatDay(decision.decidedOn)}, recorded by ${decision.by ?? 'somebody'}`],
      ]}
    />
  );
}
