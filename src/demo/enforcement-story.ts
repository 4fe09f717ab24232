import { addDays, type Day } from '../domain/calendar/day.ts';
import type { Story } from './story.ts';
import { at } from './working-days.ts';

type Told = {
  readonly daysOn: number;
  readonly what: string;
  readonly excuse?: string;
  readonly barriers?: readonly string[];
  readonly said?: string;
  readonly decision?: 'acceptable' | 'not-acceptable' | 'not-pursued';
  readonly reason?: string;
  /** Days after which the child was warned of it. */
  readonly warned?: number | undefined;
};

const noFare: Told = {
  daysOn: 12,
  what: 'Did not come to supervision',
  excuse: 'There was no money for the bus, and nobody to ask.',
  barriers: ['transport', 'home'],
  said: 'A bus pass is asked for; until it comes a worker fetches the child.',
  decision: 'acceptable',
  reason: 'The child had no way to come, and told us the same day.',
};
const forgot: Told = {
  daysOn: 26,
  what: 'Did not come to supervision',
  excuse: 'Forgot, and was with friends.',
  barriers: ['understood', 'needs', 'safety', 'clash'],
  said: 'A picture card with the day is on the kitchen door now, and a message is sent the evening before.',
  decision: 'not-acceptable',
  reason: 'The child knew of it, and nothing was found that kept them from coming.',
  warned: 3,
};
const walkedOut: Told = {
  daysOn: 40,
  what: 'Left the activity after ten minutes',
  excuse: 'It was boring.',
  barriers: ['needs', 'health', 'service'],
  said: 'The activity is changed to one that the child chose.',
  decision: 'not-acceptable',
  reason: 'Nothing was found that would have kept the child from staying.',
  warned: 2,
};
/** What was not kept of each order of the demonstration, by the turn in which it is told. */
const failures: Readonly<Record<number, readonly Told[]>> = {
  0: [noFare, forgot, { daysOn: 52, what: 'Was not at home when the curfew began' }],
  1: [
    {
      daysOn: 30,
      what: 'Did not come to the session that the contract names',
      excuse: 'Went to see a new baby in the family.',
      barriers: ['home'],
      decision: 'not-pursued',
      reason: 'The session was made good the next day; the panel is told at its next meeting.',
    },
    { ...walkedOut, daysOn: 60, what: 'Left the session that makes good', warned: undefined },
  ],
  2: [
    forgot,
    walkedOut,
    { ...forgot, daysOn: 52, what: 'Did not come to two appointments', warned: undefined },
  ],
};

/** What a child did not keep of an order, what got in the way, what was decided and what was done. */
export function tellFailures(story: Story, orderId: string, madeOn: Day, turn: number): void {
  const { rows, serviceId: service_id, child, worker, asOf } = story;
  const made = (on: Day) => ({
    ...{ service_id, id: story.id(), child_id: child.id },
    ...{ created_by: worker.id, created_at: at(on, '10:20') },
  });
  const relied_on: string[] = [];
  for (const told of failures[turn] ?? []) {
    const { daysOn, what, excuse, barriers, said, decision, reason, warned } = told;
    const happened_on = addDays(madeOn, daysOn);
    const known = addDays(happened_on, 1);
    if (known > asOf) continue;
    const failure = made(known);
    rows.add('failure_to_comply', {
      ...failure,
      order_id: orderId,
      happened_on,
      what,
      ...(decision
        ? {
            asked_on: known,
            asked_by: worker.id,
            excuse,
            barriers,
            barriers_said: said ?? null,
            decision,
            decided_on: known,
            decided_by: worker.id,
            decision_reason: reason,
          }
        : {}),
    });
    if (decision === 'not-acceptable') relied_on.push(failure.id);
    const given_on = warned === undefined ? null : addDays(happened_on, warned);
    if (given_on && given_on <= asOf)
      rows.add('order_warning', {
        ...made(given_on),
        failure_id: failure.id,
        given_on,
        given_how: 'both',
        described: `${what}. That is not acceptable.`,
        consequence: 'If the order is not kept again it may be put to the court.',
        understood: 'Said again by the child in their own words; the parent has the letter.',
      });
  }
  const met = addDays(madeOn, 43);
  if (turn === 2 && met <= asOf)
    rows.add('compliance_meeting', {
      ...made(met),
      order_id: orderId,
      held_on: met,
      who_came: 'The child, their mother, the school’s pastoral lead and the worker',
      in_the_way: 'Mornings are hard, and the bus goes past a group that the child avoids.',
      agreed: 'Appointments are after school, and the worker meets the child at the school gate.',
    });
  const looked_on = addDays(madeOn, 130);
  if (turn === 2 && looked_on <= asOf)
    rows.add('early_end_look', {
      ...made(looked_on),
      order_id: orderId,
      looked_on,
      asks: false,
      why: 'The order has been kept for two months; it is looked at again in a month.',
      child_view: 'I would rather finish it than go back to court.',
    });
  tellMissed(story, madeOn, turn);
  tellBreach(story, { orderId, madeOn, turn, relied_on });
}

/** A contact that was missed and that nobody has looked at yet. */
function tellMissed(
  { rows, serviceId: service_id, id, child, worker, asOf }: Story,
  madeOn: Day,
  turn: number,
): void {
  const day = addDays(madeOn, 55);
  if (turn !== 0 || day > asOf) return;
  rows.add('contact', {
    ...{ service_id, id: id(), child_id: child.id, worker_id: worker.id, created_by: worker.id },
    ...{ type: 'supervision', place: 'Wharf House', minutes: 0, child_seen: 'not-seen' },
    ...{ planned_at: at(day, '15:45'), held_at: at(day, '15:45'), created_at: at(day, '17:10') },
    ...{ status: 'recorded', attendance: 'unacceptable-absence', absence_reason: 'no-answer' },
    notes: 'Did not come. Messaged, and called home the same day.',
  });
}

type Put = {
  readonly orderId: string;
  readonly madeOn: Day;
  readonly turn: number;
  readonly relied_on: readonly string[];
};

/** What goes to the court, or to a panel: one that waits for a manager, one that was heard. */
function tellBreach(story: Story, { orderId, madeOn, turn, relied_on }: Put): void {
  const { rows, serviceId: service_id, child, worker, manager, asOf } = story;
  const on = (days: number) => addDays(madeOn, days);
  const proposed_on = on(turn === 1 ? 62 : 54);
  if ((turn !== 1 && turn !== 2) || proposed_on > asOf || relied_on.length === 0) return;
  rows.add('breach', {
    ...{ service_id, id: story.id(), child_id: child.id, order_id: orderId, relied_on },
    ...{ created_by: worker.id, created_at: at(proposed_on, '11:30'), proposed_on },
    proposed_by: worker.id,
    tried: 'Appointments after school, a picture card, and a worker at the school gate.',
    ...(turn === 1 || on(60) > asOf
      ? {
          goes_to: turn === 1 ? 'panel' : 'court',
          reasons: 'The contract as it stands is not kept; the panel may find what fits better.',
        }
      : {
          goes_to: 'court',
          reasons: 'A third failure after two warnings.',
          ...{ status: 'heard', approved_on: on(55), approved_by: manager.id },
          manager_note: 'Needs and travel were looked at twice. Agreed.',
          ...{ sent_on: on(57), sent_note: 'To Eastmarsh Youth Court', heard_on: on(60) },
          ...{ outcome: 'amended', outcome_note: 'The court heard of the change of school.' },
        }),
  });
}
