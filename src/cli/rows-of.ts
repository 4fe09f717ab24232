import { columnFaults } from '../domain/referrals/find-header.ts';
import type { JudgedList } from '../domain/referrals/judge-list.ts';
import type { JudgedRow } from '../domain/referrals/judged-row.ts';
import {
  type EarlierHold,
  type ReportRow,
  reportRow,
} from '../features/referrals/import/report-rows.ts';
import { Mend } from './command.ts';

/** What a list made or would make, row by row, and what of its file is not read. */
export type ListReport = {
  readonly rows: readonly ReportRow[];
  readonly notRead: readonly string[];
};

/** The rows of a judged list and what is not read of it, or what is wrong with its columns. */
export function rowsOf(judged: JudgedList): {
  readonly rows: readonly JudgedRow[];
  readonly notRead: readonly string[];
} {
  if (judged.kind === 'no-header') throw new Mend(judged.reason);
  if (judged.kind === 'columns-unclear') {
    throw new Mend(
      `Row ${judged.mapping.headerLine}: ${columnFaults(judged.mapping).join('; ')}. Mend the headings, or say it once in the browser under Referrals, Import a list`,
    );
  }
  return judged;
}

/** The report of a judged list before anything is made. */
export function reportOf(
  judged: JudgedList,
  earlier: ReadonlyMap<string, EarlierHold>,
): ListReport {
  const { rows, notRead } = rowsOf(judged);
  return { rows: rows.map((row) => reportRow(row, earlier)), notRead };
}
