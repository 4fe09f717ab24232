import type { Cell } from './publication.ts';

/** The counts of one table with their labels. */
export type Grid = {
  /** Which of the tables. */
  readonly table: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly Cell[])[];
};

/** The same with rows and columns changed over. */
export const turned = ({ table, rows, columns, counts }: Grid): Grid => ({
  table,
  rows: columns,
  columns: rows,
  counts: columns.map((_, column) => counts.flatMap((line) => line[column] ?? [])),
});

/** Whether a whole number is a fraction, rounded either way. */
export const isRounded = (whole: number, over: number, under: number): boolean =>
  under > 0 ? Math.abs(whole * under - over) <= under / 2 : whole === 0;
