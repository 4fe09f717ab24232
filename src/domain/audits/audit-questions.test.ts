import { describe, expect, it } from 'vitest';
import { shipped } from '../inspections/frameworks.fixture.ts';
import {
  auditQuestions,
  caseStandards,
  courtOrOut,
  questionsFor,
  readsVictims,
} from './audit-questions.ts';
import { oversightQuestion } from './oversight-question.data.ts';

const framework = shipped('2025');
const of = (kind: string) =>
  caseStandards(framework)
    .filter(({ cases }) => cases === kind)
    .map(({ standard }) => standard.id);
const [childrens = ''] = of('children');
const [victims = ''] = of('victims');
const ids = (...standards: string[]) => auditQuestions(framework, standards).map(({ id }) => id);

describe('the questions of an audit', () => {
  it('are those of its standards, and oversight last', () => {
    const asked = ids(childrens);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.at(-1)).toBe(oversightQuestion.id);
    expect(asked.slice(0, -1).every((id) => id.startsWith(childrens))).toBe(true);
  });

  it('ask nothing of oversight where victims’ cases are read alone', () => {
    expect(ids(victims)).not.toContain(oversightQuestion.id);
    expect(ids(victims).length).toBeGreaterThan(0);
    expect(ids(victims, childrens)).toContain(oversightQuestion.id);
  });

  it('ask of oversight alone where no standard is chosen', () => {
    expect(ids()).toEqual([oversightQuestion.id]);
  });

  it('may be not relevant for oversight only', () => {
    const questions = auditQuestions(framework, [childrens]);
    expect(
      questions.filter(({ mayBeNotRelevant }) => mayBeNotRelevant).map(({ id }) => id),
    ).toEqual([oversightQuestion.id]);
  });

  it('read victims’ cases where one of its standards does', () => {
    expect(readsVictims(framework, [victims])).toBe(true);
    expect(readsVictims(framework, [childrens, victims])).toBe(true);
    expect(readsVictims(framework, [childrens])).toBe(false);
    expect(readsVictims(framework, [])).toBe(false);
  });
});

describe('a case is asked the questions of its tier', () => {
  it.each([
    ['court', 'court', ['court']],
    ['custody', 'court', ['court', 'resettlement']],
    ['licence', 'court', ['court', 'resettlement']],
    ['prevention', 'out-of-court', ['out-of-court']],
    ['out-of-court', 'out-of-court', ['out-of-court']],
  ])('%s', (tier, courtOr, kinds) => {
    const [question] = auditQuestions(framework, [childrens]);
    if (!question) throw new Error('The framework asks nothing');
    const all = (['court', 'out-of-court', 'resettlement'] as const).map((cases) => ({
      ...question,
      cases,
    }));
    expect(courtOrOut(tier)).toBe(courtOr);
    expect(questionsFor(all, tier).map(({ cases }) => cases)).toEqual(kinds);
    expect(questionsFor([{ ...question, cases: null }], tier)).toHaveLength(1);
  });
});
