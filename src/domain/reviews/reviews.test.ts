import { describe, expect, test } from 'vitest';
import { changeEventTypeFrom } from './change-event-types.ts';
import {
  changedNothing,
  claimProblem,
  levelChanges,
  needsManagerCheck,
  type ReviewFacts,
  reviewProblems,
  reviewResult,
} from './review-outcome.ts';

const still: ReviewFacts = {
  levelsBefore: { likelihood: 'low', safety: 'medium', harm: 'low' },
  levelsAfter: { likelihood: 'low', safety: 'medium', harm: 'low' },
  planLinesChanged: 0,
  findings: 'Kit moved to an aunt whom we know, in the same street',
  noChangeReason: '',
};
const raised = { ...still.levelsAfter, safety: 'high' } as const;

describe('a review after something happened', () => {
  test('that changes neither levels nor plan must say why', () => {
    expect(changedNothing(still)).toBe(true);
    expect(reviewProblems(still).map((problem) => problem.message)).toEqual([
      'Change a level or the plan, or enter why neither needs to change',
    ]);
    expect(reviewProblems({ ...still, noChangeReason: 'Nothing about the risk moved' })).toEqual(
      [],
    );
  });

  test('a reason given does not hide from the manager that nothing changed', () => {
    expect(changedNothing({ ...still, noChangeReason: 'Nothing about the risk moved' })).toBe(true);
  });

  test('that changes a line of the plan is enough', () => {
    expect(reviewResult({ ...still, planLinesChanged: 1 })).toBe('plan-changed');
    expect(reviewProblems({ ...still, planLinesChanged: 1 })).toEqual([]);
  });

  test('that raises a level says which', () => {
    const facts = { ...still, levelsAfter: raised };
    expect(reviewResult(facts)).toBe('levels-changed');
    expect(levelChanges(facts)).toEqual(['The child’s safety and wellbeing from medium to high']);
    expect(reviewResult({ ...facts, planLinesChanged: 2 })).toBe('levels-and-plan-changed');
  });

  test('that did not look at the levels did not change them', () => {
    expect(reviewResult({ ...still, levelsAfter: {} })).toBe('nothing-changed');
  });

  test('must always say what was found', () => {
    expect(reviewProblems({ ...still, planLinesChanged: 1, findings: ' ' })).toHaveLength(1);
  });
});

test('a row of the code list becomes a time and a script in steps', () => {
  const type = changeEventTypeFrom({
    code: 'sofa-surfing',
    label: 'Sofa-surfing or nowhere settled',
    attributes: {
      review_within: '2',
      unit: 'working days',
      script: 'See the child alone. Tell housing and social care.',
    },
    source: 'test',
    confidence: 'check locally',
    validFrom: null,
    validTo: null,
  });
  expect(type.reviewWithin).toEqual({ number: 2, unit: 'working days' });
  expect(type.script).toEqual(['See the child alone.', 'Tell housing and social care.']);
});

describe('what the worker says against what the record shows', () => {
  test('saying that the plan changed when no line did is refused, and says what was found', () => {
    expect(claimProblem('plan-changed', still)?.message).toContain(
      'no level has changed, and no line of the plan has changed',
    );
    expect(claimProblem('nothing-changed', { ...still, planLinesChanged: 1 })?.field).toBe(
      'result',
    );
    expect(claimProblem('nothing-changed', still)).toBeNull();
    expect(claimProblem('nothing-changed', { ...still, levelsAfter: raised })?.message).toMatch(
      /levels changed: .+, and no line of the plan has changed/,
    );
  });

  test('a manager checks what changed nothing, and everything at medium or above', () => {
    const low = { safety: 'low', harm: 'low' } as const;
    expect(needsManagerCheck('plan-changed', low)).toBe(false);
    expect(needsManagerCheck('nothing-changed', low)).toBe(true);
    expect(needsManagerCheck('plan-changed', { ...low, harm: 'medium' })).toBe(true);
  });
});
