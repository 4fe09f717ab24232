import { keepCorrected, type Writing, withdraw } from '../../record/correction-rows.ts';
import type { Outcome } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import type { Given } from './result-fields.ts';
import type { HearingResult } from './results.queries.ts';

type Stored = Pick<HearingResult, 'id' | 'version' | 'created_at' | 'created_by'>;

/** Adds one line of what a court did. */
export const addResult = (
  { tx, actor, child }: Writing,
  hearingId: string,
  result: Given,
): Promise<string> =>
  addRow(tx, actor, 'hearing_result', { child_id: child.id, hearing_id: hearingId, ...result });

/** Puts a result right; what it said first is kept with the reason. */
export async function correctResult(
  context: Writing,
  row: Stored,
  reason: string,
  result: Given,
): Promise<Outcome> {
  await keepCorrected(context, { table: 'hearing_result', row, reason }, 'corrected');
  return changeRow(context.tx, 'hearing_result', row, result);
}

/** Takes a result off that was never given; what it said is kept with the reason. */
export const withdrawResult = (context: Writing, row: Stored, reason: string): Promise<string> =>
  withdraw(context, { table: 'hearing_result', row, reason });
