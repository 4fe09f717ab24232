import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { orderEvents } from '../../domain/orders/order-events.ts';
import type { OrderFault } from '../../domain/orders/order-fault.ts';
import type { OrderRule, RequirementRule } from '../../domain/orders/order-rule.ts';
import { type Settled, settledOrders } from '../../domain/orders/recorded-order.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { Item } from '../../record/items.tsx';
import { longText } from '../../record/text-fields.tsx';
import { type Order, ordersOf, type Requirement, type Rules, rulesOf } from './orders.queries.ts';

export type Court = {
  readonly rules: Rules;
  readonly orders: readonly Order[];
  readonly settled: readonly Settled<Order>[];
};

/** A child's orders with the rules that they stand under. */
export async function courtOf({ tx, child }: ChildContext): Promise<Court> {
  const rules = await rulesOf(tx);
  const orders = await ordersOf(tx, child.id);
  return { rules, orders, settled: settledOrders(orders, child.dateOfBirth, rules) };
}

/** One of them, by the address. */
export async function orderAsked(context: ChildContext) {
  const id = context.param('orderId');
  const court = isId(id) ? await courtOf(context) : undefined;
  const found = court?.settled.find(({ row }) => row.id === id);
  return court && found && { ...court, found };
}

/** How much, in words: 12 months, 40 hours. */
export const amountWords = (
  amount: number | null,
  { unit }: Pick<OrderRule | RequirementRule, 'unit'>,
): string => {
  if (amount === null) return '';
  if (amount === 1 && unit.endsWith('s')) return `1 ${unit.slice(0, -1)}`;
  return unit ? `${amount} ${unit}` : `${amount}`;
};

/** How an order stands on a day. */
export function standingOf({ row, dates }: Settled<Order>, today: Day): string {
  if (row.ended_on && row.ended_on <= today)
    return orderEvents[row.events.findLast(isEndRow)?.what ?? 'completed'];
  if (dates.to && dates.to < today) return 'Its last day has passed';
  if (dates.from && dates.from > today) return 'Not begun yet';
  return 'In force';
}
const isEndRow = ({ what }: Order['events'][number]) =>
  what === 'completed' || what === 'revoked' || what === 'quashed';

export const requirementWords = (
  { kind, amount, detail }: Pick<Requirement, 'kind' | 'amount' | 'detail'>,
  rules: Rules,
): string => {
  const rule = rules.requirements.find(({ code }) => code === kind);
  const much = rule ? amountWords(amount, rule) : '';
  return [`${rule?.label ?? kind}${much ? `, ${much}` : ''}`, detail].filter(Boolean).join(': ');
};

/** One order in words. */
export function orderItem(settled: Settled<Order>, rules: Rules, today: Day): Item {
  const { row, rule, dates, faults } = settled;
  const standing = standingOf(settled, today);
  const live = row.requirements.filter(({ ended_on }) => ended_on === null);
  const much = amountWords(row.amount, rule);
  return {
    title: `${rule.label}${much ? `, ${much}` : ''}`,
    badges: [
      {
        text: standing,
        tone:
          standing === 'In force' ? 'good' : standing.startsWith('Its last') ? 'late' : 'neutral',
      },
      ...(faults.length > 0 ? [{ text: 'Not as the rules here say', tone: 'soon' as const }] : []),
    ],
    lines: [
      `Made on ${formatDay(row.made_on)} by ${row.court}`,
      dates.to ? `Last day: ${formatDay(dates.to)} (${dates.how})` : dates.how,
      live.map((each) => requirementWords(each, rules)).join('; '),
    ],
  };
}

/** Why it stands as it is recorded, although a rule says otherwise. */
export const keptReason = longText({
  label: 'If a rule here says that it cannot be lawful: why it is recorded so',
  says: 'Why it is recorded so',
  hint: 'The court’s word stands. Say that you checked it, with whom, or that the court has been told.',
  max: 2000,
  rows: 2,
});

export const faultWords = ({ says, basis, mustCheck }: OrderFault): string =>
  `${says} (${basis}${mustCheck ? '; check locally' : ''})`;

/** What is asked again of an order that a rule says cannot be lawful, until it is said why it is recorded so. */
export const faultsAsked = (
  faults: readonly OrderFault[],
  reason: string | null,
  before: readonly OrderFault[] = [],
): FormFault[] =>
  reason
    ? []
    : faults
        .filter(({ says }) => !before.some((old) => old.says === says))
        .map((fault) => ({
          field: 'kept_reason',
          message: `${faultWords(fault)}. Mend it, or say below why it is recorded so`,
        }));
