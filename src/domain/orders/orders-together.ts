import { addDays, type Day, formatDay } from '../calendar/day.ts';
import { type CourtOrder, followsNothing, isEnd, type OrderDates } from './court-order.ts';
import { lastDay } from './detention-training.ts';
import { because, type OrderFault } from './order-fault.ts';

/** What cannot be lawful of one of a child's orders because of the others. */
export function faultsBeside(
  orders: readonly CourtOrder[],
  dates: readonly OrderDates[],
  at: number,
): OrderFault[] {
  const order = orders[at];
  if (!order) return [];
  return [
    ...orders.flatMap((other, place) =>
      place === at ? [] : ofPair(order, other, dates[place]?.to ?? null),
    ),
    ...(followsNothing(order, dates.slice(0, at))
      ? [because(order.rule, 'together', 'the order that it follows was over when it was made')]
      : []),
    ...ofJoined(orders, dates, at),
    ...ofAddedUp(orders, order),
  ];
}

function ofPair(order: CourtOrder, other: CourtOrder, otherTo: Day | null): OrderFault[] {
  const { rule } = order;
  if (other.sentencedOn === order.sentencedOn) {
    const [said, name] = rule.not_with.includes(other.rule.code)
      ? [rule, other.rule.label]
      : [other.rule, rule.label];
    return rule.not_with.includes(other.rule.code) || other.rule.not_with.includes(rule.code)
      ? [
          because(
            said,
            'together',
            `not with a ${name.toLowerCase()} for one offence: check which offences`,
          ),
        ]
      : [];
  }
  if (!rule.not_while.includes(other.rule.code) || !runsOn(other, otherTo, order.sentencedOn))
    return [];
  const says = `not while a ${other.rule.label.toLowerCase()} runs, unless the court revoked it`;
  return [{ ...because(rule, 'together', says), mustCheck: true }];
}

/** Whether an order that was made earlier is still in force on a day; one that ended on that day made room. */
function runsOn(order: CourtOrder, to: Day | null, day: Day): boolean {
  if (order.sentencedOn > day || order.events.some((each) => isEnd(each) && each.on <= day))
    return false;
  return to === null || to >= day || order.requirements.some(({ rule }) => rule.keeps_open);
}

/** Terms of one kind that overlap or follow one another make one term, which the law holds to a length. */
function ofJoined(
  orders: readonly CourtOrder[],
  dates: readonly OrderDates[],
  at: number,
): OrderFault[] {
  const rule = orders[at]?.rule;
  const most = rule?.joined_most ?? null;
  if (!rule || most === null) return [];
  const earlier = orders.flatMap(({ rule: { code }, isConsecutive }, place) => {
    const { from, to } = dates[place] ?? {};
    return place <= at && code === rule.code && from && to
      ? [{ from, to, isConsecutive, isThis: place === at }]
      : [];
  });
  let joined = earlier.filter(({ isThis }) => isThis);
  const touches = (a: (typeof earlier)[number], b: (typeof earlier)[number]) =>
    (a.from <= b.to && b.from <= a.to) || (b.isConsecutive && addDays(a.to, 1) === b.from);
  for (let more = joined; more.length > 0; joined = [...joined, ...more])
    more = earlier.filter(
      (each) =>
        !joined.includes(each) && joined.some((one) => touches(each, one) || touches(one, each)),
    );
  const from = joined.map((each) => each.from).sort()[0];
  const to = joined
    .map((each) => each.to)
    .sort()
    .at(-1);
  if (joined.length < 2 || !from || !to || to <= lastDay(from, { months: most })) return [];
  return [
    because(
      rule,
      'together',
      `with those that it joins it runs from ${formatDay(from)} to ${formatDay(to)}; at most ${most} months in all, without one whose supervision had begun`,
    ),
  ];
}

/** Hours or days of one requirement in orders of one day add up, unless the court said that they run beside one another. */
function ofAddedUp(orders: readonly CourtOrder[], order: CourtOrder): OrderFault[] {
  const sameDay = orders.filter(({ sentencedOn }) => sentencedOn === order.sentencedOn);
  const inAll = sameDay.flatMap(({ requirements }) => requirements);
  return totals(order.requirements).flatMap(([rule, own]) => {
    const total = totals(inAll).find(([{ code }]) => code === rule.code)?.[1] ?? 0;
    if (total === own || rule.most === null || total <= rule.most) return [];
    const says = `${total} ${rule.unit} in the orders of one day; at most ${rule.most}: check whether they add up`;
    return [{ ...because(rule, 'together', says), mustCheck: true }];
  });
}

/** Of each requirement that is counted in hours or days, how much there is of it. */
export function totals(requirements: CourtOrder['requirements']) {
  const counted = requirements.filter(({ rule: { unit } }) => unit === 'hours' || unit === 'days');
  const rules = [...new Set(counted.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const amounts = counted.filter((each) => each.rule.code === rule.code);
    return [rule, amounts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)] as const;
  });
}
