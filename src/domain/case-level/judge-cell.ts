import { isDay } from '../calendar/day.ts';
import type { BundleColumn, CodeList, ColumnKind } from './files.data.ts';

/** The codes of each list, as they ship. */
export type Codes = Readonly<Record<CodeList, ReadonlySet<string>>>;

/** A cell as it is stored, or what is wrong with it and how to mend it. */
export type JudgedCell =
  | { readonly kind: 'value'; readonly value: string | null }
  | { readonly kind: 'fault'; readonly reason: string };

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
/** What a spreadsheet would run, or has run. */
const FORMULA = /^[=@]/;

/** A cell of a bundle by its column: blank is "not recorded", which a needed column may not be. */
export function judgeCell(text: string, column: BundleColumn, codes: Codes): JudgedCell {
  const cell = text.trim();
  if (cell === '')
    return column.needed ? fault('must have a value') : { kind: 'value', value: null };
  if (FORMULA.test(cell))
    return fault(`“${shortened(cell)}” is a formula: write the value that it gives`);
  const reason = faultOf(cell, column.kind, codes);
  if (reason) return fault(`“${shortened(cell)}” ${reason}`);
  return { kind: 'value', value: cell };
}

function faultOf(cell: string, kind: ColumnKind, codes: Codes): string | null {
  if (typeof kind === 'object') {
    if ('of' in kind) return null;
    if ('words' in kind)
      return kind.words.includes(cell) ? null : `must be one of ${kind.words.join(', ')}`;
    return codes[kind.list].has(cell)
      ? null
      : `is not a code of the list ${kind.list}: use a code of it, or say in mapping.csv what the label means`;
  }
  switch (kind) {
    case 'text':
      return null;
    case 'day':
      return isDay(cell) ? null : 'is not a day that exists, write it as 2026-10-03';
    case 'instant':
      return isDay(INSTANT.exec(cell)?.[1] ?? '')
        ? null
        : 'is not a time with its offset, write it as 2026-10-03T14:30:00+01:00';
    case 'number':
      return /^\d{1,9}(\.\d{1,6})?$/.test(cell)
        ? null
        : 'must be a number of 0 or more, without commas';
    case 'whole':
      return /^\d{1,9}$/.test(cell) ? null : 'must be a whole number, without commas';
    case 'score':
      return /^[1-8]$/.test(cell) ? null : 'must be a whole number from 1 to 8';
    case 'yes-no':
      return cell === 'yes' || cell === 'no' ? null : 'must be yes or no';
  }
}

const fault = (reason: string): JudgedCell => ({ kind: 'fault', reason });

const shortened = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
