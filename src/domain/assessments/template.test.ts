import { describe, expect, test } from 'vitest';
import shipped from '../../../db/reference/assessment-templates/foothold-1.json' with {
  type: 'json',
};
import { reading } from '../text/reading-ease.ts';
import { type Answers, askedQuestions } from './answers.ts';
import { promptCount } from './balance.ts';
import { lenses } from './lenses.data.ts';
import { loadedTemplate, readTemplate } from './load-template.ts';
import { foothold } from './template.fixture.ts';
import { questionsOf, questionWithRole } from './template.ts';

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
  type Copy = typeof shipped & Record<string, unknown>;
  const refusal = (change: (copy: Copy) => void): string[] => {
    const copy: Copy = structuredClone(shipped);
    change(copy);
    const loaded = loadedTemplate(copy);
    return loaded.kind === 'refused'
      ? loaded.faults.map(({ where, what, mend }) => `${where}: ${what}. ${mend}`)
      : [];
  };
  const first = (copy: Copy) =>
    copy.sections[0]?.questions[0] as unknown as Record<string, unknown>;
  const inFirst = 'Section 1, “The child now”, question 1, “home”: ';

  test('a label may be a single letter, and is not only a space', () => {
    const named = (label: string) => refusal((copy) => Object.assign(first(copy), { label }));
    expect(named('A')).toEqual([]);
    expect(named(' ')).toHaveLength(1);
  });

  test.each<[string, (copy: Copy) => void, string[]]>([
    [
      'two questions with one id',
      (copy) => {
        Object.assign(copy.sections[0]?.questions[1] ?? {}, { id: 'home' });
      },
      [
        'Section 1, “The child now”, question 2, “home”: the id is used twice. Give each question its own id',
      ],
    ],
    [
      'a tool without the three judgements',
      (copy) => copy.sections.pop(),
      ['likelihood', 'safety', 'harm'].map(
        (id) =>
          `The tool: the judgement ${id} is asked 0 times. Ask each of likelihood, safety and harm in exactly one question of the type level`,
      ),
    ],
    [
      'a tool with no place for the child’s words',
      (copy) => {
        copy.sections = copy.sections.filter((section) => section.id !== 'childs-words');
      },
      [
        'The tool: no question has the role childs-words. Give the question that asks for it "role": "childs-words"',
      ],
    ],
    [
      'a property that is missing, one that is misspelt and one that holds something else',
      (copy) => {
        const question = first(copy);
        delete question.label;
        Object.assign(question, { lable: 'Home', type: 'words' });
      },
      [
        `${inFirst}“type” cannot be "words". Write in “type” text, choice, yes-no-unknown, list or level`,
        `${inFirst}“label” is missing. Write in “label” words`,
        expect.stringMatching(
          /“lable” is not known here. Take it out, or write it as one of: id, type, label/,
        ),
      ] as string[],
    ],
    [
      'a condition on a question that comes later, and on an answer that nobody gives',
      (copy) => {
        Object.assign(first(copy), { condition: { question: 'money', is: ['yes'] } });
        Object.assign(copy.sections[0]?.questions[2] ?? {}, {
          condition: { question: 'home-is-settled', is: ['often'] },
        });
      },
      [
        `${inFirst}its condition names “money”, which is no earlier question. Name a question that stands before it, by its id`,
        'Section 1, “The child now”, question 3, “education”: “home-is-settled” is never answered often. Write one or more of: yes, no, unknown',
      ],
    ],
    [
      'a role whose answer no rule could read',
      (copy) => {
        Object.assign(copy.sections[0]?.questions[1] ?? {}, { type: 'text' });
      },
      [
        'Section 1, “The child now”, question 2, “home-is-settled”: the role home-is-settled is not for the type text. Make its type yes-no-unknown',
      ],
    ],
    [
      'a property of the whole that nobody knows',
      (copy) => Object.assign(copy, { titel: 'x' }),
      [expect.stringContaining('The tool: “titel” is not known here')] as string[],
    ],
  ])('%s', (_what, change, told) => {
    expect(refusal(change)).toEqual(told);
  });

  test.each([
    ['{\n  "id": "ours",\n  "version" 2\n}', 'Line 3, column 13', 'not JSON'],
    ['{ "id": "ours"', 'Line 1, column 15', 'not JSON'],
    ['', 'Line 1, column 1', 'not JSON'],
    ['"a tool"', 'The tool', 'holds no tool'],
    ['[]', 'The tool', 'holds no tool'],
  ])('a file that holds %j', (text, where, what) => {
    expect(readTemplate(text)).toMatchObject({
      kind: 'refused',
      faults: [{ where, what: expect.stringContaining(what) }],
    });
  });
});
