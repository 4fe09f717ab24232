import { addDays, addMonths, type Day, formatDay } from '../domain/calendar/day.ts';
import { tellFailures } from './enforcement-story.ts';
import { agreedAtFirst, type Panel, tellOrderPanels } from './order-panel-story.ts';
import type { Story } from './story.ts';
import { at, workingDaysOn } from './working-days.ts';

type Told = {
  readonly kind: string;
  /** The kind of work that goes with it, where there is one. */
  readonly involvement?: string;
  readonly months: number;
  /** How many months ago it was made. */
  readonly ago: number;
  readonly requires?: readonly (readonly [kind: string, amount: number | null, detail?: string])[];
  readonly came?: readonly (readonly [
    what: string,
    daysOn: number,
    note: string,
    amount?: number,
  ])[];
  readonly kept_reason?: string;
  /** Meetings of a referral order's panel, each so many days on. */
  readonly panels?: readonly Panel[];
};

const YRO = 'youth-rehabilitation-order';
/** Orders of several kinds at different stages, one child after another. */
const orders: readonly Told[] = [
  {
    kind: YRO,
    involvement: YRO,
    months: 12,
    ago: 2,
    requires: [
      ['supervision', null],
      ['curfew', 10, 'At home, from 9pm to 7am'],
      ['activity', 20],
    ],
  },
  {
    kind: 'referral-order',
    involvement: 'referral-order',
    months: 6,
    ago: 3,
    came: [['contract', 14, 'Signed at the first panel by the child and a parent.']],
    panels: [agreedAtFirst(14)],
  },
  {
    kind: YRO,
    involvement: YRO,
    months: 6,
    ago: 5,
    requires: [['supervision', null]],
    came: [
      ['breached', 60, 'Three appointments missed; a change of school had not been told.'],
      ['extended', 75, 'The court let the order go on and made it longer.', 3],
    ],
  },
  {
    kind: 'referral-order',
    involvement: 'referral-order',
    months: 2,
    ago: 1,
    kept_reason: 'Read again on the court’s own record, and the court office has been told.',
  },
  {
    kind: 'conditional-discharge',
    months: 6,
    ago: 7,
    came: [['completed', 183, 'The six months ended without a further offence.']],
  },
  {
    kind: 'referral-order',
    involvement: 'referral-order',
    months: 3,
    ago: 5,
    came: [
      ['contract', 10, 'Signed at the first panel by the child and a parent.'],
      ['completed', 101, 'The panel saw that the contract was kept.'],
    ],
    panels: [
      agreedAtFirst(10),
      ['review', 60, 'continues', 'Half of the sessions are done, and each was on time.'],
      ['final', 101, 'completed', 'The panel saw that the contract was kept, and said so.'],
    ],
  },
  {
    kind: 'referral-order',
    involvement: 'referral-order',
    months: 6,
    ago: 4,
    came: [['contract', 12, 'Signed at the first panel by the child and a parent.']],
    panels: [
      agreedAtFirst(12),
      [
        'progress',
        80,
        'refer-back',
        'Nothing of the contract was kept since May, and the child did not want to go on with it.',
      ],
    ],
  },
];

/** An order of a child who was convicted, with the work that goes with it, what it requires and what came of it. */
export function tellOrder(
  story: Story,
  chargeId: string,
  { convicted, workedUntil }: { readonly convicted: Day; readonly workedUntil: Day },
  index: number,
): void {
  const { rows, serviceId: service_id, child, worker, asOf } = story;
  const told = orders[index % orders.length];
  if (!told) return;
  const usual = addMonths(asOf, -told.ago);
  const made_on = usual < convicted ? convicted : usual;
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(workingDaysOn(made_on, 1) > asOf ? asOf : workingDaysOn(made_on, 1), '09:50'),
  };
  const came = (told.came ?? []).map(([what, daysOn, note, amount]) => ({
    what,
    happened_on: addDays(made_on, daysOn),
    note,
    amount: amount ?? null,
  }));
  if (came.some(({ happened_on }) => happened_on > asOf)) return;
  const isContract = told.kind === 'referral-order';
  const contract = came.find(({ what }) => what === 'contract')?.happened_on ?? null;
  const first_day = isContract ? contract : made_on;
  const longer = came.find(({ what }) => what === 'extended');
  const ended = came.find(({ what }) => what === 'completed');
  const months = told.months + (longer?.amount ?? 0);
  const last_day = ended
    ? ended.happened_on
    : first_day && addDays(addMonths(first_day, months), -1);
  const days_how = first_day
    ? [
        `${told.months} months from ${formatDay(first_day)}, that day counted`,
        ...(longer
          ? [`${longer.amount} months longer since ${formatDay(longer.happened_on)}`]
          : []),
        ...(ended ? [`completed on ${formatDay(ended.happened_on)}`] : []),
      ].join('; ')
    : 'The contract has not taken effect yet';
  const involvement_id = told.involvement ? story.id() : null;
  // Whoever worked with the child before works with them again.
  if (involvement_id && workedUntil <= asOf)
    rows.add('relationship', {
      ...made,
      id: story.id(),
      staff_id: worker.id,
      kind: 'allocated',
      starts_at: at(made_on < workedUntil ? workedUntil : made_on, '16:30'),
      ends_at: null,
      reason: 'The court made an order',
      conflict_check: 'none-known',
    });
  if (involvement_id)
    rows.add('involvement', {
      ...made,
      id: involvement_id,
      type: told.involvement,
      started_on: made_on,
      expected_end: last_day,
    });
  const id = story.id();
  rows.add('court_order', {
    ...made,
    id,
    charge_id: chargeId,
    involvement_id,
    kind: told.kind,
    court: 'Eastmarsh Youth Court',
    made_on,
    convicted_on: convicted,
    amount: told.months,
    kept_reason: told.kept_reason ?? null,
    first_day,
    last_day,
    days_how,
    ended_on: ended?.happened_on ?? null,
  });
  for (const [kind, amount, detail] of told.requires ?? [])
    rows.add('court_order_requirement', {
      ...made,
      id: story.id(),
      order_id: id,
      kind,
      amount,
      detail: detail ?? null,
      from_on: made_on,
    });
  for (const event of came)
    rows.add('court_order_event', {
      ...made,
      created_at: at(event.happened_on, '15:30'),
      id: story.id(),
      order_id: id,
      ...event,
    });
  tellFailures(story, id, made_on, index % orders.length);
  if (isContract) tellOrderPanels(story, { id, made_on }, told.panels ?? []);
}
