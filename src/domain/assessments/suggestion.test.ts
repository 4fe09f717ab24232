import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indicators } from './indicators.data.ts';
import { type JudgementId, judgements } from './levels.data.ts';
import { orderOf } from './levels.ts';
import { type IndicatorMark, suggestedLevel } from './suggestion.ts';

function marks(judgement: JudgementId, present: readonly string[], rest: IndicatorMark = 'absent') {
  const own = indicators.filter((sign) => sign.judgement === judgement);
  return Object.fromEntries(
    own.map((sign): [string, IndicatorMark] => [
      sign.id,
      present.includes(sign.id) ? 'present' : rest,
    ]),
  );
}

test('there is no suggestion until every sign has been looked at', () => {
  expect(suggestedLevel('harm', { weapon: 'present' })).toBeNull();
});

test('two signs of risk to others suggest medium, with the sum shown', () => {
  const found = suggestedLevel('harm', marks('harm', ['weapon', 'has-hurt']));
  expect(found?.level).toBe('medium');
  expect(found?.sentence).toBe('2 of 7 signs present: suggests medium.');
});

test('a child in danger now is very high whatever else is known', () => {
  const found = suggestedLevel('safety', marks('safety', ['safety-now']));
  expect(found?.level).toBe('very-high');
  expect(found?.sentence).toContain('danger now');
});

test('so is one who has said that they will hurt somebody, and could', () => {
  expect(suggestedLevel('harm', marks('harm', ['harm-now']))?.level).toBe('very-high');
  expect(suggestedLevel('harm', marks('harm', ['weapon']))?.level).toBe('low');
});

test('signs not known do not lower the level in silence: they are named', () => {
  const found = suggestedLevel('safety', marks('safety', ['missing'], 'unknown'));
  expect(found?.level).toBe('low');
  expect(found?.notKnown).toHaveLength(6);
  expect(found?.sentence).toContain('6 not known');
});

test('one more sign present never lowers the suggestion', () => {
  const anyJudgement = fc.constantFrom<JudgementId>(...judgements.map((row) => row.id));
  fc.assert(
    fc.property(anyJudgement, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (id, on) => {
      const own = indicators.filter((sign) => sign.judgement === id).map((sign) => sign.id);
      const present = own.filter((_, index) => on[index]);
      const before = suggestedLevel(id, marks(id, present));
      for (const extra of own) {
        const after = suggestedLevel(id, marks(id, [...present, extra]));
        expect(orderOf(after?.level ?? 'low')).toBeGreaterThanOrEqual(
          orderOf(before?.level ?? 'low'),
        );
      }
    }),
  );
});

test('the three judgements have the same number of signs', () => {
  const counts = judgements.map(
    (row) => indicators.filter((sign) => sign.judgement === row.id).length,
  );
  expect(new Set(counts).size).toBe(1);
});
