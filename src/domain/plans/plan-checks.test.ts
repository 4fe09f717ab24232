import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LevelId } from '../assessments/levels.data.ts';
import type { PlanDraft } from './plan.ts';
import { type PlanContext, plainWordsHints, planProblems } from './plan-checks.ts';

const plan: PlanDraft = {
  goals: [
    {
      id: 'g1',
      words: 'Get back to school',
      steps: [{ what: 'Visit the new school', who: 'Kit and Sam', by: '2026-11-02' }],
    },
  ],
  safetyLines: [
    {
      risk: 'Sleeps out',
      control: 'A room at Nan’s',
      who: 'Nan',
      agency: '',
      reviewOn: '2026-11-02',
    },
  ],
  victimLines: [{ victimId: 'v1', control: 'Kit stays away from the shop', who: 'Kit and Sam' }],
  contingencyRows: [],
  answers: [],
  exitSteps: [{ what: 'Boxing club', who: 'Coach Jo', accepted: 'waiting' }],
  child: { answer: 'yes', note: '' },
  parent: { answer: 'yes', note: '' },
  adaptations: 'Short meetings with pictures',
  reviewOn: '2027-01-11',
};
const context: PlanContext = {
  levels: { likelihood: 'low', safety: 'low', harm: 'low' },
  risks: ['Sleeps out'],
  isExploitationSuspected: false,
  adaptationsNeeded: 'Pictures, not long texts',
  victims: [{ id: 'v1', label: 'the shop’s owner' }],
  conditions: [],
  requirements: [],
};
const messages = (change: Partial<PlanDraft>, about: Partial<PlanContext> = {}) =>
  planProblems({ ...plan, ...change }, { ...context, ...about }).map((problem) => problem.message);

describe('a plan may be agreed', () => {
  test('when every condition of an outcome has a line that answers it', () => {
    const conditions = [
      { id: 'c1', text: 'Write to the shop' },
      { id: 'c2', text: 'Attend four sessions' },
    ];
    expect(messages({ answers: ['c2'] }, { conditions })).toEqual([
      'Add a step or a safety line for the condition “Write to the shop”',
    ]);
  });

  test('when every requirement of an order has a line that covers it', () => {
    const requirements = [
      { id: 'r1', text: 'Curfew, 10 hours a day' },
      { id: 'r2', text: 'Supervision' },
    ];
    expect(messages({ answers: ['r2'] }, { requirements })).toEqual([
      'Add a step or a safety line for what the court requires: “Curfew, 10 hours a day”',
    ]);
  });

  test('when each goal has a step with a person and a date, and each risk and victim a line', () => {
    expect(planProblems(plan, context)).toEqual([]);
  });

  test('though the child does not agree, when what they said is written', () => {
    expect(messages({ child: { answer: 'no', note: 'Kit wants a different club' } })).toEqual([]);
  });
});

describe('a plan may not be agreed', () => {
  test('without a goal', () => {
    expect(messages({ goals: [] })).toEqual(['Add at least one goal']);
  });

  test('when a goal has no step, or a step has nobody and no date', () => {
    const goal = { id: 'g', words: 'Sleep well', steps: [] };
    expect(messages({ goals: [goal] })).toEqual(['Add a step towards “Sleep well”']);
    const vague = { ...goal, steps: [{ what: 'See the doctor', who: ' ', by: null }] };
    expect(messages({ goals: [vague] })).toEqual([
      'Enter who will do each step of “Sleep well”',
      'Enter by when each step of “Sleep well” will be done',
    ]);
  });

  test('when a risk from the assessment has no safety line', () => {
    expect(messages({ safetyLines: [] })).toEqual([
      'Add what will be done about the risk “Sleeps out”',
    ]);
  });

  test('when a named victim has no line of their own', () => {
    const victims = [...context.victims, { id: 'v2', label: 'the second person harmed' }];
    expect(messages({}, { victims })).toEqual(['Enter what keeps the second person harmed safe']);
  });

  test('when either safety level is medium and no contingency is written', () => {
    expect(messages({}, { levels: { safety: 'medium', harm: 'low' } })).toHaveLength(1);
    expect(messages({}, { levels: { safety: 'medium', harm: 'high' } })).toHaveLength(2);
  });

  test('without an exit step, from day one', () => {
    const step = { what: 'Boxing club', who: 'Coach Jo', accepted: 'waiting' } as const;
    for (const exitSteps of [[], [{ ...step, who: ' ' }], [{ ...step, what: '' }]])
      expect(messages({ exitSteps })).toEqual([
        'Add who or what will carry on when this work ends',
      ]);
  });

  test('when the assessment asks for adaptations and the plan has none', () => {
    expect(messages({ adaptations: '' })).toHaveLength(1);
    expect(messages({ adaptations: '' }, { adaptationsNeeded: '' })).toEqual([]);
  });

  test('when nobody asked the child, or the reason for no answer is missing', () => {
    expect(messages({ child: { answer: 'not-asked', note: '' } })).toEqual([
      'Select whether the child agrees with the plan',
    ]);
    expect(messages({ parent: { answer: 'could-not-answer', note: '' } })).toEqual([
      'Enter why a parent or carer could not answer',
    ]);
  });
});

test('raising a level never takes a requirement away', () => {
  const order = ['low', 'medium', 'high', 'very-high'] as const;
  const anyLevel = fc.constantFrom<LevelId>(...order);
  fc.assert(
    fc.property(anyLevel, anyLevel, anyLevel, (safety, harm, raised) => {
      fc.pre(order.indexOf(raised) >= order.indexOf(safety));
      const before = messages({}, { levels: { safety, harm } });
      const after = messages({}, { levels: { safety: raised, harm } });
      expect(after).toEqual(expect.arrayContaining(before));
    }),
  );
});

test('service language in a goal is pointed out and stops nobody', () => {
  const goal = {
    id: 'g',
    words: 'Engage with consequential thinking intervention',
    steps: plan.goals[0]?.steps ?? [],
  };
  expect(plainWordsHints({ goals: [goal] })[0]?.field).toBe('goal-0');
  expect(messages({ goals: [goal] })).toEqual([]);
});
