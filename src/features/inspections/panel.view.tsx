import { formatDay } from '../../domain/calendar/day.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import { Grid } from './grid.view.tsx';
import type { OpenInspection } from './open-inspection.ts';
import { Provisional } from './overview.view.tsx';
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
      <Grid
        caption="Standards before the panel"
        headings={['Standard', 'What follows', 'Reasons to look again', 'Rating']}
        rows={lines.map((line) => ({
          head: mayRate ? (
            <a class="govuk-link" href={urls.inspections.rate(inspection.id, line.standard.id)}>
              Rate {line.standard.id} {line.standard.title}
            </a>
          ) : (
            `${line.standard.id} ${line.standard.title}`
          ),
          cells: [
            line.standard.rated === 'judged'
              ? 'Judged'
              : line.follows
                ? `${line.follows.name}, lowest ${line.lowest?.percentage}%`
                : 'Nothing yet',
            line.consider.length > 0 ? line.consider.join('; ') : 'None',
            <>
              <RatingBadge line={line} />
              {line.refused ? <span class="fh-quiet"> {line.refused}</span> : null}
            </>,
          ],
        }))}
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
          <Grid
            caption="Meetings of the panel"
            headings={['Day', 'Who attended', 'Notes', 'Recorded by']}
            rows={meetings.map((each) => ({
              head: mayRate ? (
                <a class="govuk-link" href={urls.inspections.meeting(inspection.id, each.id)}>
                  {formatDay(each.heldOn)}
                </a>
              ) : (
                formatDay(each.heldOn)
              ),
              cells: [
                <span class="fh-written">{each.attended}</span>,
                <span class="fh-written">{each.notes ?? 'None'}</span>,
                each.by ?? 'Somebody',
              ],
            }))}
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
