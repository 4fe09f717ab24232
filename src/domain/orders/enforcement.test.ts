import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { countingOn, countsUntil, type Failure, followsFrom } from './enforcement.ts';

const rehabilitation = { warned_months: 12, warnings: 2 };
const panel = { warned_months: null, warnings: null };

/** `2026-01-05 w2026-01-08` is a failure without a good reason of which the child was warned; `ok` and `np` are other decisions, `?` is none. */
const told = (said: string): Failure => {
  const [id = '', second = ''] = said.split(' ');
  const decision = { ok: 'acceptable', np: 'not-pursued', '?': null } as const;
  const warned = /w(\S+)/.exec(said)?.[1] ?? null;
  return {
    id: said,
    happened_on: id,
    decision:
      second in decision ? decision[second as keyof typeof decision] : ('not-acceptable' as const),
    warned_on: warned,
  };
};
const follows = (last: string, ...before: string[]) => {
  const failures = [...before, last].map(told);
  const of = failures.at(-1);
  if (!of) throw new Error('No failure');
  return followsFrom(rehabilitation, failures, of);
};
const may = (counting: number) => ({ what: 'may', counting });
const must = (counting: number) => ({ what: 'must', counting });

describe('what follows when a youth rehabilitation order is not kept', () => {
  const cases: readonly [sentence: string, got: unknown, wanted: unknown][] = [
    ['while nobody has decided it is to be decided', follows('2026-03-01 ?'), { what: 'decide' }],
    ['with a good reason nothing follows', follows('2026-03-01 ok'), { what: 'nothing' }],
    ['not pursued, nothing follows', follows('2026-03-01 np'), { what: 'nothing' }],
    ['a first failure may be warned of, or put to the court', follows('2026-03-01'), may(0)],
    [
      'a second within a year of the first warning may have a further warning',
      follows('2026-03-01', '2026-01-05 w2026-01-08'),
      may(1),
    ],
    [
      'a third within a year of the first warning, after a further one, must go to the court',
      follows('2026-12-01', '2026-01-05 w2026-01-08', '2026-03-01 w2026-03-04'),
      must(2),
    ],
    [
      'on the last day of the year it still must',
      follows('2027-01-07', '2026-01-05 w2026-01-08', '2026-03-01 w2026-03-04'),
      must(2),
    ],
    [
      'a day later the first warning no longer counts',
      follows('2027-01-08', '2026-01-05 w2026-01-08', '2026-03-01 w2026-03-04'),
      may(1),
    ],
    [
      'a warning on 29 February counts until the end of the next February',
      follows('2025-02-28', '2024-02-26 w2024-02-29', '2024-03-10 w2024-03-12'),
      must(2),
    ],
    [
      'and not on 1 March',
      follows('2025-03-01', '2024-02-26 w2024-02-29', '2024-03-10 w2024-03-12'),
      may(1),
    ],
    [
      'a failure before the further warning was given is not one after it',
      follows('2026-03-02', '2026-01-05 w2026-01-08', '2026-03-01 w2026-03-04'),
      may(1),
    ],
    [
      'a warning of what had a good reason after all no longer counts',
      follows('2026-12-01', '2026-01-05 ok w2026-01-08', '2026-03-01 w2026-03-04'),
      may(1),
    ],
    [
      'two failures of which nobody warned do not make it a third',
      follows('2026-12-01', '2026-01-05', '2026-03-01'),
      may(0),
    ],
  ];
  it.each(cases)('%s', (_sentence, got, wanted) => expect(got).toEqual(wanted));

  it('where the law has no warnings, whoever deals with it may be asked and nothing must go there', () => {
    const failures = ['2026-01-05 w2026-01-08', '2026-02-01 w2026-02-02', '2026-03-01'].map(told);
    const [, , last] = failures;
    expect(last && followsFrom(panel, failures, last)).toEqual(may(0));
  });
});

const someDay = fc.integer({ min: 0, max: 1500 }).map((days): Day => addDays('2023-06-01', days));
const some: fc.Arbitrary<readonly Failure[]> = fc
  .array(
    fc.record({
      happened_on: someDay,
      decision: fc.constantFrom('acceptable', 'not-acceptable', 'not-pursued', null),
      after: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ after, ...one }, at) => ({
      ...one,
      id: String(at),
      warned_on: after === null ? null : addDays(one.happened_on, after),
    })),
  );

describe('whatever was recorded', () => {
  it('the order in which it was entered is nothing to what follows', () => {
    fc.assert(
      fc.property(some, fc.integer(), (failures, seed) => {
        const shuffled = [...failures].sort(
          (a, b) => ((Number(a.id) * 7919 + seed) % 13) - ((Number(b.id) * 7919 + seed) % 13),
        );
        for (const each of failures)
          expect(followsFrom(rehabilitation, shuffled, each)).toEqual(
            followsFrom(rehabilitation, failures, each),
          );
      }),
    );
  });

  it('what had a good reason or is not pursued, and every warning outside of its period, changes nothing', () => {
    fc.assert(
      fc.property(some, someDay, (failures, on) => {
        const counts = failures.filter(
          ({ decision, warned_on }) =>
            decision === 'not-acceptable' &&
            warned_on !== null &&
            warned_on < on &&
            on <= countsUntil(rehabilitation, warned_on),
        );
        expect(countingOn(rehabilitation, failures, on)).toEqual(
          countingOn(rehabilitation, counts, on),
        );
        for (const { warned_on } of countingOn(rehabilitation, failures, on))
          expect(addDays(warned_on ?? '', 366) >= on).toBe(true);
      }),
    );
  });

  it('it must go to the court only where two earlier warnings count', () => {
    fc.assert(
      fc.property(some, (failures) => {
        for (const each of failures) {
          const next = followsFrom(rehabilitation, failures, each);
          if (next.what === 'must') expect(next.counting).toBeGreaterThanOrEqual(2);
          if (next.what === 'may') expect(next.counting).toBeLessThan(2);
        }
      }),
    );
  });
});
