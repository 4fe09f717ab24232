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
}
