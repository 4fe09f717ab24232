import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Answers = {
  readonly child_agrees: string;
  readonly child_agrees_note: string | null;
  readonly parent_agrees: string;
  readonly parent_agrees_note: string | null;
  readonly agreed_on: Day;
  readonly review_on: Day;
};

/** Records the agreement. The caller has checked that nothing stands in its way. */
export function agreePlan(tx: Tx, input: { planId: string; version: number; answers: Answers }) {
  return tx
    .updateTable('plan')
    .set({ status: 'agreed', ...input.answers })
    .where('id', '=', input.planId)
    .where('version', '=', input.version)
    .executeTakeFirst();
}

/** Saves the child's and the family's words, and how the work is fitted to the child. */
export function changeWords(
  tx: Tx,
  input: {
    planId: string;
    version: number;
    words: { child_words: string | null; parent_words: string | null; adaptations: string | null };
  },
) {
  return tx
    .updateTable('plan')
    .set(input.words)
    .where('id', '=', input.planId)
    .where('version', '=', input.version)
    .executeTakeFirst();
}
