import { describe, expect, test } from 'vitest';
import { sampleSize, sizeForConfidence, sizeWords } from './sample-size.ts';
import { nearness, stratumOf } from './strata.ts';

const sure = { kind: 'confidence', confidence: 80, margin: 5, least: null, most: null } as const;

describe('how many cases are read', () => {
  test('so many as asked, and never more than there are', () => {
    expect(sampleSize({ kind: 'number', number: 8 }, 20)).toBe(8);
    expect(sampleSize({ kind: 'number', number: 8 }, 5)).toBe(5);
  });

  test('as many as make the figures sure, within the published limits', () => {
    const wanted = sizeForConfidence(80, 5, 200);
    expect([wanted, sampleSize(sure, 200)]).toEqual([91, 91]);
    expect(sampleSize({ ...sure, least: 100 }, 200)).toBe(100);
    expect(sampleSize({ ...sure, most: 60 }, 200)).toBe(60);
    expect(sampleSize({ ...sure, least: 100 }, 40)).toBe(40);
    expect(sizeForConfidence(80, 5, 0)).toBe(0);
    expect(sizeForConfidence(80, 5, 1)).toBe(1);
    expect(() => sizeForConfidence(81, 5, 200)).toThrow(RangeError);
  });

  test('is said in words, with the limit that held or raised it', () => {
    const asked = '91 for 80 percent confidence and a margin of 5 points in 200 cases';
    expect(sizeWords(sure, 200)).toBe(asked);
    expect(sizeWords({ ...sure, most: 60 }, 200)).toBe(
      `${asked}, held to the published limit of 60`,
    );
    expect(sizeWords({ ...sure, least: 100 }, 200)).toBe(
      `${asked}, raised to the published least of 100`,
    );
    expect(sizeWords({ kind: 'number', number: 8 }, 200)).toBe('8 cases, as asked');
  });
});

describe('how near two cases are', () => {
  const girl = { sex: 'female', disposal: 'outcome-22', risk: 'low' };

  test('the more kinds they share the nearer, the earlier kind counting more; kinds not matched on count nothing', () => {
    const all = ['sex', 'disposal', 'risk'] as const;
    const near = (other: Partial<typeof girl>, kinds: readonly (typeof all)[number][] = all) =>
      nearness(girl, { ...girl, ...other }, kinds);
    expect(near({})).toBe(9);
    expect(near({ risk: 'high' })).toBe(7);
    expect(near({ sex: 'male' })).toBe(5);
    expect(near({ sex: 'male', disposal: 'x' })).toBe(2);
    expect(near({}, ['risk'])).toBe(2);
    expect(near({}, [])).toBe(0);
  });

  test('a group is known by the kinds that are matched on', () => {
    expect(stratumOf(girl, ['sex'])).toBe(stratumOf({ ...girl, risk: 'high' }, ['sex']));
    expect(stratumOf(girl, ['sex', 'risk'])).not.toBe(
      stratumOf({ ...girl, risk: 'high' }, ['sex', 'risk']),
    );
  });
});
