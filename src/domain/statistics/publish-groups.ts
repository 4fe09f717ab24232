import type { Cell, Relation } from '../figures/publication.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { suppress } from '../figures/suppress.ts';
import { ALL, type GroupBy, NOT_KNOWN, USUAL_REFERENCE } from './group-names.ts';
import { groupWorth } from './group-worth.data.ts';

/** A count of a publisher: a number, withheld by them, or (null) not in the data. */
type Count = number | 'withheld' | null;
type What = 'events' | 'among';

/** How often something happened to a group of children in a year, and among how many. */
type GroupCount = {
  readonly by: GroupBy | 'all';
  readonly group: string;
  readonly period: string;
  readonly events: Count;
  readonly among: Count;
};

/** What may be printed: a number, or its mark; with neither there is no such count. */
export type Shown =
  | { readonly value: number; readonly mark: null }
  | { readonly value: null; readonly mark: string | null };

export type Period = { readonly name: string; readonly years: readonly string[] };

export type PublishedGroups =
  | {
      readonly kind: 'published';
      /** Three years at a time, then each year, the newest first: whatever is printed is of one of these. */
      readonly periods: readonly Period[];
      shown(what: What, by: GroupBy | 'all', group: string, period: string): Shown;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const POOLED = 3;
const withheld = smallNumberRules.protecting.mark;

/**
 * All counts of a decision point in one area as one publication: every year, every group by
 * ethnicity and by sex, their sums, and sums of three years. Whatever a page shows of it, no page
 * together with another gives a hidden count away.
 */
export function publishGroups(counts: readonly GroupCount[], isWhole: boolean): PublishedGroups {
  const years = [...new Set(counts.map(({ period }) => period))].sort();
  const pools = poolsOf(years);
  const cells = new Map<string, Cell>();
  const relations: Relation[] = [];
  for (const what of ['events', 'among'] as const) {
    for (const count of counts) putCount(cells, what, count);
    for (const year of years) sumGroups({ cells, relations, counts, what, year, isWhole });
    const lines = new Map(
      [...counts, { by: 'all', group: ALL } as const].map(({ by, group }) => [
        `${what}|${by}|${group}`,
        `${what}: ${group}`,
      ]),
    );
    for (const pool of pools)
      for (const [line, name] of lines) sumYears(cells, relations, { line, name, pool });
  }
  const found = suppress({ cells: [...cells.values()], relations });
  if (found.kind === 'refused') return found;
  const one = (key: string): Shown => {
    const cell = cells.get(key);
    if (!cell) return { value: null, mark: null };
    const mark = found.marks.get(key);
    if (mark !== undefined) return { value: null, mark: mark === 's' ? withheld : mark };
    return cell.value === null
      ? { value: null, mark: withheld }
      : { value: cell.value, mark: null };
  };
  return {
    kind: 'published',
    periods: [
      ...pools.map((pool) => ({ name: nameOf(pool), years: pool })),
      ...years.toReversed().map((year) => ({ name: year, years: [year] })),
    ],
    shown: (what, by, group, period) => one(`${what}|${by}|${group}|${period}`),
  };
}

function putCount(cells: Map<string, Cell>, what: What, row: GroupCount) {
  const key = `${what}|${row.by}|${row.group}|${row.period}`;
  const count = row[what];
  if (count === null) return;
  const value = count === 'withheld' ? { value: null, carried: 's' } : { value: count };
  cells.set(key, { key, ...value, worth: worthOf(row) });
}

function worthOf({ by, group }: GroupCount): number {
  if (group === ALL) return groupWorth.all;
  if (group === NOT_KNOWN) return groupWorth.notKnown;
  if (by === 'sex') return groupWorth.oneOfTwo;
  return group === USUAL_REFERENCE.ethnicity ? groupWorth.reference : groupWorth.group;
}

type Summing = {
  readonly cells: Map<string, Cell>;
  readonly relations: Relation[];
  readonly counts: readonly GroupCount[];
  readonly what: What;
  readonly year: string;
  readonly isWhole: boolean;
};

/** Adds everybody in a year, and says that the groups by ethnicity and those by sex come to it. */
function sumGroups({ cells, relations, counts, what, year, isWhole }: Summing) {
  if (!isWhole) return;
  const total = `${what}|all|${ALL}|${year}`;
  for (const by of ['ethnicity', 'sex'] as const) {
    const rows = counts.filter((row) => row.by === by && row.period === year);
    const counted = rows.filter((row) => row[what] !== null);
    if (counted.length === 0 || rows.some((row) => row[what] === null && row.group !== NOT_KNOWN))
      continue;
    const numbers = counted.flatMap((row) => (typeof row[what] === 'number' ? [row[what]] : []));
    if (!cells.has(total) && numbers.length === counted.length)
      cells.set(total, {
        key: total,
        value: numbers.reduce((sum, value) => sum + value, 0),
        worth: groupWorth.all,
      });
    if (cells.has(total))
      relations.push({
        name: `${what} ${year} by ${by}`,
        total,
        parts: counted.map(({ group }) => `${what}|${by}|${group}|${year}`),
      });
  }
}

type Line = { readonly line: string; readonly name: string; readonly pool: readonly string[] };

function sumYears(cells: Map<string, Cell>, relations: Relation[], { line, name, pool }: Line) {
  const parts = pool
    .map((year) => cells.get(`${line}|${year}`))
    .filter((cell) => cell !== undefined);
  const numbers = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  if (parts.length === 0 || numbers.length < parts.length) return;
  const total = `${line}|${nameOf(pool)}`;
  const [{ worth = 1 } = {}] = parts;
  cells.set(total, {
    key: total,
    value: numbers.reduce((sum, value) => sum + value, 0),
    worth,
  });
  relations.push({ name: `${name} ${nameOf(pool)}`, total, parts: parts.map(({ key }) => key) });
}

/**
 * Years in threes, counted back from the newest. Each year is in one sum at most and no other sums
 * are offered: sums that overlap could be played off against each other.
 */
function poolsOf(years: readonly string[]): string[][] {
  const pools: string[][] = [];
  for (let end = years.length; end - POOLED >= 0; end -= POOLED)
    pools.push(years.slice(end - POOLED, end));
  return pools;
}

const nameOf = (pool: readonly string[]) => `${pool[0]} to ${pool.at(-1)}`;
