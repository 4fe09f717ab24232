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
  for (const order of orders) dates.push(datesAfter(order, dates.at(-1) ?? null));
  return dates;
}

function datesAfter(order: CourtOrder, before: OrderDates | null): OrderDates {
  const { rule } = order;
  const from = firstDay(order, before);
  if (from === null)
    return {
      from,
      to: endedOn(order),
      how:
        rule.counts_from === 'contract'
          ? 'The contract has not taken effect yet'
          : 'The order before it has no last day yet',
    };
  const months = rule.unit === 'months' ? order.amount : rule.within_months;
  if (months === null)
    return { from, to: endedOn(order), how: 'No length is recorded: the court’s own words stand' };
  let to = lastDay(from, { months });
  const said = [`${months} months from ${formatDay(from)}, that day counted`];
  for (const event of order.events) {
    if (event.what === 'amended' && rule.unit === 'months') {
      to = lastDay(from, { months: event.amount });
      said.push(`changed to ${event.amount} months on ${formatDay(event.on)}`);
    } else if (event.what === 'extended') {
      to = addDays(addMonths(addDays(to, 1), event.months), -1);
      said.push(`${event.months} months longer since ${formatDay(event.on)}`);
    } else if (isEnd(event)) {
      to = event.on;
      said.push(`${event.what} on ${formatDay(event.on)}`);
    }
  }
  return { from, to, how: said.join('; ') };
}

function firstDay(order: CourtOrder, before: OrderDates | null): Day | null {
  if (order.rule.counts_from === 'contract') return order.contractOn;
  if (!order.isConsecutive || !before) return order.sentencedOn;
  return before.to === null ? null : addDays(before.to, 1);
}

export const isEnd = ({ what }: OrderEvent) =>
  what === 'revoked' || what === 'quashed' || what === 'completed';

const endedOn = ({ events }: CourtOrder) => events.find(isEnd)?.on ?? null;
