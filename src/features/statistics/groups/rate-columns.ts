import { mul, type Rational, rational } from '../../../domain/figures/rational.ts';
import { printed } from '../../../domain/figures/round.ts';
import { smallNumberRules } from '../../../domain/figures/small-numbers.data.ts';
import type { DownloadCell } from '../../../domain/statistics/download-table.ts';
import type { RateRow } from '../../../domain/statistics/group-rates.ts';
import type { Shown } from '../../../domain/statistics/publish-groups.ts';

const HUNDRED = rational(100n);

/** The columns of a table of rates: the same on the page and in a download. */
export function rateColumns(per: number): readonly string[] {
  return [
    'Group',
    'Events',
    'Among',
    per === 100 ? 'Rate, %' : `Rate per ${per.toLocaleString('en-GB')} a year`,
    'Relative rate',
    'Lower limit, 95%',
    'Upper limit, 95%',
    'What it says',
    'Share of events, %',
    'Share of comparator, %',
    'Gap, points',
  ];
}

/** A group's row, cell by cell; what follows from a hidden count is hidden with it. */
export function rateCells(row: RateRow): readonly DownloadCell[] {
  const { group, events, among, rate, relative, shares, words, isReference } = row;
  const isHidden = events.mark !== null || among.mark !== null;
  const none = isHidden ? smallNumberRules.protecting.mark : 'None';
  const number = (value: Rational | null | undefined, places: number) =>
    value ? { number: printed(value, places) } : none;
  const limit = (value: number | null | undefined) =>
    value == null ? none : { number: value.toFixed(2) };
  // A group whose events are hidden has none of the three, so that none of them can be turned back.
  const share = (value: Rational | null, own: readonly Shown[]) => {
    if ([events, ...own].some(({ mark }) => mark !== null)) return smallNumberRules.protecting.mark;
    return value ? { number: printed(value, 1) } : shares.why;
  };
  const percent = (value: Rational | null) => value && mul(value, HUNDRED);
  return [
    group,
    countCell(events),
    countCell(among),
    number(rate, 1),
    ...(isReference && rate
      ? [{ number: '1.00' }, '', '']
      : [
          number(relative?.index, 2),
          limit(relative?.lower),
          relative?.upper === null ? 'No limit' : limit(relative?.upper),
        ]),
    words,
    share(percent(shares.ofEvents), []),
    share(percent(shares.ofComparator), [among]),
    share(shares.points, [among]),
  ];
}

/** A count as it is printed: its number, its mark, or that there is none. */
export const countCell = ({ value, mark }: Shown): DownloadCell =>
  value === null ? (mark ?? 'Not in the data') : { number: String(value) };

/** The index with its limits, as a chart has it: 1.38 (1.06 to 1.78). */
export function indexText({ relative, words }: RateRow): string {
  if (!relative?.index) return words;
  const upper = relative.upper === null ? 'no limit' : relative.upper.toFixed(2);
  return `${printed(relative.index, 2)} (${relative.lower.toFixed(2)} to ${upper})`;
}
