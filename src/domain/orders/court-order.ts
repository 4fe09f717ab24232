import { addDays, addMonths, type Day, formatDay } from '../calendar/day.ts';
import { lastDay } from './detention-training.ts';
import type { OrderRule, RequirementRule } from './order-rule.ts';

/** What came after the sentence. A breach by itself moves no date; what the court then does is a change of its own. */
export type OrderEvent =
  | { readonly what: 'breached'; readonly on: Day }
  | { readonly what: 'amended'; readonly on: Day; readonly amount: number }
  | { readonly what: 'extended'; readonly on: Day; readonly months: number }
  | { readonly what: 'revoked' | 'quashed' | 'completed'; readonly on: Day };

export type OrderRequirement = { readonly rule: RequirementRule; readonly amount: number | null };

/** An order as the court made it, with what became of it, in the order in which it came about. */
export type CourtOrder = {
  readonly rule: OrderRule;
  /** Null where the day of birth is not known: then nothing is said of age. */
  readonly bornOn: Day | null;
  readonly convictedOn: Day;
  readonly sentencedOn: Day;
  /** Months or hours, as the rule counts; null where the court gave no length. */
  readonly amount: number | null;
  /** The day on which a contract took effect; null until then and for every order without one. */
  readonly contractOn: Day | null;
  /** Whether it begins when the order before it ends; otherwise it runs beside it. */
  readonly isConsecutive: boolean;
  readonly requirements: readonly OrderRequirement[];
  readonly events: readonly OrderEvent[];
};

/** First and last day, both counted, and in words how they were worked out; null where they cannot be. */
export type OrderDates = {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly how: string;
};

/** Dates of each of a child's orders, in the order in which the court made them. */
export function datesOf(orders: readonly CourtOrder[]): OrderDates[] {
  const dates: OrderDates[] = [];
  for (const order of orders) dates.push(datesAfter(order, orderBefore(dates)));
  return dates;
}

/** The order that a consecutive one follows: the last that ran or is to run. */
const orderBefore = (dates: readonly OrderDates[]) =>
  dates.findLast(({ from, to }) => from !== null || to === null) ?? null;

/** Whether a consecutive order has nothing to follow, for the order before it was over when it was made. */
export const followsNothing = (order: CourtOrder, earlier: readonly OrderDates[]): boolean => {
  const before = order.isConsecutive ? orderBefore(earlier) : null;
  return before !== null && before.to !== null && addDays(before.to, 1) < order.sentencedOn;
};

function datesAfter(order: CourtOrder, before: OrderDates | null): OrderDates {
  const { rule } = order;
  const ended = order.events.find(isEnd);
  const from = firstDay(order, before);
  if (from === null)
    return {
      from,
      to: ended?.on ?? null,
      how:
        rule.counts_from === 'contract'
          ? 'The contract has not taken effect yet'
          : 'The order before it has no last day yet',
    };
  const endedHow = ended && `${ended.what} on ${formatDay(ended.on)}`;
  if (ended && ended.on < from)
    return { from: null, to: ended.on, how: `${endedHow}, before it began` };
  const months = rule.unit === 'months' ? order.amount : rule.within_months;
  if (months === null)
    return {
      from,
      to: ended?.on ?? null,
      how: endedHow ?? 'No length is recorded: the court’s own words stand',
    };
  let to = lastDay(from, { months });
  const said = [`${months} months from ${formatDay(from)}, that day counted`];
  // What is recorded after the end moves nothing.
  const changes = ended ? order.events.slice(0, order.events.indexOf(ended)) : order.events;
  for (const event of changes) {
    if (event.what === 'amended' && rule.unit === 'months') {
      to = lastDay(from, { months: event.amount });
      said.push(`changed to ${event.amount} months on ${formatDay(event.on)}`);
    } else if (event.what === 'extended') {
      to = addDays(addMonths(addDays(to, 1), event.months), -1);
      said.push(`${event.months} months longer since ${formatDay(event.on)}`);
    }
  }
  if (ended && endedHow) return { from, to: ended.on, how: [...said, endedHow].join('; ') };
  const open = order.requirements.find(({ rule: { keeps_open } }) => keeps_open);
  if (open) said.push(`in force beyond it until the ${open.rule.label.toLowerCase()} is done`);
  return { from, to, how: said.join('; ') };
}

function firstDay(order: CourtOrder, before: OrderDates | null): Day | null {
  if (order.rule.counts_from === 'contract') return order.contractOn;
  if (!order.isConsecutive || !before) return order.sentencedOn;
  if (before.to === null) return null;
  const next = addDays(before.to, 1);
  return next > order.sentencedOn ? next : order.sentencedOn;
}

export const isEnd = ({ what }: OrderEvent) =>
  what === 'revoked' || what === 'quashed' || what === 'completed';
