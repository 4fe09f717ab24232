import type { Framework } from './framework.ts';
import { countingStandards, isSameName } from './in-framework.ts';
import type { PublishedResult } from './published.ts';
import { rateRecords } from './rate-records.ts';
import type { RatedResult } from './rate-result.ts';

/** A published result with what follows from it by our rules. */
export type ResultLine = {
  /** Made of the service and the day, and stable while they are; of a result that was added, the id of its row. */
  readonly id: string;
  readonly published: PublishedResult;
  readonly rated: RatedResult;
  /** Standards that count and are stated, of how many. */
  readonly stated: number;
  readonly counting: number;
};

/** Every published result beside what our rules make of what it states. */
export function resultLines(
  frameworks: readonly Framework[],
  results: readonly PublishedResult[],
  idOf: (published: PublishedResult, index: number) => string = shippedId,
): readonly ResultLine[] {
  const outcome = rateRecords(frameworks, results);
  if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
  return results.flatMap((published, index) => {
    const rated = outcome.results[index];
    if (!rated) return [];
    const counting = countingStandards(rated.framework, rated.type).map(({ id }) => id);
    const stated = counting.filter((id) => rated.standards[id]?.points != null).length;
    return [{ id: idOf(published, index), published, rated, stated, counting: counting.length }];
  });
}

const shippedId = ({ service, published, framework }: PublishedResult) =>
  `${service} ${published ?? framework}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What follows from what is stated, and from what, in words; or why nothing does. */
export function followsWords({ rated, stated, counting }: ResultLine): string {
  if (rated.basis === 'standards') return `${rated.overall}, from all ${counting} standards`;
  if (rated.basis === 'score')
    return `${rated.overall}, from the score alone: ${stated} of ${counting} standards are stated`;
  return `Nothing: no score is known and ${stated} of ${counting} standards are stated`;
}

/** What an address asks of the list; empty where it asks nothing. */
export type ResultsAsked = Readonly<Record<'q' | 'framework' | 'rating' | 'sort', string>>;

/** The results an address asks for, in the order it asks for: by date unless it says otherwise, what is not known last. */
export function chosenResults(lines: readonly ResultLine[], asked: ResultsAsked): ResultLine[] {
  const wanted = asked.q.trim().toLowerCase();
  const chosen = lines.filter(
    ({ published }) =>
      published.service.toLowerCase().includes(wanted) &&
      (asked.framework === '' || published.framework === asked.framework) &&
      (asked.rating === '' || isSameName(published.overallRating, asked.rating)),
  );
  const byName = (one: ResultLine, other: ResultLine) =>
    one.published.service.localeCompare(other.published.service, 'en') ||
    one.id.localeCompare(other.id, 'en');
  return chosen.sort((one, other) => {
    const [a, b] = [one.published, other.published];
    if (asked.sort === 'service') return byName(one, other);
    if (asked.sort === 'score')
      return (b.overallScore ?? -1) - (a.overallScore ?? -1) || byName(one, other);
    return (b.published ?? '').localeCompare(a.published ?? '', 'en') || byName(one, other);
  });
}
