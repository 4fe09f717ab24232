import type { JudgedList } from '../domain/referrals/judge-list.ts';
import type { JudgedRow } from '../domain/referrals/judged-row.ts';
import { Mend } from './command.ts';

/** The rows of a judged list, or what is wrong with its columns. */
export function rowsOf(judged: JudgedList): readonly JudgedRow[] {
  if (judged.kind === 'no-header') throw new Mend(judged.reason);
  if (judged.kind === 'columns-missing') {
    const { headerLine, missing } = judged.mapping;
    throw new Mend(
      `Row ${headerLine} has no heading for ${missing.map(({ label }) => label).join(', ')}: add the column, or map it once in the browser under Referrals, Import a list`,
    );
  }
  return judged.rows;
}
