import { judgements } from '../assessments/levels.data.ts';
import { type LevelsByJudgement, levelLabel } from '../assessments/levels.ts';
import type { Problem } from '../problem.ts';

export type ReviewResult =
  | 'levels-changed'
  | 'plan-changed'
  | 'levels-and-plan-changed'
  | 'nothing-changed';

/** What the record shows before and after a review; the result is read from it and never ticked. */
export type ReviewFacts = {
  levelsBefore: Partial<LevelsByJudgement>;
  levelsAfter: Partial<LevelsByJudgement>;
  planLinesChanged: number;
  findings: string;
  noChangeReason: string;
};

/** What a review changed. */
export function reviewResult(facts: ReviewFacts): ReviewResult {
  const hasLevels = levelChanges(facts).length > 0;
  const hasPlan = facts.planLinesChanged > 0;
  if (hasLevels && hasPlan) return 'levels-and-plan-changed';
  if (hasLevels) return 'levels-changed';
  return hasPlan ? 'plan-changed' : 'nothing-changed';
}

/** Says whether the manager must look, because something happened and nothing followed. */
export function changedNothing(facts: ReviewFacts): boolean {
  return reviewResult(facts) === 'nothing-changed';
}

/** Each level that moved, in a sentence for the manager. */
export function levelChanges(facts: Pick<ReviewFacts, 'levelsBefore' | 'levelsAfter'>): string[] {
  return judgements.flatMap(({ id, title }) => {
    const before = facts.levelsBefore[id];
    const after = facts.levelsAfter[id];
    if (after === undefined || before === after) return [];
    const to = levelLabel(after).toLowerCase();
    if (before === undefined) return [`${title} set at ${to}`];
    return [`${title} from ${levelLabel(before).toLowerCase()} to ${to}`];
  });
}

/** A review must say what was found, and change a level or the plan or say why not. */
export function reviewProblems(facts: ReviewFacts): Problem[] {
  const problems: Problem[] = [];
  if (facts.findings.trim() === '') {
    problems.push({ anchor: 'findings', message: 'Enter what the review found' });
  }
  if (changedNothing(facts) && facts.noChangeReason.trim() === '') {
    problems.push({
      anchor: 'no-change-reason',
      message: 'Change a level or the plan, or enter why neither needs to change',
    });
  }
  return problems;
}
