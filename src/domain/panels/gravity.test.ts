import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gravity } from './gravity.data.ts';
import { asGravity, departureOf, gravityFactorFrom, gravityOf } from './gravity.ts';
import { sampleOutcomes } from './outcomes.fixture.ts';

const planned = { code: 'planned', label: 'Planned beforehand', step: 1 };
const group = { code: 'group', label: 'Done as part of a group', step: 1 };
const first = { code: 'first-time', label: 'Nothing before', step: -1 };

describe('the gravity score', () => {
  test('that is stored is one of five, whatever was typed', () => {
    expect([-1, 0, 1, 3, 5, 6, 99].map(asGravity)).toEqual([1, 1, 1, 3, 5, 5, 5]);
  });

  test('without factors is the offence’s own', () => {
    expect(gravityOf(3, []).sentence).toBe(
      'Offence score 3, 0 making it more serious, 0 less: unchanged, gravity 3. Usually a youth caution.',
    );
  });

  test('three factors that make it worse move it by one, not three', () => {
    expect(gravityOf(2, [planned, group, planned])).toMatchObject({ score: 3, move: 1 });
  });

  test('one of each cancels out', () => {
    expect(gravityOf(3, [planned, first])).toMatchObject({ score: 3, move: 0 });
  });

  test('never goes below 1 or above 5', () => {
    expect(gravityOf(1, [first]).score).toBe(1);
    expect(gravityOf(5, [planned]).score).toBe(5);
  });
});

test('whatever the factors and their order, the score moves by one at most', () => {
  const anyFactor = fc.constantFrom(planned, group, first);
  fc.assert(
    fc.property(fc.constantFrom<Gravity>(1, 2, 3, 4, 5), fc.array(anyFactor), (base, factors) => {
      const found = gravityOf(base, factors);
      expect(Math.abs(found.score - base)).toBeLessThanOrEqual(1);
      expect(gravityOf(base, [...factors].reverse()).score).toBe(found.score);
      expect(found.aggravating.length + found.mitigating.length).toBe(factors.length);
    }),
  );
});

describe('a departure from the usual outcome', () => {
  test('a caution at gravity 3 is usual', () => {
    expect(departureOf(3, sampleOutcomes.caution)).toEqual({ kind: 'usual' });
  });

  test('a community resolution at gravity 4 is lighter, a charge is heavier', () => {
    expect(departureOf(4, sampleOutcomes.resolution)).toEqual({
      kind: 'departure',
      direction: 'lighter',
      sentence: 'Community resolution is lighter than gravity 4 usually leads to',
    });
    expect(departureOf(4, sampleOutcomes.charge)).toMatchObject({ direction: 'heavier' });
  });

  test('Outcome 23 has no settled place yet, and Foothold does not invent one', () => {
    expect(departureOf(4, sampleOutcomes.outcome23)).toEqual({ kind: 'not-settled' });
  });
});

test('the factors are told apart, and one without weight is neither', () => {
  const even = { code: 'even', label: 'Neither here nor there', step: 0 };
  expect(gravityOf(3, [planned, first, even])).toMatchObject({
    aggravating: ['Planned beforehand'],
    mitigating: ['Nothing before'],
  });
  expect(gravityOf(3, [planned]).sentence).toMatch(
    /1 making it more serious, 0 less: up one, gravity 4/,
  );
  expect(gravityOf(3, [first]).sentence).toMatch(
    /0 making it more serious, 1 less: down one, gravity 2/,
  );
});

test.each([
  [1, 'Usually ends with no further action'],
  [2, 'Usually ends informally: community resolution, diversion or a deferred outcome'],
  [3, 'Usually a youth caution'],
  [4, 'Usually a youth conditional caution'],
  [5, 'Usually goes to a charge'],
] as const)('gravity %s: %s', (score, usual) => {
  expect(gravityOf(score, [])).toMatchObject({ base: score, score, move: 0, usual });
});

test('a factor of the code list has its step, or none', () => {
  const read = (step: string) => gravityFactorFrom({ code: 'a', label: 'A', attributes: { step } });
  expect(read('-1')).toEqual({ code: 'a', label: 'A', step: -1 });
  expect(read('').step).toBe(0);
});
