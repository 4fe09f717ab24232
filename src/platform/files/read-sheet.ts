import { chooseSheet } from '../../domain/referrals/choose-sheet.ts';
import type { SourceRow } from '../../domain/referrals/map-columns.ts';
import { readTable } from './read-table.ts';

/** The rows of a file that was sent and what else stands in it, or why it cannot be read. */
export type SheetFile =
  | {
      readonly kind: 'read';
      readonly rows: readonly SourceRow[];
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads the one sheet of a file that looks like what is looked for. */
export async function readSheet(
  bytes: Uint8Array,
  fileName: string,
  isIt: (rows: readonly SourceRow[]) => boolean,
): Promise<SheetFile> {
  const table = await readTable(bytes, fileName);
  if (table.kind === 'unreadable') return table;
  const chosen = chooseSheet(table.sheets, isIt);
  return chosen.kind === 'chosen'
    ? { kind: 'read', rows: chosen.rows, notRead: chosen.notRead }
    : { kind: 'unreadable', reason: chosen.reason };
}
