import { chooseSheet } from '../../../domain/referrals/choose-sheet.ts';
import { findHeader } from '../../../domain/referrals/find-header.ts';
import type { KeptMappings, SourceRow } from '../../../domain/referrals/map-columns.ts';
import { readTable } from '../../../platform/files/read-table.ts';

/** The rows of a list's file and what else stands in the file, or why it cannot be read. */
export type ListFile =
  | {
      readonly kind: 'read';
      readonly rows: readonly SourceRow[];
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a list's file: the one sheet that looks like a list, or like one that somebody has explained. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  kept: KeptMappings,
): Promise<ListFile> {
  const table = await readTable(bytes, fileName);
  if (table.kind === 'unreadable') return table;
  const chosen = chooseSheet(table.sheets, (rows) => findHeader(rows, kept).kind === 'found');
  return chosen.kind === 'chosen'
    ? { kind: 'read', rows: chosen.rows, notRead: chosen.notRead }
    : { kind: 'unreadable', reason: chosen.reason };
}
