import { tiersOf } from '../audits/audit-questions.ts';
import type { LeftOutReason } from '../audits/left-out.data.ts';
import type { Day } from '../calendar/day.ts';
import type { Framework, InspectionDomain } from './framework.ts';

/** What the cases of a reading were drawn from. */
export type DrawnSample = {
  readonly title: string;
  /** Only children who belong to these; none: all children. */
  readonly themes: readonly string[];
  readonly opens: Day;
  readonly closes: Day;
  /** Tiers in which there was work of kinds that it was not drawn from. */
  readonly leftTiers: readonly string[];
  /** Why cases were left out before it was drawn. */
  readonly leftFor: readonly LeftOutReason[];
  /** How many cases there were to draw from, and how many were drawn. */
  readonly population: number;
  readonly size: number;
};
type Asked = {
  readonly casesFrom: Day;
  readonly casesTo: Day;
  readonly fieldworkFrom: Day;
};
type Kind = NonNullable<InspectionDomain['cases']>;

/**
 * Why no rating follows from the cases that were read, or nothing: they were drawn for a theme, of some kinds of work alone, of
 * work outside the inspection's window or of a part of it, or are fewer than the framework's smallest sample without being all
 * there are.
 */
export function unfitSample(
  { sampling }: Framework,
  kind: Kind,
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
  const narrow = samples.find(({ leftTiers }) =>
    leftTiers.some((tier) => tiersOf[kind].includes(tier)),
  );
  if (narrow)
    return `“${narrow.title}” was drawn of some kinds of work only, so it does not speak for the others`;
  const part = samples.find(
    ({ opens, closes }) => opens > asked.casesFrom || closes < asked.casesTo,
  );
  if (part) return `“${part.title}” reads a part of the inspection’s window only`;
  const least = limitsOfYear(sampling, kind, asked.fieldworkFrom)?.min;
  if (least === undefined || cases >= least || samples.every(isWhole)) return null;
  return `the smallest sample that the framework rates is ${least} cases, or all there are, and ${cases} ${cases === 1 ? 'is' : 'are'} drawn`;
}

/** The fewest and most cases that a framework states for the year of an inspection; nothing where it states none. */
export function limitsOfYear(
  { limits }: Framework['sampling'],
  kind: Kind,
  fieldworkFrom: Day,
): Framework['sampling']['limits'][number] | undefined {
  const year = Number(fieldworkFrom.slice(0, 4));
  const of = limits
    .filter((each) => each.cases === (kind === 'victims' ? 'victims' : 'children'))
    .sort((one, other) => other.programmeYear - one.programmeYear);
  return of.find(({ programmeYear }) => programmeYear <= year) ?? of.at(-1);
}

// Work too short to be judged is no case yet; whoever was left out for another reason is one that was not read.
const isWhole = ({ size, population, leftFor }: DrawnSample) =>
  size === population && leftFor.every((reason) => reason === 'too-short');
