import type { MeasureRow } from './figure-of-rows.ts';
import type { RowChange } from './frozen-figure.ts';

/** Why a row of ours may stand in somebody else's figure and not in our own, or the other way round. */
export type Cause = 'age' | 'appeal' | 'residence' | 'duplicate' | 'deleted' | 'late' | 'blank';

export const causeWords: Readonly<Record<Cause, string>> = {
  age: 'Age: they may judge it on another day, or hold another date of birth',
  appeal: 'Appeal: they may not know yet how it ended',
  residence: 'Residence: they may count the child here and not where they lived',
  duplicate: 'Counted once by us: they may count each',
  deleted: 'Deleted with us: they may hold it still',
  late: 'Late entry: it was not on record when our quarter was frozen',
  blank: 'Known fault of the national code: a blank appeal or residence drops the row',
};

/** A row that may explain a part of a difference: +1 where they may count it and we do not, −1 the other way round. */
export type LikelyCause = {
  readonly unit: string;
  readonly person: string | null;
  readonly cause: Cause;
  readonly by: 1 | -1;
  readonly reason: string;
};

const outBecause: readonly (readonly [RegExp, Cause])[] = [
  [/^aged |no date of birth/, 'age'],
  [/on appeal/, 'appeal'],
  [/resident elsewhere/, 'residence'],
  [/^another (order|outcome|sentence) /, 'duplicate'],
  [/record is deleted/, 'deleted'],
];

/** What may lie behind a difference, row by row, from the rule that decided each; `since` is what changed since our own was frozen. */
export function likelyCauses(
  rows: readonly MeasureRow[],
  since: readonly RowChange[],
): readonly LikelyCause[] {
  const late = new Set(
    since.filter(({ then, now }) => then === null && now?.hit).map(({ unit }) => unit),
  );
  return rows.flatMap((row): LikelyCause[] => {
    const { unit, person, reason, hit } = row;
    const found = (cause: Cause, by: 1 | -1): LikelyCause[] => [
      { unit, person, cause, by, reason },
    ];
    if (hit) {
      if (late.has(unit)) return found('late', -1);
      return /appeal blank|residence blank/.test(reason) ? found('blank', -1) : [];
    }
    const cause = outBecause.find(([words]) => words.test(reason))?.[1];
    return cause ? found(cause, 1) : [];
  });
}

/** Known faults of the national code that no row of ours shows, by measure. Source: the Ministry of Justice reporting code, August 2026. */
const faults: readonly (readonly [RegExp, string])[] = [
  [
    /^(kpi9|serious-violence)/,
    'The national code has residents for quarters up to January to March 2025 alone: later ones have no rate. It joins residents by the service’s name.',
  ],
  [
    /^kpi2/,
    'The template’s total for custody leaves out children of school age, and by kind of provision it leaves out those above it.',
  ],
  [/^kpi3/, 'The denominators of referral orders and youth rehabilitation orders are exchanged.'],
  [/^kpi8/, 'The newer code adds attendances, so that it can say more than five sectors.'],
  [/^kpi10/, 'A victim without a number, or whose answer is written other than “Yes”, is dropped.'],
  [
    /^kpi/,
    'A quarter that was sent by template wins over our case-level records, and one of nothing but noughts reads as case level.',
  ],
  [
    /^fte/,
    'Age on the day of the outcome is a difference of calendar years, and children without a national number who share a date of birth are taken for one.',
  ],
];

/** What else is known of the national code for a measure. */
export const knownFaults = (measure: string): readonly string[] =>
  faults.flatMap(([of, words]) => (of.test(measure) ? [words] : []));
