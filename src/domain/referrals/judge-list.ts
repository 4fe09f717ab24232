import { inOneGo, type Steps } from '../text/steps.ts';
import { judgingRows, type KeptVerdict } from './judge-rows.ts';
import type { ExistingChild, JudgedRow } from './judged-row.ts';
import type { ColumnMapping, KeptMappings, SourceRow } from './map-columns.ts';
import { type ReadList, readList } from './read-list.ts';
import type { ReadOptions, ReadRow } from './referral-values.ts';

/** A list judged from its first line to its last, or why it cannot be. */
export type JudgedList =
  | {
      readonly kind: 'judged';
      readonly mapping: ColumnMapping;
      readonly rows: readonly JudgedRow[];
      /** The same rows with what their verdicts rest on, and as they were read: for whoever keeps them until they are made. */
      readonly kept: readonly (KeptVerdict & Pick<ReadRow, 'findings'>)[];
      readonly notRead: readonly string[];
    }
  | Exclude<ReadList, { kind: 'read' }>;

/** Reads a list and judges its rows; a list whose columns are not clear is not judged. */
export function judgeList(
  rows: readonly SourceRow[],
  existing: readonly ExistingChild[],
  options: ReadOptions & { readonly kept?: KeptMappings },
): JudgedList {
  return inOneGo(judgingList(readList(rows, options), existing, options));
}

/** Judges a list that is read, stopping after each row. */
export function* judgingList(
  list: ReadList,
  existing: readonly ExistingChild[],
  options: ReadOptions,
): Steps<JudgedList> {
  if (list.kind !== 'read') return list;
  const verdicts = yield* judgingRows(list.rows, existing, options);
  const kept = verdicts.map((each, at) => ({ ...each, findings: list.rows[at]?.findings ?? [] }));
  return { ...list, kind: 'judged', rows: verdicts.map(({ judged }) => judged), kept };
}
