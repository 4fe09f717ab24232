import { describe, expect, test } from 'vitest';
import shipped from '../../../db/reference/assessment-templates/foothold-1.json' with {
  type: 'json',
};
import { reading } from '../text/reading-ease.ts';
import { type Answers, askedQuestions } from './answers.ts';
import { promptCount } from './balance.ts';
import { lenses } from './lenses.data.ts';
import { foothold } from './template.fixture.ts';
import { loadedTemplate, questionsOf, questionWithRole } from './template.ts';

describe('the tool that Foothold ships', () => {
  test('it loads without a problem', () => {
    expect(loadedTemplate(shipped)).toMatchObject({ kind: 'ok' });
  });

  test('the three lenses have equal numbers of prompts', () => {
    const [desistance = 0, ...others] = lenses.map(({ id }) =>
      promptCount(questionsOf(foothold).filter((question) => question.lenses.includes(id))),
    );
    expect(desistance).toBeGreaterThan(15);
    expect(others).toEqual([desistance, desistance]);
  });

  test('every required question says what is missing when it is left empty', () => {
    const silent = questionsOf(foothold).filter((q) => q.required && q.missing === undefined);
    expect(silent.map((question) => question.id)).toEqual([]);
  });

  test('antecedents are filled in from the record and must be commented on', () => {
    const question = questionWithRole(foothold, 'antecedents');
    expect(question).toMatchObject({ prefill: 'antecedents', commentRequired: true });
  });

  test('it asks about strengths, diversity, exploitation, the child, the parents and victims', () => {
    const titles = foothold.sections.map((section) => section.id);
    for (const id of ['strengths', 'diversity', 'exploitation', 'childs-words', 'parents-words']) {
      expect(titles).toContain(id);
    }
    expect(questionWithRole(foothold, 'victims-wishes')?.lenses).toEqual(['others-safety']);
  });

  test('it never calls a child an offender, a client or a user', () => {
    expect(JSON.stringify(shipped)).not.toMatch(/\boffender|\bclient|\byoung person\b|\busers?\b/i);
  });

  test('no prompt is longer than a person can hold in mind', () => {
    const long = questionsOf(foothold)
      .flatMap((question) => question.prompts)
      .filter((prompt) => reading(prompt).averageSentenceLength > 25);
    expect(long).toEqual([]);
  });
});

describe('questions that depend on an earlier answer', () => {
  const asked = (answers: Answers) => askedQuestions(foothold, answers).map((q) => q.id);

  test('signs of exploitation are asked for when there is concern or nobody knows', () => {
    expect(asked({})).not.toContain('exploitation-signs');
    for (const value of ['yes', 'unknown']) {
      expect(asked({ 'exploitation-concern': { state: 'answered', value } })).toContain(
        'exploitation-signs',
      );
    }
    expect(asked({ 'exploitation-concern': { state: 'answered', value: 'no' } })).not.toContain(
      'exploitation-signs',
    );
  });
});

describe('a tool that a service loads is refused with the place of each mistake', () => {
  const refusal = (change: (copy: typeof shipped) => void): string[] => {
    const copy = structuredClone(shipped);
    change(copy);
    const loaded = loadedTemplate(copy);
    return loaded.kind === 'refused' ? loaded.problems : [];
  };

  test('two questions with one id', () => {
    const problems = refusal((copy) => {
      const questions = copy.sections[0]?.questions;
      if (questions?.[0] && questions[1]) questions[1].id = questions[0].id;
    });
    expect(problems).toEqual(['home: the id is used twice']);
  });

  test('a tool without the three judgements', () => {
    const problems = refusal((copy) => copy.sections.pop());
    expect(problems).toEqual([
      'judgement likelihood: asked 0 times, must be asked once',
      'judgement safety: asked 0 times, must be asked once',
      'judgement harm: asked 0 times, must be asked once',
    ]);
  });

  test('a tool with no place for the child’s words', () => {
    const problems = refusal((copy) => {
      copy.sections = copy.sections.filter((section) => section.id !== 'childs-words');
    });
    expect(problems).toEqual(['no question has the role childs-words']);
  });

  test('a spelling mistake in a property', () => {
    expect(loadedTemplate({ ...shipped, titel: 'x' })).toMatchObject({ kind: 'refused' });
    expect(loadedTemplate('not a tool')).toMatchObject({ kind: 'refused' });
  });
});
