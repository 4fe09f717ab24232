import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgements, type LevelId, levels } from './levels.data.ts';
import {
  type CountersignInput,
  isAtLeast,
  judgementNeedsCountersign,
  type LevelsByJudgement,
} from './levels.ts';

const calm: LevelsByJudgement = {
  likelihood: 'medium',
  safety: 'low',
  harm: 'low',
};
const base: CountersignInput = {
  levels: calm,
  previousLevels: null,
  suggested: calm,
  overridden: [],
};

describe('when a manager signs as well', () => {
  test('a first assessment with no high level and no override needs only the practitioner', () => {
    expect(judgementNeedsCountersign(base)).toEqual([]);
  });

  test('a high level for the child’s safety needs a manager even when nothing changed', () => {
    const high = { ...calm, safety: 'high' } as const;
    const found = judgementNeedsCountersign({
      ...base,
      levels: high,
      suggested: high,
      previousLevels: high,
    });
    expect(found).toEqual([
      {
        judgement: 'safety',
        kind: 'high',
        sentence: 'The child’s safety and wellbeing is high',
      },
    ]);
  });

  test('a level brought down from high to medium needs a manager', () => {
    const found = judgementNeedsCountersign({
      ...base,
      previousLevels: { ...calm, likelihood: 'high' },
    });
    expect(found.map((reason) => reason.sentence)).toEqual([
      'Likelihood of further offending has changed from high to medium',
    ]);
  });

  test('a level that differs from the suggestion needs a manager', () => {
    const found = judgementNeedsCountersign({
      ...base,
      suggested: { ...calm, harm: 'medium' },
    });
    expect(found.map((reason) => reason.kind)).toEqual(['overridden']);
    expect(found[0]?.sentence).toBe(
      'Risk to other people is low where the indicators suggest medium',
    );
  });

  test('an override marked by hand is seen though no suggestion was computed', () => {
    const found = judgementNeedsCountersign({
      ...base,
      suggested: {},
      overridden: ['harm'],
    });
    expect(found.map((reason) => reason.judgement)).toEqual(['harm']);
  });

  test('one level can need a manager for three reasons at once', () => {
    const found = judgementNeedsCountersign({
      ...base,
      levels: { ...calm, harm: 'very-high' },
      previousLevels: calm,
    });
    expect(found.map((reason) => reason.kind)).toEqual(['high', 'changed', 'overridden']);
  });

  test('a service may ask for a manager from medium', () => {
    const rule = {
      fromLevel: 'medium',
      whenChanged: false,
      whenOverridden: false,
      source: 'test',
      confidence: 'local example',
    } as const;
    expect(judgementNeedsCountersign(base, rule).map((reason) => reason.judgement)).toEqual([
      'likelihood',
    ]);
  });
});

test('the order of levels is total: of two levels one is at least the other', () => {
  const anyLevel = fc.constantFrom<LevelId>(...levels.map((level) => level.id));
  fc.assert(
    fc.property(anyLevel, anyLevel, (a, b) => {
      expect(isAtLeast(a, b) || isAtLeast(b, a)).toBe(true);
      expect(isAtLeast(a, b) && isAtLeast(b, a)).toBe(a === b);
    }),
  );
});

test('a suggestion accepted, unchanged and below high never needs a manager', () => {
  const mild = fc.constantFrom<LevelId>('low', 'medium');
  fc.assert(
    fc.property(mild, mild, mild, (a, b, c) => {
      const same = { likelihood: a, safety: b, harm: c };
      const input = { levels: same, previousLevels: same, suggested: same, overridden: [] };
      expect(judgementNeedsCountersign(input)).toEqual([]);
    }),
  );
});

test('each judgement says what each level means in different words', () => {
  for (const judgement of judgements) {
    expect(new Set(Object.values(judgement.meanings)).size).toBe(levels.length);
  }
});
