import { describe, expect, test } from 'vitest';
import { isNoAnswerState, noAnswerLabel } from './answer-states.data.ts';
import type { Answers } from './answers.ts';
import { antecedentLines } from './antecedents.ts';
import { missingForSignature } from './completeness.ts';
import { contentOf, draftOf, readContent } from './content.ts';
import { indicators } from './indicators.data.ts';
import { namedParts, partWords } from './part-words.ts';
import { contentOfParts, partsOf } from './parts.ts';
import { isJudged, sectionProgress, writtenSections } from './progress.ts';
import { foothold, fullyAnswered } from './template.fixture.ts';

const whole = contentOf({
  answers: fullyAnswered(),
  indicators: Object.fromEntries(
    indicators.map(({ id }) => [id, id === 'weapon' || id === 'has-hurt' ? 'present' : 'absent']),
  ),
  judgements: {
    harm: {
      level: 'medium',
      reason: ' He has been in two fights. ',
      sources: [{ from: 'school', name: 'Head of year, 3 October', use: 'used' }],
    },
  },
  safetyRows: [
    { id: 's1', risk: 'Fights', control: 'Two staff', who: 'Sam', agency: '', reviewOn: null },
  ],
  contingencyRows: [
    { id: 'c1', about: 'harm', trigger: 'A', action: 'B', who: 'C', within: 'D', tell: 'E' },
  ],
});

describe('the content of an assessment', () => {
  test('an empty assessment reads as one with nothing in it', () => {
    expect(readContent({})).toEqual(contentOf({ answers: {} }));
  });

  test('a shape that is none of ours is refused', () => {
    expect(() => readContent({ answers: { home: 'Nan' } })).toThrow();
  });

  test('the suggestion follows from the signs marked', () => {
    expect(whole.judgements.harm.suggested).toBe('medium');
    expect(whole.judgements.safety.suggested).toBe('low');
  });

  test('rows told without an id are numbered, so that each can be changed alone', () => {
    const row = { risk: 'Fights', control: 'A', who: 'B', agency: '', reviewOn: null };
    const { safetyRows } = contentOf({ answers: {}, safetyRows: [row, row] });
    expect(safetyRows.map(({ id }) => id)).toEqual(['row-1', 'row-2']);
  });

  test('taken apart and put together again it is the same', () => {
    expect(contentOfParts(partsOf(whole))).toEqual(whole);
    const given = contentOf({ answers: {}, judgements: { safety: { suggested: 'high' } } });
    expect(contentOfParts(partsOf(given))).toEqual(given);
  });

  test('what is missing is worked out from it, sources among it', () => {
    const anchors = missingForSignature(draftOf(foothold, whole)).map(({ field }) => field);
    expect(anchors).toContain('judgement-safety-sources');
    expect(anchors).not.toContain('judgement-harm-sources');
  });

  test('each piece has a name and words that a person can read', () => {
    const parts = partsOf(whole);
    const words = Object.fromEntries(
      namedParts(foothold, Object.keys(parts)).map(({ key, label }) => [
        label,
        partWords(foothold, key, parts[key]),
      ]),
    );
    expect(words['Is the child’s home settled and suitable?']).toBe(
      'No\n\nComment: It means this.',
    );
    expect(words['Risk to other people: level']).toBe('Medium');
    expect(words['Sign: Has carried or used a weapon']).toBe('Present');
    expect(words['Risk to other people: source, School, college or training']).toContain('Used');
    expect(words['If things change']).toBe('If: A\nThen: B\nWho: C\nWithin: D\nTell: E');
  });
});

test('a section is done when nothing asked in it is missing', () => {
  const [first] = writtenSections(foothold);
  if (!first) throw new Error('The tool has no section');
  expect(sectionProgress(foothold, contentOf({ answers: {} }), first).done).toBe(0);
  const full = sectionProgress(foothold, whole, first);
  expect(full.done).toBe(full.total);
});

test('a judgement is made when nothing of it is missing, whatever the others lack', () => {
  expect(isJudged(foothold, whole, 'safety')).toBe(false);
  expect(isJudged(foothold, whole, 'harm')).toBe(true);
});

test('a question that needs a comment is not ready before it is begun', () => {
  const section = writtenSections(foothold).find(({ questions }) =>
    questions.some(({ commentRequired }) => commentRequired),
  );
  const question = section?.questions.find(({ commentRequired }) => commentRequired);
  if (!section || !question) throw new Error('The tool has no such question');
  const done = (answers: Answers) =>
    sectionProgress(foothold, contentOf({ answers }), section).done;
  const { [question.id]: _, ...others } = fullyAnswered();
  expect(done(fullyAnswered()) - done(others)).toBe(1);
});

test('why a question has no answer is told in its own words', () => {
  expect(noAnswerLabel('declined')).toBe('Declined to say');
  expect(['declined', 'not-asked', 'answered', ''].map(isNoAnswerState)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('antecedents read as dated lines, oldest first, each once', () => {
  const theft = { kind: 'offence', on: '2026-03-02', what: 'Theft from a shop' } as const;
  expect(
    antecedentLines([
      theft,
      theft,
      { kind: 'outcome', on: '2025-11-20', what: 'Community resolution', completion: 'completed' },
      { kind: 'referral', on: null, what: 'Police' },
    ]),
  ).toEqual([
    '20 November 2025: outcome, Community resolution, completed',
    '2 March 2026: alleged, Theft from a shop',
    'Date not known: referred by Police',
  ]);
});
