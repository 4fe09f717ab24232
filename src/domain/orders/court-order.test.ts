import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, daysBetween } from '../calendar/day.ts';
import { order, orderRules, requirement } from './court-order.fixture.ts';
import { type CourtOrder, datesOf } from './court-order.ts';
import { faultsOf } from './order-faults.ts';

const YRO = 'youth-rehabilitation-order';
const DTO = 'detention-training-order';
const one = (given: CourtOrder) => datesOf([given])[0];
const saidOf = (...orders: CourtOrder[]) =>
  faultsOf(orders)
    .flat()
    .map(({ says }) => says);

describe('the last day of an order', () => {
  it('is the day before the same date that many months later', () => {
    expect(one(order(YRO, 12))).toEqual({
      from: '2026-10-01',
      to: '2027-09-30',
      how: '12 months from 1 October 2026, that day counted',
    });
    expect(one(order(YRO, 1, { sentencedOn: '2028-01-31' }))?.to).toBe('2028-02-28');
  });

  it('waits for the contract of a referral order, and counts from the day it takes effect', () => {
    expect(one(order('referral-order', 6))).toMatchObject({ from: null, to: null });
    expect(one(order('referral-order', 6, { contractOn: '2026-10-20' }))?.to).toBe('2027-04-19');
  });

  it('is three months on for hours of reparation, and not worked out where the court gave no length', () => {
    expect(one(order('reparation-order', 12))?.to).toBe('2026-12-31');
    expect(one(order('section-250', null))?.to).toBeNull();
  });

  it('moves when the order is changed, made longer or ended, and not by a breach alone', () => {
    const lastDayAfter = (events: CourtOrder['events']) => one(order(YRO, 12, { events }))?.to;
    expect(lastDayAfter([{ what: 'breached', on: '2026-12-01' }])).toBe('2027-09-30');
    expect(lastDayAfter([{ what: 'amended', on: '2026-12-01', amount: 9 }])).toBe('2027-06-30');
    expect(lastDayAfter([{ what: 'extended', on: '2026-12-01', months: 6 }])).toBe('2028-03-31');
    expect(lastDayAfter([{ what: 'revoked', on: '2027-01-05' }])).toBe('2027-01-05');
    expect(lastDayAfter([{ what: 'quashed', on: '2027-01-06' }])).toBe('2027-01-06');
    expect(lastDayAfter([{ what: 'completed', on: '2027-10-20' }])).toBe('2027-10-20');
  });

  it('follows the order before it when the court said so', () => {
    const [, second] = datesOf([order(DTO, 4), order(DTO, 6, { isConsecutive: true })]);
    expect(second).toMatchObject({ from: '2027-02-01', to: '2027-07-31' });
  });
});

describe('what cannot be lawful', () => {
  it.each([
    ['a length over the most', [order(YRO, 37)], 'over the most of 36'],
    ['a length under the least', [order('referral-order', 2)], 'under the least of 3'],
    ['no length', [order(YRO, 0)], 'is no length'],
    ['custody under 12', [order(DTO, 4, { bornOn: '2015-03-04' })], 'it is from 12 to 17'],
    [
      'eighteen between conviction and sentence',
      [order(YRO, 12, { bornOn: '2008-09-01', convictedOn: '2026-08-01' })],
      'check which day counts',
    ],
    [
      'unpaid work under 16 at conviction',
      [order(YRO, 12, { requirements: [requirement('unpaid-work', 60)] })],
      'the child was 15 at conviction',
    ],
    [
      'too many hours at an attendance centre for that age',
      [order(YRO, 12, { requirements: [requirement('attendance-centre', 30)] })],
      '30 hours is over the most of 24',
    ],
    [
      'extended activity without intensive supervision',
      [order(YRO, 12, { requirements: [requirement('extended-activity', 100)] })],
      'not in a youth rehabilitation order',
    ],
    [
      'a tag by itself',
      [order(YRO, 12, { requirements: [requirement('electronic-monitoring')] })],
      'never without',
    ],
    [
      'intensive supervision without what goes with it',
      [order(`${YRO}-iss`, 12, { requirements: [requirement('supervision')] })],
      'goes with curfew or curfew tag',
    ],
    [
      'fostering beyond 18',
      [
        order(`${YRO}-fostering`, 12, {
          bornOn: '2009-03-04',
          requirements: [requirement('fostering', 12), requirement('supervision')],
        }),
      ],
      'would not end before the child is 18',
    ],
    [
      'reparation with custody',
      [order('reparation-order', 8), order(DTO, 4)],
      'not with a detention',
    ],
    [
      'reparation while another order runs',
      [order(YRO, 12, { sentencedOn: '2026-05-01' }), order('reparation-order', 8)],
      'not while a youth rehabilitation order runs',
    ],
    [
      'more than 24 months that join',
      [order(DTO, 18), order(DTO, 8, { isConsecutive: true })],
      '26 months one after another',
    ],
    [
      'a second time longer',
      [
        order(YRO, 12, {
          events: [
            { what: 'extended', on: '2026-12-01', months: 2 },
            { what: 'extended', on: '2027-01-01', months: 2 },
          ],
        }),
      ],
      'a second time',
    ],
    [
      'a referral order over its most by a longer contract',
      [
        order('referral-order', 11, {
          events: [{ what: 'extended', on: '2026-12-01', months: 2 }],
        }),
      ],
      '13 months in all',
    ],
    [
      'an order from before it was in force',
      [order('section-250', null, { sentencedOn: '2020-11-30', bornOn: '2005-01-01' })],
      'not in force',
    ],
  ] as const)('is said at once: %s', (_name, orders, says) => {
    expect(saidOf(...orders).filter((each) => each.includes(says))).not.toEqual([]);
  });

  it('carries the rule, its source and whether it must be checked locally', () => {
    expect(faultsOf([order('conditional-discharge', 40)])[0]).toEqual([
      expect.objectContaining({ basis: 'Sentencing Act 2020 s80', mustCheck: true }),
    ]);
    expect(faultsOf([order(YRO, 40)])[0]?.[0]).toMatchObject({ mustCheck: false });
  });

  it.each([
    ['run beside one another', [order(DTO, 18), order(DTO, 8)]],
    ['follow an order of another kind', [order(YRO, 18), order(DTO, 8, { isConsecutive: true })]],
    ['come to the most together', [order(DTO, 18), order(DTO, 6, { isConsecutive: true })]],
  ] as const)('is not that months join too long where they %s', (_what, orders) => {
    expect(saidOf(...orders).join()).not.toContain('one after another');
  });

  it.each([
    ['from the same day', [order(YRO, 12), order('reparation-order', 8)]],
    ['that is over', [order(YRO, 3, { sentencedOn: '2026-05-01' }), order('reparation-order', 8)]],
    ['of the same kind', [order(YRO, 12, { sentencedOn: '2026-05-01' }), order(YRO, 12)]],
  ] as const)('is not that an order is made while one runs %s', (_what, orders) => {
    expect(saidOf(...orders).join()).not.toMatch(/not while a .* runs/);
  });

  it('says nothing of an order that is lawful', () => {
    const requirements = [
      requirement('supervision'),
      requirement('extended-activity', 120),
      requirement('curfew-tag', 10),
      requirement('electronic-monitoring'),
    ];
    expect(saidOf(order(`${YRO}-iss`, 12, { requirements }))).toEqual([]);
    expect(saidOf(order('referral-order', 9, { contractOn: '2026-10-20' }))).toEqual([]);
  });
});

describe('whatever orders a court makes', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-02-01', days));
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
      what: fc.constantFrom('revoked' as const, 'completed' as const),
      days: fc.nat(300),
    }),
  );
  const any = fc
    .record({
      rule: fc.constantFrom(...orderRules),
      amount: fc.integer({ min: 0, max: 70 }),
      sentencedOn: day,
      age: fc.integer({ min: 9, max: 19 }),
      isConsecutive: fc.boolean(),
      contract: fc.option(fc.nat(60)),
      events: fc.array(event, { maxLength: 4 }),
    })
    .map(({ rule, amount, sentencedOn, age, isConsecutive, contract, events }): CourtOrder => {
      let on = sentencedOn;
      return order(rule.code, amount, {
        sentencedOn,
        isConsecutive,
        bornOn: addMonths(sentencedOn, -12 * age),
        contractOn: contract === null ? null : addDays(sentencedOn, contract),
        events: events.map(({ days, ...each }) => {
          on = addDays(on, days);
          return { ...each, on };
        }),
      });
    });
  const several = fc.array(any, { minLength: 1, maxLength: 5 });

  it('the days add up: each begins where it says, and its length is the months given it and no more', () => {
    fc.assert(
      fc.property(several, (orders) => {
        const dates = datesOf(orders);
        for (const [
          at,
          { rule, sentencedOn, contractOn, amount, isConsecutive, events },
        ] of orders.entries()) {
          const { from = null, to = null } = dates[at] ?? {};
          const before = dates[at - 1];
          if (rule.counts_from === 'contract') expect(from).toBe(contractOn);
          else if (!isConsecutive || !before) expect(from).toBe(sentencedOn);
          else if (before.to === null) expect(from).toBeNull();
          else expect(daysBetween(before.to, from ?? '')).toBe(1);
          if (rule.unit !== 'months' || !from || events.some(({ what }) => what !== 'breached'))
            continue;
          expect(addMonths(from, amount ?? 0)).toBe(addDays(to ?? '', 1));
        }
      }),
    );
  });

  it('nothing unlawful in age, length, change or joining goes unsaid', () => {
    fc.assert(
      fc.property(several, (orders) => {
        const faults = faultsOf(orders);
        for (const [at, { rule, bornOn, sentencedOn, amount, events }] of orders.entries()) {
          const kinds = new Set(faults[at]?.map(({ what }) => what));
          const age = ageOn(bornOn ?? '', sentencedOn);
          expect(kinds.has('age')).toBe(age < rule.min_age || age > rule.max_age);
          const lengths = [
            amount ?? 0,
            ...events.flatMap((each) => (each.what === 'amended' ? [each.amount] : [])),
          ];
          const isOut = lengths.some(
            (each) => each <= 0 || each < (rule.least ?? 0) || each > (rule.most ?? Infinity),
          );
          expect(kinds.has('amount')).toBe(isOut);
          const longer = events.filter(({ what }) => what === 'extended');
          if (longer.length > 1 || (longer.length > 0 && rule.extend_most === null))
            expect(kinds.has('change')).toBe(true);
          const ends = events.findIndex(({ what }) => what === 'revoked' || what === 'completed');
          if (ends >= 0 && ends < events.length - 1) expect(kinds.has('change')).toBe(true);
        }
      }),
    );
  });

  it('orders that the law keeps apart are told on both, in either order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...orderRules),
        fc.constantFrom(...orderRules),
        (first, second) => {
          const pair = [order(first.code, null), order(second.code, null)];
          const apart =
            first.not_with.includes(second.code) || second.not_with.includes(first.code);
          const told = faultsOf(pair).map((each) =>
            each.some(({ says }) => says.includes('for one offence')),
          );
          expect(told).toEqual([apart, apart]);
        },
      ),
    );
  });
});
