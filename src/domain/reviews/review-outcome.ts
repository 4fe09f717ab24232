import { judgements } from '../assessments/levels.data.ts';
import { isAtLeast, type LevelsByJudgement, levelLabel } from '../assessments/levels.ts';
import type { FormFault } from '../form-fault.ts';

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

/** Says whether a manager must check a held review: nothing changed, or somebody's safety is at medium or above. */
export function needsManagerCheck(
  result: ReviewResult,
  levelsNow: Partial<LevelsByJudgement>,
): boolean {
  const isRaised = [levelsNow.safety, levelsNow.harm].some(
    (level) => level !== undefined && isAtLeast(level, 'medium'),
  );
  return result === 'nothing-changed' || isRaised;
}

/** What to say when the result claimed is not what the record shows; null when they agree. */
export function claimProblem(claimed: ReviewResult, facts: ReviewFacts): FormFault | null {
  const found = reviewResult(facts);
  if (found === claimed) return null;
  const levels = levelChanges(facts);
  const shown = [
    levels.length > 0 ? `levels changed: ${levels.join('; ')}` : 'no level has changed',
    facts.planLinesChanged > 0
      ? `lines of the plan changed: ${facts.planLinesChanged}`
      : 'no line of the plan has changed',
  ].join(', and ');
  return {
    field: 'result',
    message: `The record since this review was opened shows that ${shown}. Choose what it shows, or make the change first`,
  };
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
export function reviewProblems(facts: ReviewFacts): FormFault[] {
  const problems: FormFault[] = [];
  if (facts.findings.trim() === '') {
    problems.push({ field: 'findings', message: 'Enter what the review found' });
  }
  if (changedNothing(facts) && facts.noChangeReason.trim() === '') {
    problems.push({
      field: 'no_change_reason',
      message: 'Change a level or the plan, or enter why neither needs to change',
    });
  }
  return problems;
}
