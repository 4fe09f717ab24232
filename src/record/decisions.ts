import type { Actor } from '../domain/access/can.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { addRow } from './rows.ts';

/** What one of those asked thought: who, for which agency, and the outcome that they wanted, if any. */
export type Position = {
  readonly agency: string;
  readonly by: string;
  readonly position: string;
  readonly outcome?: string | null;
};

type Decided = {
  readonly about: { readonly table: string; readonly id: string };
  readonly childId?: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly consulted?: readonly string[];
  readonly positions: readonly Position[];
  readonly information: string;
  readonly diversity?: string | null;
  readonly outcome: string | null;
  readonly rationale: string;
  readonly departureReason?: string | null;
  readonly dissent: string | null;
  readonly decidedOn: Day;
  readonly reviewOn?: Day | null;
  /** The decision that this one takes the place of: it stays, marked so. */
  readonly replaces: string | null;
};

/** Keeps a decision whole, whatever it is about: what was asked, who thought what, what it rests on and who disagreed. */
export async function keepDecision(tx: Tx, actor: Actor, decided: Decided): Promise<string> {
  const { about, replaces } = decided;
  const id = await addRow(tx, actor, 'decision', {
    child_id: decided.childId ?? null,
    about_table: about.table,
    about_id: about.id,
    question: decided.question,
    options: JSON.stringify(decided.options),
    consulted: JSON.stringify(decided.consulted ?? []),
    positions: JSON.stringify(decided.positions),
    information: decided.information,
    diversity: decided.diversity ?? null,
    outcome: decided.outcome,
    rationale: decided.rationale,
    departure_reason: decided.departureReason || null,
    dissent: decided.dissent || null,
    decided_on: decided.decidedOn,
    decided_by: actor.staffId,
    review_on: decided.reviewOn ?? null,
    replaces_id: replaces,
  });
  if (replaces)
    await tx
      .updateTable('decision')
      .set({ status: 'replaced' })
      .where('id', '=', replaces)
      .execute();
  return id;
}
