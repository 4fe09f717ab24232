import { publishedPercentage, ratingOfPercentage } from './bands.ts';
import type { Framework, Rating, Standard } from './framework.ts';
import type { YesCount } from './read-stated.ts';

/** A panel's decision to move a rating; never computed. */
export type Discretion = { readonly to: string; readonly reason: string };

export type AfterDiscretion =
  | { readonly kind: 'moved'; readonly from: Rating; readonly to: Rating; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Moves a rating as the panel decided, or says why the framework does not allow it. */
export function withDiscretion(
  framework: Framework,
  standard: Standard,
  from: Rating,
  { to, reason }: Discretion,
): AfterDiscretion {
  const refused = (why: string) => ({ kind: 'refused', reason: why }) as const;
  const { discretion, ratings } = framework;
  const target = ratings.find(({ name }) => name === to);
  if (!target) return refused(`There is no rating “${to}”`);
  if (!mayHaveDiscretion(framework, standard))
    return refused(`Discretion is not for standard ${standard.id}`);
  if (reason.trim() === '') return refused('Write down why the panel moved the rating');
  const steps = Math.abs(ratings.indexOf(target) - ratings.findIndex(isSame(from)));
  if (steps !== discretion.bands)
    return refused(
      `Discretion moves a rating by ${discretion.bands === 1 ? 'one band' : `${discretion.bands} bands`}, up or down, not by ${steps}`,
    );
  return { kind: 'moved', from, to: target, reason: reason.trim() };
}

/** Whether the framework allows discretion on a standard at all. */
export function mayHaveDiscretion(framework: Framework, standard: Standard): boolean {
  const domain = framework.domains.find(({ standards }) =>
    standards.some(({ id }) => id === standard.id),
  );
  return (
    standard.rated === 'lowest-key-question' &&
    domain !== undefined &&
    framework.discretion.domains.includes(domain.id)
  );
}

/** Why the panel may look again at a lowest key question; empty when it stands clear of every boundary. */
export function reasonsToConsider(framework: Framework, lowest: YesCount): string[] {
  const { withinPoints, whenOneCaseDecides, casesAtMost } = framework.discretion;
  const percentage = publishedPercentage(lowest);
  const rating = ratingOfPercentage(framework, percentage);
  const boundaries = framework.percentageBands.map(({ from }) => from).filter((from) => from > 0);
  const near = boundaries.filter((from) => Math.abs(percentage - from) <= withinPoints);
  const oneOther = [lowest.yes - 1, lowest.yes + 1]
    .filter((yes) => yes >= 0 && yes <= lowest.of)
    .map((yes) => ratingOfPercentage(framework, publishedPercentage({ yes, of: lowest.of })));
  return [
    ...near.map((from) =>
      percentage === from
        ? `${percentage}% stands on the boundary`
        : `${percentage}% is within ${withinPoints} points of ${from}%`,
    ),
    ...(whenOneCaseDecides && oneOther.some((other) => other !== rating)
      ? ['One case judged the other way would change the rating']
      : []),
    ...(lowest.of <= casesAtMost ? [`Only ${lowest.of} cases were read`] : []),
  ];
}

function isSame(rating: Rating): (other: Rating) => boolean {
  return ({ name }) => name === rating.name;
}
