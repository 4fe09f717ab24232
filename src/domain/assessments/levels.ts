import { labelIn } from '../reference/label-in.ts';
import {
  type CountersignRule,
  countersignRule,
  type JudgementId,
  judgements,
  type LevelId,
  levels,
} from './levels.data.ts';

export type LevelsByJudgement = Record<JudgementId, LevelId>;

/** Says whether a level is the threshold or above it. */
export function isAtLeast(level: LevelId, threshold: LevelId): boolean {
  return orderOf(level) >= orderOf(threshold);
}

/** The level's place from 1 (low) to 4 (very high). */
export function orderOf(level: LevelId): number {
  return levels.find((row) => row.id === level)?.order ?? 0;
}

/** The level's printed name. */
export function levelLabel(level: LevelId): string {
  return labelIn(levels, level);
}

export type CountersignReason = {
  judgement: JudgementId;
  kind: 'high' | 'changed' | 'overridden';
  sentence: string;
};

export type CountersignInput = {
  levels: LevelsByJudgement;
  /** Levels of the last signed assessment; null when this is the first. */
  previousLevels: Partial<LevelsByJudgement> | null;
  suggested: Partial<LevelsByJudgement>;
  /** Judgements that the practitioner marked as their own view against the suggestion. */
  overridden: readonly JudgementId[];
};

/** Every reason why a manager must sign too; an empty list means the practitioner's signature is enough. */
export function judgementNeedsCountersign(
  input: CountersignInput,
  rule: CountersignRule = countersignRule,
): CountersignReason[] {
  return judgements.flatMap(({ id, title }) => {
    const level = input.levels[id];
    const previous = input.previousLevels?.[id];
    const suggested = input.suggested[id];
    const reasons: CountersignReason[] = [];
    if (isAtLeast(level, rule.fromLevel)) {
      reasons.push({ judgement: id, kind: 'high', sentence: `${title} is ${lower(level)}` });
    }
    if (rule.whenChanged && previous !== undefined && previous !== level) {
      const sentence = `${title} has changed from ${lower(previous)} to ${lower(level)}`;
      reasons.push({ judgement: id, kind: 'changed', sentence });
    }
    const differs = suggested !== undefined && suggested !== level;
    if (rule.whenOverridden && (differs || input.overridden.includes(id))) {
      reasons.push({
        judgement: id,
        kind: 'overridden',
        sentence: differs
          ? `${title} is ${lower(level)} where the indicators suggest ${lower(suggested)}`
          : `${title} is the practitioner’s own view against the suggestion`,
      });
    }
    return reasons;
  });
}

function lower(level: LevelId): string {
  return levelLabel(level).toLowerCase();
}
