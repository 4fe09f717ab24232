import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { balanceOf, wordCount } from './balance.ts';
import type { LensId } from './lenses.data.ts';
import { foothold, fullyAnswered } from './template.fixture.ts';
import { questionsOf } from './template.ts';

/** Writes a number of words under one question that serves that lens alone. */
function written(words: Partial<Record<LensId, number>>): Answers {
  return Object.fromEntries(
    Object.entries(words).map(([lens, count]) => {
      const question = questionsOf(foothold).find(
        (q) => q.type === 'text' && q.lenses.length === 1 && q.lenses[0] === lens,
      );
      const value = Array.from({ length: count }, () => 'word').join(' ');
      return [question?.id ?? '', { state: 'answered', value } as const];
    }),
  );
}
const finding = (words: Partial<Record<LensId, number>>) => balanceOf(foothold, written(words));

describe('the live balance view', () => {
  test('an empty assessment says that nothing is written', () => {
    const balance = balanceOf(foothold, {});
    expect(balance.kind).toBe('nothing-written');
    expect(balance.lenses.map((row) => row.share)).toEqual([0, 0, 0]);
  });

  test('other people’s safety with a third of the words is far less', () => {
    const balance = finding({ desistance: 300, 'childs-safety': 280, 'others-safety': 100 });
    expect(balance.finding).toBe('Other people’s safety has far less than the other two.');
  });

  test('two lenses behind are named together', () => {
    const balance = finding({ desistance: 300, 'childs-safety': 50, 'others-safety': 40 });
    expect(balance.finding).toBe(
      'The child’s safety and other people’s safety have far less than what helps the child.',
    );
  });

  test('a lens somewhat behind has less, and one nearly level is even', () => {
    expect(finding({ desistance: 100, 'childs-safety': 70, 'others-safety': 100 }).finding).toBe(
      'The child’s safety has less than the other two.',
    );
    expect(finding({ desistance: 100, 'childs-safety': 50, 'others-safety': 100 }).finding).toBe(
      'The child’s safety has less than the other two.',
    );
    expect(finding({ desistance: 100, 'childs-safety': 49, 'others-safety': 100 }).finding).toBe(
      'The child’s safety has far less than the other two.',
    );
    expect(finding({ desistance: 100, 'childs-safety': 75, 'others-safety': 90 }).kind).toBe(
      'even',
    );
  });

  test('a full assessment has every prompt answered', () => {
    for (const row of balanceOf(foothold, fullyAnswered()).lenses) {
      expect(row.promptsAnswered).toBe(row.promptsTotal);
    }
  });

  test('antecedents copied from the record count for nothing until they are commented on', () => {
    const copied = { state: 'answered', value: ['Theft, March, community resolution'] } as const;
    const before = balanceOf(foothold, { antecedents: copied });
    expect(before.kind).toBe('nothing-written');
    const after = balanceOf(foothold, {
      antecedents: { ...copied, comment: 'All with one friend' },
    });
    expect(after.lenses.find((row) => row.lens === 'others-safety')).toMatchObject({
      words: 4,
      promptsAnswered: 2,
    });
  });
});

test('shares add up to one as soon as a word is written', () => {
  const count = fc.nat({ max: 500 });
  fc.assert(
    fc.property(count, count, count, (a, b, c) => {
      fc.pre(a + b + c > 0);
      const balance = finding({ desistance: a, 'childs-safety': b, 'others-safety': c });
      const sum = balance.lenses.reduce((total, row) => total + row.share, 0);
      expect(sum).toBeCloseTo(1, 10);
    }),
  );
});

test('words are counted as a reader would', () => {
  expect(wordCount('The child’s step-mother said: “don’t”.')).toBe(5);
  expect(wordCount(' – \n ')).toBe(0);
});
