import { inOneGo, type Steps } from '../text/steps.ts';
import type { ColumnMapping, KeptMapping, SourceRow } from './find-header.ts';
import { dataRows, findHeader } from './find-header.ts';
import { judgingRows } from './judge-rows.ts';
import type { ExistingChild, JudgedRow } from './judged-row.ts';
import { readRow } from './read-row.ts';
import type { ReadOptions } from './referral-values.ts';

/** A list judged from its first line to its last, or why it cannot be. */
export type JudgedList =
  | {
      readonly kind: 'judged';
      readonly mapping: ColumnMapping;
      readonly rows: readonly JudgedRow[];
    }
  | { readonly kind: 'columns-missing'; readonly mapping: ColumnMapping }
  | { readonly kind: 'no-header'; readonly reason: string };

type JudgeOptions = ReadOptions & { readonly kept?: KeptMapping };

/** Finds the header, reads the rows and judges them; a list without a needed column is not judged. */
export function judgeList(
  rows: readonly SourceRow[],
  existing: readonly ExistingChild[],
  options: JudgeOptions,
): JudgedList {
  return inOneGo(judgingList(rows, existing, options));
}

/** The same, stopping after each row. */
export function* judgingList(
  rows: readonly SourceRow[],
  existing: readonly ExistingChild[],
  options: JudgeOptions,
): Steps<JudgedList> {
  const header = findHeader(rows, options.kept);
  if (header.kind === 'not-found') return { kind: 'no-header', reason: header.reason };
  const { mapping } = header;
  if (mapping.missing.length > 0) return { kind: 'columns-missing', mapping };
  const read = dataRows(rows, mapping).map((row) => readRow(row, mapping, options));
  return { kind: 'judged', mapping, rows: yield* judgingRows(read, existing, options) };
}
