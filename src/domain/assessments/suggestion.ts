import {
  type Indicator,
  indicators,
  type SuggestionRule,
  suggestionRule,
} from './indicators.data.ts';
import type { JudgementId, LevelId } from './levels.data.ts';
import { isAtLeast, levelLabel } from './levels.ts';

export type IndicatorMark = 'present' | 'absent' | 'unknown';

export type Suggestion = {
  judgement: JudgementId;
  level: LevelId;
  present: string[];
  notKnown: string[];
  /** The sum shown beside the suggestion. */
  sentence: string;
};

/** Suggests a level from the signs marked present; null until every sign of the judgement has been looked at. */
export function suggestedLevel(
  judgement: JudgementId,
  marks: Readonly<Record<string, IndicatorMark>>,
  rule: SuggestionRule = suggestionRule,
  signs: readonly Indicator[] = indicators,
): Suggestion | null {
  const own = signs.filter((sign) => sign.judgement === judgement);
  if (own.some((sign) => marks[sign.id] === undefined)) return null;
  const present = own.filter((sign) => marks[sign.id] === 'present');
  const notKnown = own.filter((sign) => marks[sign.id] === 'unknown');
  const byCount = levelForCount(present.length, rule);
  const isImmediate = present.some((sign) => sign.isImmediate);
  const level =
    isImmediate && !isAtLeast(byCount, rule.immediateFloor) ? rule.immediateFloor : byCount;
  return {
    judgement,
    level,
    present: present.map((sign) => sign.label),
    notKnown: notKnown.map((sign) => sign.label),
    sentence: explain(present.length, own.length, notKnown.length, level, isImmediate),
  };
}

function levelForCount(count: number, rule: SuggestionRule): LevelId {
  let level: LevelId = 'low';
  for (const band of rule.bands) if (count >= band.fromCount) level = band.level;
  return level;
}

function explain(
  present: number,
  all: number,
  notKnown: number,
  level: LevelId,
  isImmediate: boolean,
): string {
  const unknown = notKnown === 0 ? '' : `, ${notKnown} not known`;
  const urgent = isImmediate ? ' One of them means danger now.' : '';
  return `${present} of ${all} signs present${unknown}: suggests ${levelLabel(level).toLowerCase()}.${urgent}`;
}
