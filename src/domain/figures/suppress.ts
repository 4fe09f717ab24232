import { fill } from './fill.ts';
import { netOf, type Standing } from './net.ts';
import { protect } from './protect.ts';
import { type Cell, type Derived, type Publication, problemsOf } from './publication.ts';
import { smallNumberRules } from './small-numbers.data.ts';

const { count: small, protecting, population: fewPeople } = smallNumberRules;

/** Why something is not printed; `of` is the count that it would give away. */
export type Hiding = {
  readonly key: string;
  readonly mark: string;
  readonly why: 'carried' | 'small' | 'protecting' | 'withheld' | 'from hidden' | 'few people';
  readonly of: string | null;
};

/** What is printed in place of each hidden count and derived figure; what has no mark is shown. */
export type Suppressed = {
  readonly kind: 'suppressed';
  readonly marks: ReadonlyMap<string, string>;
  readonly log: readonly Hiding[];
};

/**
 * Hides small numbers in a publication so that none can be worked out from what is shown, even by a
 * reader who knows every sum, these rules and what the marks mean. Derived figures follow.
 */
export function suppress(
  publication: Publication,
): Suppressed | { readonly kind: 'refused'; readonly problems: readonly string[] } {
  const problems = problemsOf(publication);
  if (problems.length > 0) return { kind: 'refused', problems };
  const values = fill(publication);
  if (!values)
    return { kind: 'refused', problems: ['No counts fit the marks of what is hidden already'] };
  const { cells, derived = [] } = publication;
  const net = netOf(publication, values);
  const first = cells.map((cell, at) => standingOf(cell, values[at] ?? 0));
  const { standings, hiddenFor, unproved } = protect(net, first);
  const lost = cells.filter(
    ({ value }, at) => unproved.includes(at) || (value === null && standings[at] !== first[at]),
  );
  if (lost.length > 0)
    return {
      kind: 'refused',
      problems: lost.map(
        ({ key }) => `${key} came hidden and can be worked out whatever is hidden with it`,
      ),
    };
  const log = cells.flatMap((cell, index): Hiding[] => {
    const standing = standings[index] ?? 'shown';
    if (standing === 'shown') return [];
    const { key, carried = protecting.mark } = cell;
    if (cell.value === null) return [{ key, mark: carried, why: 'carried', of: null }];
    const of = cells[hiddenFor.get(index) ?? -1]?.key ?? null;
    return [{ key, mark: standing === 'small' ? small.mark : protecting.mark, why: standing, of }];
  });
  const hidden = new Set(log.map(({ key }) => key));
  const all = [...log, ...derived.flatMap((figure) => hidingOf(figure, hidden))];
  return { kind: 'suppressed', marks: new Map(all.map(({ key, mark }) => [key, mark])), log: all };
}

function standingOf({ value, carried }: Cell, filled: number): Standing {
  if (value !== null) return value >= 1 && value <= small.most ? 'small' : 'shown';
  if (carried === small.mark) return 'small';
  return carried === protecting.mark && filled > small.most ? 'protecting' : 'withheld';
}

/** A figure is as secret as what it is worked out from: with a shown denominator it gives the count away. */
function hidingOf({ key, from, population }: Derived, hidden: ReadonlySet<string>): Hiding[] {
  const of = from.find((cell) => hidden.has(cell));
  if (of !== undefined) return [{ key, mark: protecting.mark, why: 'from hidden', of }];
  if (population !== undefined && population < fewPeople.fewest)
    return [{ key, mark: fewPeople.mark, why: 'few people', of: null }];
  return [];
}
