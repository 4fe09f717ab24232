import type { Day } from '../calendar/day.ts';
import type { Framework, InspectionDomain } from './framework.ts';

/** What the cases of a reading were drawn from. */
export type DrawnSample = {
  readonly title: string;
  /** Only children who belong to these; none: all children. */
  readonly themes: readonly string[];
  readonly opens: Day;
  readonly closes: Day;
  /** Whether every case that there was is read. */
  readonly isWhole: boolean;
};
type Asked = {
  readonly casesFrom: Day;
  readonly casesTo: Day;
  readonly fieldworkFrom: Day;
};

/**
 * Why no rating follows from the cases that were read, or nothing: they were drawn for a theme, of work outside the inspection's
 * window, or are fewer than the framework's smallest sample without being all there are.
 */
export function unfitSample(
  { sampling }: Framework,
  kind: InspectionDomain['cases'],
  asked: Asked,
  samples: readonly DrawnSample[],
  cases: number,
): string | null {
  const themed = samples.find(({ themes }) => themes.length > 0);
  if (themed)
    return `“${themed.title}” was drawn for a theme, so it does not speak for all children`;
  const outside = samples.find(
    ({ opens, closes }) => opens < asked.casesFrom || closes > asked.casesTo,
  );
  if (outside) return `“${outside.title}” reads work that began outside the inspection’s window`;
  const year = Number(asked.fieldworkFrom.slice(0, 4));
  const limits = sampling.limits
    .filter((each) => each.cases === (kind === 'victims' ? 'victims' : 'children'))
    .sort((one, other) => other.programmeYear - one.programmeYear);
  const least = (limits.find(({ programmeYear }) => programmeYear <= year) ?? limits.at(-1))?.min;
  if (least === undefined || cases >= least || samples.every(({ isWhole }) => isWhole)) return null;
  return `the smallest sample that the framework rates is ${least} cases, or all there are, and ${cases} ${cases === 1 ? 'is' : 'are'} drawn`;
}
