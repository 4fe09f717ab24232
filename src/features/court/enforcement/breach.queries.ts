import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { BreachStatus } from '../../../domain/orders/breach.ts';
import type { EnforcementRule } from '../../../domain/orders/enforcement-rule.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type Breach = {
  readonly id: string;
  readonly version: number;
  readonly order_id: string;
  readonly goes_to: EnforcementRule['goes_to'];
  readonly relied_on: readonly string[];
  readonly reasons: string;
  readonly tried: string;
  readonly status: BreachStatus;
  readonly proposed_on: Day;
  readonly proposed_by: string;
  readonly proposed_by_name: string | null;
  readonly manager_note: string | null;
  readonly returned_on: Day | null;
  readonly approved_on: Day | null;
  readonly approved_by_name: string | null;
  readonly sent_on: Day | null;
  readonly sent_note: string | null;
  readonly heard_on: Day | null;
  readonly outcome: string | null;
  readonly outcome_note: string | null;
  readonly withdrawn_on: Day | null;
  readonly withdrawn_by_name: string | null;
  readonly withdrawn_reason: string | null;
};

/** What of a child's orders was put, or is to be put, to a court or a panel, oldest first. */
export async function breachesOf(tx: Tx, childId: string): Promise<readonly Breach[]> {
  const { rows } = await sql<Breach>`
    select b.*, p.name as proposed_by_name, a.name as approved_by_name, w.name as withdrawn_by_name
    from breach b
    left join staff p on p.service_id = b.service_id and p.id = b.proposed_by
    left join staff a on a.service_id = b.service_id and a.id = b.approved_by
    left join staff w on w.service_id = b.service_id and w.id = b.withdrawn_by
    where b.child_id = ${childId}
    order by b.proposed_on, b.id`.execute(tx);
  return rows;
}
