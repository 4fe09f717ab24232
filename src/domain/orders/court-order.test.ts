import { describe, expect, it } from 'vitest';
import { order, requirement } from './court-order.fixture.ts';
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

  it('stands once it has ended, whatever is recorded after that', () => {
    expect(
      one(
        order(YRO, 12, {
          events: [
            { what: 'revoked', on: '2027-01-05' },
            { what: 'extended', on: '2027-02-01', months: 6 },
          ],
        }),
      )?.to,
    ).toBe('2027-01-05');
  });

  it('says that an order lives on until the hours of unpaid work are done', () => {
    expect(one(order(YRO, 12, { requirements: [requirement('unpaid-work', 60)] }))?.how).toContain(
      'in force beyond it until the unpaid work is done',
    );
  });

  it('never begins before its own sentence, nor after an order that was quashed before it began', () => {
    const over = order(DTO, 4, { sentencedOn: '2026-01-05' });
    const next = order(DTO, 6, { isConsecutive: true });
    expect(datesOf([over, next])[1]?.from).toBe('2026-10-01');
    const never = order(DTO, 4, {
      isConsecutive: true,
      events: [{ what: 'quashed', on: '2026-11-05' }],
    });
    expect(datesOf([order(DTO, 4), never, next])).toMatchObject([
      { to: '2027-01-31' },
      { from: null, to: '2026-11-05', how: 'quashed on 5 November 2026, before it began' },
      { from: '2027-02-01' },
    ]);
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
      'a youth rehabilitation order while another runs that was not revoked',
      [order(YRO, 12, { sentencedOn: '2026-05-01' }), order(YRO, 12)],
      'not while a youth rehabilitation order runs, unless the court revoked it',
    ],
    [
      'reparation while unpaid work keeps an order alive beyond its last day',
      [
        order(YRO, 3, {
          sentencedOn: '2026-05-01',
          bornOn: '2009-12-01',
          requirements: [requirement('unpaid-work', 60)],
        }),
        order('reparation-order', 8, { bornOn: '2009-12-01' }),
      ],
      'not while a youth rehabilitation order runs',
    ],
    [
      'hours of one requirement that are over its most only in all',
      [
        order(YRO, 12, {
          bornOn: '2009-12-01',
          requirements: [requirement('unpaid-work', 140), requirement('unpaid-work', 140)],
        }),
      ],
      '280 hours is over the most of 240',
    ],
    [
      'hours that add up over the orders of one day',
      [150, 150].map((hours) =>
        order(YRO, 12, {
          bornOn: '2009-12-01',
          requirements: [requirement('unpaid-work', hours)],
        }),
      ),
      '300 hours in the orders of one day; at most 240',
    ],
    [
      'a requirement that runs past its order',
      [order(YRO, 2, { requirements: [requirement('exclusion', 3)] })],
      'runs past the order’s last day, 30 November 2026',
    ],
    [
      'terms beside one another that make one over the most',
      [order(DTO, 18, { sentencedOn: '2026-05-01' }), order(DTO, 24)],
      'it runs from 1 May 2026 to 30 September 2028; at most 24 months',
    ],
    [
      'an order that follows one that was over',
      [order(DTO, 4, { sentencedOn: '2026-01-05' }), order(DTO, 4, { isConsecutive: true })],
      'the order that it follows was over when it was made',
    ],
    [
      'longer, after its last day',
      [order(YRO, 3, { events: [{ what: 'extended', on: '2027-01-01', months: 2 }] })],
      'extended after its last day, 31 December 2026',
    ],
    [
      'revoked, after its last day',
      [order(YRO, 3, { events: [{ what: 'revoked', on: '2027-01-01' }] })],
      'revoked after its last day, 31 December 2026',
    ],
    [
      'changed to a last day that is past',
      [order(YRO, 12, { events: [{ what: 'amended', on: '2027-03-01', amount: 3 }] })],
      'changed to a last day that had passed, 31 December 2026',
    ],
    [
      'more than 24 months that join',
      [order(DTO, 18), order(DTO, 8, { isConsecutive: true })],
      'it runs from 1 October 2026 to 30 November 2028; at most 24 months',
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
    expect(saidOf(...orders).join()).not.toContain('those that it joins');
  });

  it.each([
    ['from the same day', [order(YRO, 12), order('reparation-order', 8)]],
    ['that is over', [order(YRO, 3, { sentencedOn: '2026-05-01' }), order('reparation-order', 8)]],
    [
      'that the court revoked on that day',
      [
        order(YRO, 12, {
          sentencedOn: '2026-05-01',
          events: [{ what: 'revoked', on: '2026-10-01' }],
        }),
        order(YRO, 12),
      ],
    ],
  ] as const)('is not that an order is made while one runs %s', (_what, orders) => {
    expect(saidOf(...orders).join()).not.toMatch(/not while a .* runs/);
  });

  it('lets a court shorten an order to the very day on which it does so', () => {
    const to = (on: string) =>
      saidOf(order(YRO, 12, { events: [{ what: 'amended', on, amount: 3 }] }));
    expect(to('2026-12-31')).toEqual([]);
    expect(to('2027-01-01').join()).toContain('a last day that had passed');
  });

  it('says of one requirement that is too long by itself, and not once more of it and another together', () => {
    const work = (...hours: number[]) =>
      saidOf(
        order(YRO, 12, { requirements: hours.map((each) => requirement('unpaid-work', each)) }),
      );
    expect(work(300, 40).filter((says) => says.includes('hours'))).toHaveLength(1);
    expect(work(140, 140).filter((says) => says.includes('hours'))).toHaveLength(1);
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
