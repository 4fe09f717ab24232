import { expect, it } from 'vitest';
import { carriedInto, compareTemplates } from './compare-templates.ts';
import { contentOf } from './content.ts';
import { foothold } from './template.fixture.ts';
import { questionsOf, type Template } from './template.ts';

const [home, settled, education] = questionsOf(foothold);

/** The shipped tool with money asked no more, one question more and one asked otherwise. */
const next: Template = {
  ...foothold,
  version: 2,
  sections: foothold.sections.map((section, at) =>
    at > 0 || !home
      ? section
      : {
          ...section,
          questions: [
            { ...home, label: 'Where the child sleeps', required: false },
            ...section.questions.slice(1).filter(({ id }) => id !== 'money'),
            { ...home, id: 'garden', label: 'Is there a garden?', type: 'yes-no-unknown' as const },
          ],
        },
  ),
};

it('what a version asks more, no longer and otherwise is told question by question', () => {
  const { added, removed, changed } = compareTemplates(foothold, next);
  expect(added.map(({ id }) => id)).toEqual(['garden']);
  expect(removed.map(({ id }) => id)).toEqual(['money']);
  expect(changed.map(({ question, changes }) => [question.id, changes])).toEqual([
    [
      'home',
      [
        { of: 'Question', before: home?.label, after: 'Where the child sleeps' },
        { of: 'Must be answered', before: 'yes', after: 'no' },
      ],
    ],
  ]);
  expect(compareTemplates(foothold, foothold)).toEqual({ added: [], removed: [], changed: [] });
});

it('a review under another version begins with what that version asks too, and with nothing that it could not hold', () => {
  const content = contentOf({
    answers: {
      home: { state: 'answered', value: 'With Nan' },
      money: { state: 'answered', value: 'Enough' },
      garden: { state: 'answered', value: 'a small one' },
      [settled?.id ?? '']: { state: 'answered', value: 'yes' },
      [education?.id ?? '']: { state: 'not-asked', reason: 'Not met yet' },
      'risks-to-child': { state: 'answered', value: ['Older men'] },
      'risks-to-others': { state: 'answered', value: 'one line' },
    },
  });
  expect(Object.keys(carriedInto(next, content).answers)).toEqual([
    'home',
    settled?.id,
    education?.id,
    'risks-to-child',
  ]);
});
