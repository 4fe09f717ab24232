import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escalationLevels } from './escalation.data.ts';
import {
  type EscalationEvent,
  type EscalationStep,
  escalated,
  escalationState,
} from './escalation.ts';

const raise: EscalationEvent = {
  kind: 'raise',
  grounds: 'Too heavy for a first time',
  by: 'ada',
  on: '2026-10-05',
};
const takeUp: EscalationEvent = {
  kind: 'take-up',
  grounds: 'Still too heavy',
  by: 'ada',
  on: '2026-10-07',
};
const settle: EscalationEvent = {
  kind: 'resolve',
  result: 'changed',
  note: 'New facts about Kit’s part',
  by: 'ben',
  on: '2026-10-09',
};

function run(events: readonly EscalationEvent[]): { steps: EscalationStep[]; refusals: string[] } {
  let steps: EscalationStep[] = [];
  const refusals: string[] = [];
  for (const event of events) {
    const move = escalated(steps, event);
    if (move.kind === 'moved') steps = move.steps;
    else refusals.push(...move.problems.map((problem) => problem.message));
  }
  return { steps, refusals };
}

describe('a disagreement about a decision', () => {
  test('begins with the managers', () => {
    expect(escalationState(run([raise]).steps)).toEqual({ kind: 'open', level: 1 });
  });

  test('goes to heads when managers do not agree, and the first hearing stays on record', () => {
    const { steps } = run([raise, takeUp]);
    expect(steps.map((step) => [step.level, step.result])).toEqual([
      [1, 'escalated'],
      [2, null],
    ]);
  });

  test('is settled where it is answered', () => {
    expect(escalationState(run([raise, takeUp, settle]).steps)).toEqual({
      kind: 'settled',
      level: 2,
      result: 'changed',
    });
  });

  test('cannot go beyond the strategic leads', () => {
    const { steps, refusals } = run([raise, takeUp, takeUp, takeUp]);
    expect(escalationState(steps)).toEqual({ kind: 'open', level: 3 });
    expect(refusals).toEqual(['This is the last level: it must be settled here']);
  });

  test('cannot be raised twice, or answered when settled', () => {
    expect(run([raise, raise]).refusals).toEqual(['This disagreement has already been raised']);
    expect(run([raise, settle, takeUp]).refusals).toEqual([
      'There is no open disagreement to answer',
    ]);
  });

  test('is not answered by the person who raised it', () => {
    expect(run([raise, { ...settle, by: 'ada' }]).refusals).toEqual([
      'Somebody other than the person who raised it must answer',
    ]);
  });

  test('needs grounds, and an answer needs its reason', () => {
    expect(run([{ ...raise, grounds: ' ' }]).refusals).toEqual([
      'Enter why you disagree with the decision',
    ]);
    expect(run([raise, { ...settle, note: '' }]).refusals).toEqual([
      'Enter why the decision was upheld or changed',
    ]);
  });

  test('is not answered before it was raised', () => {
    expect(run([raise, { ...settle, on: '2026-10-04' }]).refusals).toEqual([
      'The date must not be before the disagreement was raised',
    ]);
  });
});

test('whatever people try, levels are 1, 2, 3 in order and at most one step is open: the last', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(raise, takeUp, settle)), (events) => {
      const { steps } = run(events);
      expect(steps.map((step) => step.level)).toEqual([1, 2, 3].slice(0, steps.length));
      expect(steps.slice(0, -1).every((step) => step.result === 'escalated')).toBe(true);
    }),
  );
});

test('each level has its parties and its own time limit', () => {
  expect(escalationLevels.map(({ level, label, limit }) => [level, label, limit])).toEqual([
    [1, 'Managers', 'escalation-answer-1'],
    [2, 'Heads', 'escalation-answer-2'],
    [3, 'Strategic leads', 'escalation-answer-3'],
  ]);
});

test('what was said, by whom and when, is kept at each level', () => {
  const { steps } = run([
    { ...raise, grounds: ' Too heavy ' },
    takeUp,
    { ...settle, note: ' New facts ', result: 'upheld' },
  ]);
  expect(steps).toEqual([
    {
      level: 1,
      grounds: 'Too heavy',
      raisedBy: 'ada',
      raisedOn: '2026-10-05',
      result: 'escalated',
      resultNote: 'Still too heavy',
      resolvedBy: 'ada',
      resolvedOn: '2026-10-07',
    },
    {
      level: 2,
      grounds: 'Still too heavy',
      raisedBy: 'ada',
      raisedOn: '2026-10-07',
      result: 'upheld',
      resultNote: 'New facts',
      resolvedBy: 'ben',
      resolvedOn: '2026-10-09',
    },
  ]);
  expect(escalationState(steps)).toMatchObject({ kind: 'settled', result: 'upheld' });
  expect(escalationState([])).toEqual({ kind: 'none' });
});

test('it may be answered on the day that it was raised, and taken up by who raised it', () => {
  expect(run([raise, { ...settle, on: '2026-10-05' }]).refusals).toEqual([]);
  expect(run([raise, { ...takeUp, grounds: '' }]).refusals).toHaveLength(1);
  expect(run([takeUp]).refusals).toEqual(['There is no open disagreement to answer']);
  expect(run([settle]).refusals).toEqual(['There is no open disagreement to answer']);
});
