import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, type Day } from '../calendar/day.ts';
import { order, orderRules, requirement } from './court-order.fixture.ts';
import { type CourtOrder, datesOf, isEnd } from './court-order.ts';
import { faultsOf } from './order-faults.ts';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2023-11-01', days));
const event = fc.oneof(
  fc.record({ what: fc.constant('breached' as const), days: fc.nat(300) }),
  fc.record({
    what: fc.constant('amended' as const),
    days: fc.nat(300),
    amount: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    what: fc.constant('extended' as const),
    days: fc.nat(300),
    months: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    what: fc.constantFrom('revoked' as const, 'quashed' as const, 'completed' as const),
    days: fc.nat(300),
  }),
);
const required = fc
  .tuple(
    fc.constantFrom(
      'unpaid-work',
      'attendance-centre',
      'activity',
      'exclusion',
      'curfew',
      'fostering',
      'council-residence',
      'supervision',
    ),
    fc.option(fc.integer({ min: 1, max: 150 })),
  )
  .map(([code, amount]) => requirement(code, amount));
const anyOrder = fc
  .record({
    // Half of them of the kinds that bear on one another.
    rule: fc.oneof(
      fc.constantFrom(...orderRules),
      fc.constantFrom(
        ...orderRules.filter(({ not_while, joined_most }) => not_while.length > 0 || joined_most),
      ),
    ),
    amount: fc.option(fc.integer({ min: 0, max: 70 }), { freq: 9 }),
    isConsecutive: fc.boolean(),
    contract: fc.option(fc.nat(60)),
    requirements: fc.array(required, { maxLength: 3 }),
    events: fc.array(event, { maxLength: 4 }),
  })
  .map((each) => (sentencedOn: Day, bornOn: Day): CourtOrder => {
    const { rule, amount, contract, events, ...given } = each;
    let on = sentencedOn;
    return order(rule.code, amount, {
      ...given,
      sentencedOn,
      bornOn,
      contractOn: contract === null ? null : addDays(sentencedOn, contract),
      events: events.map(({ days, ...what }) => {
        on = addDays(on, days);
        return { ...what, on };
      }),
    });
  });
/** Orders on one child, in the order in which they were made; some on one day, as courts make them. */
const anyOrders = fc
  .tuple(
    fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 9 * 365, max: 19 * 365 }),
    fc.array(fc.tuple(anyOrder, fc.nat(2)), { minLength: 1, maxLength: 5 }),
  )
  .map(([days, age, made]) => {
    const sorted = days.sort();
    const bornOn = addDays(sorted[0] ?? '', -age);
    return made
      .map(([make, at]) => make(sorted[Math.min(at, sorted.length - 1)] ?? '', bornOn))
      .sort((a, b) => (a.sentencedOn < b.sentencedOn ? -1 : a.sentencedOn > b.sentencedOn ? 1 : 0));
  });

/** The day before the same date that many months later, by the calendar of the machine and none of ours. */
function monthsOn(from: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last) - 1))
    .toISOString()
    .slice(0, 10);
}

/** The last day by hand: what stood since the last amendment, and each addition after it. */
function lastByHand({ rule, amount, events }: CourtOrder, from: Day): Day | null {
  const ended = events.findIndex(isEnd);
  if (ended >= 0) return events[ended]?.on ?? null;
  let months = rule.unit === 'months' ? amount : rule.within_months;
  if (months === null) return null;
  const amended = rule.unit === 'months' ? events.findLastIndex((e) => e.what === 'amended') : -1;
  const since = events[amended];
  if (since?.what === 'amended') months = since.amount;
  return events
    .slice(amended + 1)
    .reduce(
      (to, each) => (each.what === 'extended' ? monthsOn(addDays(to, 1), each.months) : to),
      monthsOn(from, months),
    );
}

describe('whatever orders a court makes and whatever becomes of them', () => {
  it('the days add up: each begins where it says and lasts the months given it, changed and added, to the day of its end', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const dates = datesOf(orders);
        let before: Day | null | undefined;
        for (const [at, each] of orders.entries()) {
          const { from = null, to = null } = dates[at] ?? {};
          const ended = each.events.find(isEnd)?.on ?? null;
          const begins =
            each.rule.counts_from === 'contract'
              ? each.contractOn
              : !each.isConsecutive || before === undefined
                ? each.sentencedOn
                : before === null
                  ? null
                  : [addDays(before, 1), each.sentencedOn].sort()[1];
          if (begins === null || (ended && ended < (begins ?? ''))) {
            expect([from, to]).toEqual([null, ended]);
          } else {
            expect([from, to]).toEqual([begins, lastByHand(each, from ?? '')]);
          }
          if (from !== null || to === null) before = to;
        }
      }),
    );
  });

  it('no order begins before its sentence, or ends before it began unless it has no length', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        for (const [at, { from, to }] of datesOf(orders).entries()) {
          if (from) expect(from >= (orders[at]?.sentencedOn ?? '')).toBe(true);
          if (from && to && (orders[at]?.amount ?? 1) > 0) expect(to >= from).toBe(true);
        }
      }),
    );
  });

  it('an age or a length that the law does not give is never unsaid, and never said where it does', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const faults = faultsOf(orders);
        for (const [at, { rule, bornOn, sentencedOn, amount, events }] of orders.entries()) {
          const kinds = new Set(
            faults[at]
              ?.filter(({ says }) => says.startsWith(`${rule.label}: `))
              .map(({ what }) => what),
          );
          const age = ageOn(bornOn ?? '', sentencedOn);
          expect(kinds.has('age')).toBe(age < rule.min_age || age > rule.max_age);
          const lengths = [
            ...(amount === null ? [] : [amount]),
            ...events.flatMap((each) => (each.what === 'amended' ? [each.amount] : [])),
          ];
          const isOut = lengths.some(
            (each) => each <= 0 || each < (rule.least ?? 0) || each > (rule.most ?? Infinity),
          );
          expect(kinds.has('amount')).toBe(isOut);
        }
      }),
    );
  });

  it('hours of a requirement that no court may give are never unsaid, in one order or in those of one day', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const faults = faultsOf(orders);
        for (const [at, { requirements, sentencedOn }] of orders.entries()) {
          const sameDay = orders.filter((each) => each.sentencedOn === sentencedOn);
          for (const { rule } of requirements) {
            if (rule.unit !== 'hours' && rule.unit !== 'days') continue;
            const inAll = sameDay
              .flatMap((each) => each.requirements)
              .reduce((sum, each) => sum + (each.rule === rule ? (each.amount ?? 0) : 0), 0);
            if (inAll > (rule.most ?? Infinity))
              expect(faults[at]?.map(({ says }) => says).join()).toContain(`${rule.label}: `);
          }
        }
      }),
    );
  });

  it('a change that the law does not give is never unsaid: after the end, longer twice or where no rule lets it', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const faults = faultsOf(orders);
        for (const [at, { rule, events, requirements }] of orders.entries()) {
          const isSaid = faults[at]?.some(({ what }) => what === 'change');
          const longer = events.filter(({ what }) => what === 'extended');
          const ends = events.findIndex(isEnd);
          const livesOn = requirements.some((each) => each.rule.code === 'unpaid-work');
          const isLate = events.some(({ what, on }, place) => {
            const { from, to } =
              datesOf(
                orders
                  .slice(0, at + 1)
                  .map((each, n) =>
                    n === at ? { ...each, events: events.slice(0, place) } : each,
                  ),
              )[at] ?? {};
            const changes = what === 'amended' || what === 'extended' || what === 'revoked';
            return changes && !livesOn && from && to && on > to;
          });
          if (
            longer.length > 1 ||
            (longer.length > 0 && rule.extend_most === null) ||
            (ends >= 0 && ends < events.length - 1) ||
            isLate
          )
            expect(isSaid).toBe(true);
        }
      }),
    );
  });

  it('an order that may not be made while another runs is never unsaid, day by day', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const dates = datesOf(orders);
        const faults = faultsOf(orders);
        for (const [at, { rule, sentencedOn }] of orders.entries()) {
          const clashes = orders.some(
            (other, place) =>
              other.sentencedOn < sentencedOn &&
              rule.not_while.includes(other.rule.code) &&
              !other.events.some((each) => isEnd(each) && each.on <= sentencedOn) &&
              ((dates[place]?.to ?? sentencedOn) >= sentencedOn ||
                other.requirements.some((each) => each.rule.code === 'unpaid-work')),
          );
          expect(faults[at]?.some(({ says }) => says.includes('unless the court revoked it'))).toBe(
            clashes,
          );
        }
      }),
    );
  });

  it('terms of custody that run on longer than 24 months are never unsaid, however they overlap', () => {
    const term = fc.tuple(day, fc.integer({ min: 4, max: 24 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(term, { minLength: 2, maxLength: 5 }), (given) => {
        const orders = given
          .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
          .map(([sentencedOn, months, isConsecutive]) =>
            order('detention-training-order', months, { sentencedOn, isConsecutive }),
          );
        const isSaid = faultsOf(orders)
          .flat()
          .some(({ says }) => says.includes('those that it joins'));
        // Each day of custody is marked on a calendar; a stretch of marks is one term.
        const numberOf = (on: Day | null) => Date.parse(on ?? '') / 86_400_000;
        const marked = new Set<number>();
        const ran: (Day | null)[] = [];
        const dates = datesOf(orders);
        for (const [at, { from, to }] of dates.entries()) {
          // One that only happens to begin on the morrow of another stretches nothing.
          fc.pre(
            orders[at]?.isConsecutive || !ran.some((on) => numberOf(on) + 1 === numberOf(from)),
          );
          ran.push(to);
          for (let on = numberOf(from); on <= numberOf(to); on += 1) marked.add(on);
        }
        const tooLong = dates.some(({ from }) => {
          if (marked.has(numberOf(from) - 1)) return false;
          let to = numberOf(from);
          while (marked.has(to + 1)) to += 1;
          return to > numberOf(monthsOn(from ?? '', 24));
        });
        expect(isSaid).toBe(tooLong);
      }),
    );
  });

  it('orders that the law keeps apart are told on both, in either order', () => {
    for (const first of orderRules)
      for (const second of orderRules) {
        const told = faultsOf([order(first.code, null), order(second.code, null)]).map((each) =>
          each.some(({ says }) => says.includes('for one offence')),
        );
        const apart = first.not_with.includes(second.code) || second.not_with.includes(first.code);
        expect(told).toEqual([apart, apart]);
      }
  });
});
