import { findHeader } from '../../../domain/referrals/find-header.ts';
import type { KeptMappings } from '../../../domain/referrals/map-columns.ts';
import { readSheet, type SheetFile } from '../../../platform/files/read-sheet.ts';

export type ListFile = SheetFile;

/** Reads a list's file: the one sheet that looks like a list, or like one that somebody has explained. */
export const readFile = (
  bytes: Uint8Array,
  fileName: string,
  kept: KeptMappings,
): Promise<ListFile> =>
  readSheet(bytes, fileName, (rows) => findHeader(rows, kept).kind === 'found');
