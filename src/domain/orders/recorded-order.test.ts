import { describe, expect, it } from 'vitest';
import { order, orderRules, requirement } from './court-order.fixture.ts';
import { type RecordedOrder, settledOrders } from './recorded-order.ts';

const rules = {
  orders: orderRules,
  requirements: ['unpaid-work', 'supervision', 'curfew'].map((code) => requirement(code).rule),
};
const YRO = 'youth-rehabilitation-order';
/** Twelve months from 1 October 2026 on a child of 15, unless said otherwise. */
const recorded = (more: Partial<RecordedOrder> = {}): RecordedOrder => ({
  kind: YRO,
  made_on: '2026-10-01',
  convicted_on: '2026-09-01',
  amount: 12,
  is_consecutive: false,
  requirements: [],
  events: [],
  ...more,
});
type Event = RecordedOrder['events'][number];
const event = (what: Event['what'], happened_on: string, amount: number | null = null): Event => ({
  what,
  happened_on,
  amount,
});
const settled = (...orders: RecordedOrder[]) => settledOrders(orders, '2011-03-04', rules);
const one = (more: Partial<RecordedOrder>) => settled(recorded(more))[0];

describe('an order as it is recorded', () => {
  it.each<[string, readonly Event[], string, string | null]>([
    ['nothing came of it', [], '2027-09-30', null],
    ['a breach was found', [event('breached', '2026-12-01')], '2027-09-30', null],
    ['somebody appealed', [event('appealed', '2026-12-01', 3)], '2027-09-30', null],
    ['it was made longer', [event('extended', '2026-12-01', 6)], '2028-03-31', null],
    [
      'it was made longer by nobody knows how much',
      [event('extended', '2026-12-01')],
      '2027-09-30',
      null,
    ],
    ['it was amended to other months', [event('amended', '2026-12-01', 9)], '2027-06-30', null],
    [
      'it was amended and its length was not touched',
      [event('amended', '2026-12-01')],
      '2027-09-30',
      null,
    ],
    ['it was revoked', [event('revoked', '2027-01-05')], '2027-01-05', '2027-01-05'],
    ['it was quashed', [event('quashed', '2027-01-06')], '2027-01-06', '2027-01-06'],
    ['it was completed', [event('completed', '2027-09-30')], '2027-09-30', '2027-09-30'],
    [
      'it was breached and then revoked',
      [event('breached', '2026-12-01'), event('revoked', '2027-01-05')],
      '2027-01-05',
      '2027-01-05',
    ],
  ])('when %s', (_what, events, to, endedOn) => {
    expect(one({ events })).toMatchObject({ dates: { from: '2026-10-01', to }, endedOn });
  });

  it('is told of a length of nothing when it was made longer by nobody knows how much', () => {
    expect(
      one({ events: [event('extended', '2026-12-01')] })?.faults.map(({ says }) => says),
    ).toContain('Youth rehabilitation order: 0 months longer; at most 6');
    expect(one({ events: [event('amended', '2026-12-01')] })?.faults).toEqual([]);
  });

  it('of referral runs from the last contract that took effect, and waits for one', () => {
    const kind = 'referral-order';
    expect(one({ kind, amount: 6 })?.dates).toMatchObject({ from: null, to: null });
    const events = [
      event('contract', '2026-10-20'),
      event('breached', '2026-10-30'),
      event('contract', '2026-11-03'),
    ];
    expect(one({ kind, amount: 6, events })?.dates).toMatchObject({
      from: '2026-11-03',
      to: '2027-05-02',
    });
  });

  it('counts its age from the conviction and the sentence that it was given', () => {
    const faults = settledOrders([recorded({ convicted_on: '2026-08-01' })], '2008-09-01', rules)[0]
      ?.faults;
    expect(faults?.map(({ what }) => what)).toEqual(['age']);
    expect(settledOrders([recorded({})], null, rules)[0]?.faults).toEqual([]);
  });

  it('is judged by the requirements that still stand', () => {
    const work = { kind: 'unpaid-work', amount: 300, ended_on: null };
    const wrong = (requirements: RecordedOrder['requirements']) =>
      one({ requirements })?.faults.map(({ what }) => what);
    expect(wrong([work])).toEqual(['age', 'amount']);
    expect(wrong([{ ...work, ended_on: '2026-12-01' }])).toEqual([]);
    expect(wrong([{ ...work, kind: 'no-such-requirement' }])).toEqual([]);
    expect(
      wrong([
        { kind: 'supervision', amount: null, ended_on: null },
        { kind: 'curfew', amount: null, ended_on: null },
      ]),
    ).toEqual([]);
  });
});

describe('the orders of a child', () => {
  it('follow one another where the court said so, and run beside one another otherwise', () => {
    const kind = 'detention-training-order';
    const first = recorded({ kind, amount: 4 });
    expect(
      settled(
        first,
        recorded({ kind, amount: 6, is_consecutive: true }),
        recorded({ kind, amount: 6 }),
      ).map(({ dates }) => [dates.from, dates.to]),
    ).toEqual([
      ['2026-10-01', '2027-01-31'],
      ['2027-02-01', '2027-07-31'],
      ['2026-10-01', '2027-03-31'],
    ]);
  });

  it('each keep their own row, rule and faults when one among them has a code that no list has', () => {
    const long = recorded({ amount: 37 });
    const found = settled(recorded({}), recorded({ kind: 'no-such-order' }), long);
    expect(found.map(({ row, rule, faults }) => [row.amount, rule.code, faults.length])).toEqual([
      [12, YRO, 0],
      [37, YRO, 1],
    ]);
    expect(found[1]?.row).toBe(long);
    expect(found[0]?.rule).toBe(order(YRO, 12).rule);
  });
});
