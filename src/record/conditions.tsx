import { type RawBuilder, sql } from 'kysely';
import { type Day, formatDay } from '../domain/calendar/day.ts';
import { type ConditionStanding, conditionStandings } from '../domain/panels/delivery.ts';
import type { Html } from '../ui/html.ts';
import { urls } from '../urls.ts';

/** One condition of an outcome, how it stands, and how many lines of the plan answer it. */
export type Condition = {
  readonly id: string;
  readonly text: string;
  readonly due_on: Day | null;
  readonly standing: ConditionStanding;
  readonly standing_on: Day | null;
  readonly standing_note: string | null;
  readonly answered_by: readonly string[];
};

/** The conditions (x) of some outcomes, as one column of a statement. */
export const conditionsOf = (which: RawBuilder<unknown>) => sql<readonly Condition[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', x.id, 'text', x.text, 'due_on', x.due_on, 'standing', x.standing,
    'standing_on', x.standing_on, 'standing_note', x.standing_note, 'answered_by', array(
      select l.text from plan_line l
      join plan p on p.service_id = l.service_id and p.id = l.plan_id and p.status <> 'ended'
      where l.service_id = x.service_id and l.condition_id = x.id and l.status <> 'stopped' order by l.position, l.id))
    order by x.disposal_id, x.position)
  from outcome_condition x where ${which}), '[]')`;

const badges = { open: 'soon', kept: 'good', 'not-kept': 'late', lifted: 'neutral' } as const;

type Props = {
  readonly conditions: readonly Condition[];
  readonly child: { readonly id: string };
  /** Whether this person says how each stands, and writes lines that answer it. */
  readonly mayTell: boolean;
  /** Whether this person writes the child's plan: not everybody who tells police does. */
  readonly mayPlan: boolean;
};

/** Conditions of an outcome: whether the plan answers each, and whether it was kept; nothing where there is none. */
export function Conditions({ conditions, child, mayTell, mayPlan }: Props): Html | null {
  if (conditions.length === 0) return null;
  return (
    <section aria-labelledby="conditions">
      <h2 class="govuk-heading-m" id="conditions">
        Conditions of the outcome
      </h2>
      <ul class="fh-lines">
        {conditions.map((condition) => (
          <li class="fh-line">
            <p class="govuk-body">{condition.text}</p>
            <p class="govuk-body fh-line__foot">
              <Standing {...condition} />
              <Answered {...condition} />
              {mayTell ? (
                <a
                  class="govuk-link fh-no-print"
                  href={urls.panels.condition(child.id, condition.id)}
                >
                  {condition.standing === 'open'
                    ? 'Say whether it was kept'
                    : 'Change how it stands'}
                  <span class="govuk-visually-hidden">: {condition.text}</span>
                </a>
              ) : null}
              {mayPlan && condition.standing === 'open' && condition.answered_by.length === 0 ? (
                <a
                  class="govuk-link fh-no-print"
                  href={urls.plans.addLine(child.id, 'step', { condition_id: condition.id })}
                >
                  Add a step that answers it
                  <span class="govuk-visually-hidden">: {condition.text}</span>
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ standing, standing_on, standing_note, due_on }: Condition): Html {
  return (
    <>
      <span class={`fh-badge fh-badge-${badges[standing]}`}>
        {conditionStandings[standing]}
        {standing_on ? `, ${formatDay(standing_on)}` : ''}
      </span>
      {standing === 'open' && due_on ? <span>by {formatDay(due_on)}</span> : null}
      {standing_note ? <span class="fh-quiet">{standing_note}</span> : null}
    </>
  );
}

function Answered({ standing, answered_by }: Condition): Html | null {
  if (answered_by.length > 0)
    return <span class="fh-quiet">In the plan: {answered_by.join('; ')}</span>;
  return standing === 'open' ? (
    <span class="fh-badge fh-badge-soon">No line of the plan answers it</span>
  ) : null;
}
