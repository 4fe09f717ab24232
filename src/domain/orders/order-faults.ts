import { ageOn, type Day, reachesAge } from '../calendar/day.ts';
import { inForceOn } from '../provenance.ts';
import { type CourtOrder, datesOf, isEnd, type OrderDates } from './court-order.ts';
import { lastDay } from './detention-training.ts';
import type { OrderRule, RequirementRule } from './order-rule.ts';

/** What cannot be lawful, or cannot be so without a look, with the rule that says so. The court's word still stands. */
export type OrderFault = {
  readonly what: 'in force' | 'age' | 'amount' | 'together' | 'change';
  readonly says: string;
  readonly basis: string;
  readonly source: string;
  readonly mustCheck: boolean;
};

type Rule = OrderRule | RequirementRule;
const because = (rule: Rule, what: OrderFault['what'], says: string): OrderFault => ({
  what,
  says: `${rule.label}: ${says}`,
  basis: rule.legal_basis,
  source: rule.source,
  mustCheck: rule.mustCheck,
});

/** For each of a child's orders, in the order in which the court made them, what cannot be lawful. */
export function faultsOf(orders: readonly CourtOrder[]): OrderFault[][] {
  const dates = datesOf(orders);
  return orders.map((order, at) => [
    ...ofRule(order.rule, order, order.amount),
    ...ofChanges(order),
    ...ofRequirements(order, dates[at]),
    ...ofOthers(orders, dates, at),
  ]);
}

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

function ofChanges(order: CourtOrder): OrderFault[] {
  const { rule, events } = order;
  const wrong = (says: string) => because(rule, 'change', says);
  const faults: OrderFault[] = [];
  let last: Day = order.sentencedOn;
  let hasEnded = false;
  let longer = 0;
  let amount = order.amount;
  for (const event of events) {
    if (event.on < last) faults.push(wrong(`${event.what} before what came before it`));
    if (hasEnded) faults.push(wrong(`${event.what} after it had ended`));
    last = event.on > last ? event.on : last;
    hasEnded ||= isEnd(event);
    if (event.what === 'amended') {
      amount = event.amount;
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
    ...order.requirements.flatMap(({ rule, amount }) => {
      const faults = ofRule(rule, order, amount);
      if (!rule.only_with.includes(order.rule.code))
        faults.push(because(rule, 'together', `not in a ${order.rule.label.toLowerCase()}`));
      const others = codes.filter((code) => code !== rule.code);
      const isAlone =
        rule.needs_too === 'any' ? others.length === 0 : !others.includes(rule.needs_too);
      if (rule.needs_too && isAlone)
        faults.push(because(rule, 'together', 'never without the requirement that it goes with'));
      const until =
        rule.unit === 'months' && amount && dates?.from
          ? lastDay(dates.from, { months: amount })
          : null;
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

function ofOthers(orders: readonly CourtOrder[], dates: readonly OrderDates[], at: number) {
  const order = orders[at];
  if (!order) return [];
  const { rule } = order;
  const faults = orders.flatMap((other, place) => {
    if (place === at) return [];
    const isSameDay = other.sentencedOn === order.sentencedOn;
    const name = other.rule.label.toLowerCase();
    if (isSameDay && rule.not_with.includes(other.rule.code))
      return [
        because(rule, 'together', `not with a ${name} for one offence: check which offences`),
      ];
    if (isSameDay && other.rule.not_with.includes(rule.code))
      return [
        because(
          other.rule,
          'together',
          `not with a ${rule.label.toLowerCase()} for one offence: check which offences`,
        ),
      ];
    const isAlive =
      other.sentencedOn < order.sentencedOn &&
      (dates[place]?.to ?? order.sentencedOn) >= order.sentencedOn;
    return isAlive && rule.not_while.includes(other.rule.code)
      ? [because(rule, 'together', `not while a ${name} runs`)]
      : [];
  });
  const joined = joinedMonths(orders, at);
  if (rule.joined_most !== null && joined > rule.joined_most)
    faults.push(
      because(rule, 'together', `${joined} months one after another; at most ${rule.joined_most}`),
    );
  return faults;
}

// Months of this order and of those of its kind that it follows without a break.
function joinedMonths(orders: readonly CourtOrder[], at: number): number {
  const order = orders[at];
  if (!order) return 0;
  const before = orders[at - 1];
  const isJoined = order.isConsecutive && before?.rule.code === order.rule.code;
  return (order.amount ?? 0) + (isJoined ? joinedMonths(orders, at - 1) : 0);
}
