import { inOneGo, type Steps } from '../text/steps.ts';
import { dataRows, inColumn } from './data-rows.ts';
import { datesDoubt, datesInTwoOrders } from './date-columns.ts';
import { findHeader } from './find-header.ts';
import type { ColumnMapping, KeptMappings, SourceRow } from './map-columns.ts';
import { notReadOf } from './not-read.ts';
import { isForenameFirst } from './read-names.ts';
import { readRow } from './read-row.ts';
import type { ReadOptions, ReadRow } from './referral-values.ts';

/** A list whose rows are read and not yet judged, or why they cannot be read. */
export type ReadList =
  | {
      readonly kind: 'read';
      readonly mapping: ColumnMapping;
      readonly rows: readonly ReadRow[];
      /** Columns and rows of the file that the rows do not say, each in a sentence. */
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'columns-unclear'; readonly mapping: ColumnMapping }
  | { readonly kind: 'no-header'; readonly reason: string };

type Options = ReadOptions & { readonly kept?: KeptMappings };

/** Reads a list in one go. */
export function readList(rows: readonly SourceRow[], options: Options): ReadList {
  return inOneGo(readingList(rows, options));
}

/** Finds the header and reads each row once, stopping after each; a list with a needed column missing or doubled is not read. */
export function* readingList(rows: readonly SourceRow[], options: Options): Steps<ReadList> {
  const header = findHeader(rows, options.kept);
  if (header.kind === 'not-found') return { kind: 'no-header', reason: header.reason };
  const { mapping } = header;
  if (mapping.missing.length > 0 || mapping.doubled.length > 0)
    return { kind: 'columns-unclear', mapping };
  const data = dataRows(rows, mapping);
  const doubt = datesDoubt(data.rows, mapping);
  const twoOrders = datesInTwoOrders(data.rows, mapping);
  const forenameFirst = isForenameFirst(inColumn(data.rows, mapping.columns.wholeName));
  const read: ReadRow[] = [];
  for (const row of data.rows) {
    yield;
    read.push(readRow(row, mapping, { ...options, datesDoubt: doubt, twoOrders, forenameFirst }));
  }
  return {
    kind: 'read',
    mapping,
    rows: read,
    notRead: notReadOf(mapping, data),
  };
}
