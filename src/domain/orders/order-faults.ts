import { ageOn, type Day, formatDay, reachesAge } from '../calendar/day.ts';
import { inForceOn } from '../provenance.ts';
import { type CourtOrder, datesOf, isEnd, type OrderDates } from './court-order.ts';
import { lastDay } from './detention-training.ts';
import { because, type OrderFault, type Rule } from './order-fault.ts';
import { faultsBeside, totals } from './orders-together.ts';

/** For each of a child's orders, in the order in which the court made them, what cannot be lawful. */
export function faultsOf(orders: readonly CourtOrder[]): OrderFault[][] {
  const dates = datesOf(orders);
  return orders.map((order, at) => [
    ...ofRule(order.rule, order, order.amount),
    ...ofChanges(
      order,
      (events) => datesOf([...orders.slice(0, at), { ...order, events }])[at]?.to,
    ),
    ...ofRequirements(order, asMade(orders, at)),
    ...faultsBeside(orders, dates, at),
  ]);
}

/** Its days if nothing had ended it. */
const asMade = (orders: readonly CourtOrder[], at: number) =>
  datesOf(
    orders
      .slice(0, at + 1)
      .map((each, place) =>
        place === at ? { ...each, events: each.events.filter((event) => !isEnd(event)) } : each,
      ),
  )[at];

function ofRule(rule: Rule, order: CourtOrder, amount: number | null): OrderFault[] {
  const faults: OrderFault[] = [];
  if (inForceOn([rule], order.sentencedOn).length === 0)
    faults.push(because(rule, 'in force', 'not in force on the day of the sentence'));
  const age = ofAge(rule, order);
  if (age) faults.push(because(rule, 'age', age));
  return [...faults, ...ofAmount(rule, order, amount)];
}

function ofAge(rule: Rule, { bornOn, convictedOn, sentencedOn }: CourtOrder): string | null {
  if (bornOn === null) return null;
  const ages = { conviction: ageOn(bornOn, convictedOn), sentence: ageOn(bornOn, sentencedOn) };
  const isOut = (age: number) => age < rule.min_age || age > rule.max_age;
  const range = `from ${rule.min_age} to ${rule.max_age}`;
  if (rule.age_on)
    return isOut(ages[rule.age_on])
      ? `the child was ${ages[rule.age_on]} at ${rule.age_on}; it is ${range}`
      : null;
  const out = [isOut(ages.conviction), isOut(ages.sentence)];
  if (!out.includes(true)) return null;
  const were = `the child was ${ages.conviction} at conviction and ${ages.sentence} at sentence; it is ${range}`;
  return out.includes(false) ? `${were}: check which day counts` : were;
}

function ofAmount(rule: Rule, order: CourtOrder, amount: number | null): OrderFault[] {
  if (amount === null) return [];
  const counted = rule.age_on === 'sentence' ? order.sentencedOn : order.convictedOn;
  const age = order.bornOn === null ? null : ageOn(order.bornOn, counted);
  const at = (steps: readonly { upTo: number; amount: number }[]) =>
    age === null ? undefined : steps.find(({ upTo }) => age <= upTo)?.amount;
  const [leastAt, mostAt] =
    'least_by_age' in rule ? [at(rule.least_by_age), at(rule.most_by_age)] : [];
  const least = leastAt ?? rule.least;
  const most = mostAt ?? rule.most;
  if (amount <= 0) return [because(rule, 'amount', `${amount} ${rule.unit} is no length`)];
  if (least !== null && amount < least)
    return [because(rule, 'amount', `${amount} ${rule.unit} is under the least of ${least}`)];
  if (most !== null && amount > most)
    return [because(rule, 'amount', `${amount} ${rule.unit} is over the most of ${most}`)];
  return [];
}

function ofChanges(
  order: CourtOrder,
  lastDayWith: (events: CourtOrder['events']) => Day | null | undefined,
): OrderFault[] {
  const { rule, events } = order;
  const livesOn = order.requirements.some(({ rule: { keeps_open } }) => keeps_open);
  const wrong = (says: string) => because(rule, 'change', says);
  const faults: OrderFault[] = [];
  let last: Day = order.sentencedOn;
  let hasEnded = false;
  let longer = 0;
  let amount = order.amount;
  for (const [at, event] of events.entries()) {
    const before = lastDayWith(events.slice(0, at));
    if (event.on < last) faults.push(wrong(`${event.what} before what came before it`));
    if (hasEnded) faults.push(wrong(`${event.what} after it had ended`));
    last = event.on > last ? event.on : last;
    const isOver = before && before < event.on && !hasEnded && !livesOn;
    hasEnded ||= isEnd(event);
    if (isOver && ['amended', 'extended', 'revoked'].includes(event.what))
      faults.push(wrong(`${event.what} after its last day, ${formatDay(before)}`));
    if (event.what === 'amended') {
      amount = event.amount;
      const after = lastDayWith(events.slice(0, at + 1));
      if (!isOver && after && after < event.on)
        faults.push(wrong(`changed to a last day that had passed, ${formatDay(after)}`));
      faults.push(...ofAmount(rule, order, amount));
    }
    if (event.what !== 'extended') continue;
    longer += 1;
    if (rule.extend_most === null) faults.push(wrong('no rule here lets a court make it longer'));
    else if (event.months > rule.extend_most || event.months <= 0)
      faults.push(wrong(`${event.months} months longer; at most ${rule.extend_most}`));
    if (longer > 1) faults.push(wrong('made longer a second time; once only'));
    amount = amount === null ? null : amount + event.months;
    if (rule.extend_within_most && amount !== null && rule.most !== null && amount > rule.most)
      faults.push(wrong(`${amount} months in all; at most ${rule.most}`));
  }
  return faults;
}

function ofRequirements(order: CourtOrder, dates: OrderDates | undefined): OrderFault[] {
  const codes = order.requirements.map(({ rule }) => rule.code);
  const missing = order.rule.needs_requirements.filter(
    (any) => !any.split('/').some((code) => codes.includes(code)),
  );
  return [
    ...missing.map((code) =>
      because(
        order.rule,
        'together',
        `goes with ${code.replaceAll('-', ' ').replace('/', ' or ')}`,
      ),
    ),
    ...totals(order.requirements).flatMap(([rule, total]) => {
      const alone = order.requirements.filter((each) => each.rule.code === rule.code);
      return alone.length < 2 ||
        alone.some(({ amount }) => ofAmount(rule, order, amount).length > 0)
        ? []
        : ofAmount(rule, order, total);
    }),
    ...order.requirements.flatMap(({ rule, amount }) => {
      const faults = ofRule(rule, order, amount);
      if (!rule.only_with.includes(order.rule.code))
        faults.push(because(rule, 'together', `not in a ${order.rule.label.toLowerCase()}`));
      const others = codes.filter((code) => code !== rule.code);
      const isAlone =
        rule.needs_too === 'any' ? others.length === 0 : !others.includes(rule.needs_too);
      if (rule.needs_too && isAlone)
        faults.push(because(rule, 'together', 'never without the requirement that it goes with'));
      const isInMonths = rule.unit === 'months' && dates?.from && amount !== null;
      const until = isInMonths ? lastDay(dates.from ?? '', { months: amount }) : dates?.to;
      if (isInMonths && until && dates.to && until > dates.to)
        faults.push(
          because(rule, 'amount', `runs past the order’s last day, ${formatDay(dates.to)}`),
        );
      if (
        rule.ends_by_age !== null &&
        until &&
        order.bornOn &&
        until >= reachesAge(order.bornOn, rule.ends_by_age)
      )
        faults.push(because(rule, 'age', `would not end before the child is ${rule.ends_by_age}`));
      return faults;
    }),
  ];
}
