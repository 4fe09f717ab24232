import { indicators } from '../domain/assessments/indicators.data.ts';
import type { LevelId } from '../domain/assessments/levels.data.ts';
import type { IndicatorMark } from '../domain/assessments/suggestion.ts';
import { type Home, homesOf } from './home.ts';
import type { Random } from './random.ts';
import type { Levels } from './story.ts';
import { texts } from './texts.ts';

/** One risk of a story, the same in the assessment and in the plan, with what is done about it and if things change. */
export type StoryRisk = {
  readonly code: string;
  readonly label: string;
  readonly about: 'safety' | 'harm';
  readonly line: (typeof texts.safety)[number];
  readonly change: (typeof texts.contingency)[number];
};

/** The risks that the levels speak of: none where a level is low. */
export function risksFrom(
  random: Random,
  levels: Levels,
  { hasVictim, home }: { readonly hasVictim: boolean; readonly home: Home },
): StoryRisk[] {
  return (['safety', 'harm'] as const).flatMap((about): StoryRisk[] => {
    const severity = severityOf(levels[about]);
    if (severity === 'low') return [];
    const kinds = texts.risks.filter(
      (row) => row.about === (about === 'safety' ? 'child' : 'others'),
    );
    const fitting = texts.safety.filter(
      ({ risk, severity: of }) =>
        of === severity &&
        kinds.some(({ code }) => code === risk) &&
        texts.contingency.some((row) => row.risk === risk) &&
        (hasVictim || risk !== 'named-victim') &&
        (homesOf[home].settled === 'no' || risk !== 'homelessness'),
    );
    const line = random.pick(fitting);
    const change = random.pick(texts.contingency.filter(({ risk }) => risk === line.risk));
    const label = kinds.find(({ code }) => code === line.risk)?.label ?? line.risk;
    return [{ code: line.risk, label, about, line, change }];
  });
}

/** The three grades in which texts are written: the highest two levels share one. */
export const severityOf = (level: LevelId): 'low' | 'medium' | 'high' =>
  level === 'very-high' ? 'high' : level;

// As many signs as bring the suggestion to the level, the story's own first; the last of a judgement means danger now.
const signsPresent: Record<LevelId, number> = { low: 1, medium: 2, high: 4, 'very-high': 6 };
const signOfRisk: Record<string, string> = {
  'criminal-exploitation': 'exploitation',
  'going-missing': 'missing',
  'self-harm': 'self-harm',
  'mental-ill-health': 'self-harm',
  homelessness: 'unsafe-home',
  'violence-to-child': 'hurt-by-others',
  'rival-groups': 'hurt-by-others',
  'weapon-carrying': 'weapon',
  'violence-to-others': 'has-hurt',
  'violence-to-family': 'home-violence',
  'named-victim': 'named-person',
};

// Present only where the story says so: its answers would contradict them.
const ofItsOwnStory: ReadonlySet<string> = new Set(['exploitation', 'unsafe-home']);

/** Every sign marked, so that the signs suggest the levels of the story. */
export function signsFor(
  levels: Levels,
  risks: readonly StoryRisk[],
  home: Home,
): Record<string, IndicatorMark> {
  const own = [
    ...risks.map(({ code }) => signOfRisk[code]),
    ...(homesOf[home].settled === 'no' ? ['unsafe-home'] : []),
  ];
  const marks: Record<string, IndicatorMark> = {};
  for (const judgement of ['likelihood', 'safety', 'harm'] as const) {
    const signs = indicators.filter((sign) => sign.judgement === judgement);
    const first = signs.filter(({ id }) => own.includes(id));
    const others = signs.filter((sign) => !first.includes(sign));
    const order = [...first, ...others.filter(({ id }) => !ofItsOwnStory.has(id))];
    for (const { id } of signs) marks[id] = 'absent';
    for (const { id } of order.slice(0, signsPresent[levels[judgement]])) marks[id] = 'present';
  }
  return marks;
}
