import type { SourceRow } from './map-columns.ts';
import { someOf } from './not-read.ts';

/** One sheet of a file; a CSV file has one, without a name. Blank rows may be left out. */
export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SourceRow[];
  /** Lines and columns that whoever sent it does not see in their own program, a filter's for example. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
};

/** The sheet to read with what is said of the others, or why none can be chosen. */
export type ChosenSheet =
  | {
      readonly kind: 'chosen';
      readonly rows: readonly SourceRow[];
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'unclear'; readonly reason: string };

/** Chooses the one visible sheet that looks like a list; never one of two, and never a hidden one. */
export function chooseSheet(
  sheets: readonly Sheet[],
  isList: (rows: readonly SourceRow[]) => boolean,
): ChosenSheet {
  const filled = sheets.filter(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
  const visible = filled.filter(({ isHidden }) => !isHidden);
  const lists = visible.filter(({ rows }) => isList(rows));
  const names = (of: readonly Sheet[]) => of.map(({ name }) => `“${name}”`).join(', ');
  if (lists.length > 1)
    return {
      kind: 'unclear',
      reason: `The workbook has a list on each of the sheets ${names(lists)}: save each as a file of its own, or put their rows on one sheet`,
    };
  const chosen = lists[0] ?? visible[0];
  if (!chosen)
    return {
      kind: 'unclear',
      reason:
        filled.length > 0
          ? `Every sheet that holds something is hidden (${names(filled)}): show the sheet with the list and save the workbook again`
          : 'The file has no rows: save the list again and choose that file',
    };
  const others = filled.filter((sheet) => sheet !== chosen);
  return {
    kind: 'chosen',
    rows: chosen.rows,
    notRead: [
      ...others.map(
        ({ name, isHidden, rows }) =>
          `Sheet not read: “${name}”, ${isHidden ? 'hidden, ' : ''}${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
      ),
      ...said('Rows hidden in the sender’s sheet, read all the same', chosen.hiddenRows),
      ...said(
        'Columns hidden in the sender’s sheet, read like the others',
        chosen.hiddenColumns.map((index) => index + 1),
      ),
    ],
  };
}

const said = (what: string, numbers: readonly number[]): readonly string[] =>
  numbers.length === 0 ? [] : [`${what}: ${someOf(numbers.map(String))}`];
