import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Proposed = {
  readonly id: string;
  readonly version: number;
  readonly type: string | null;
  readonly about_table: string;
  readonly about_id: string;
  readonly noticed_on: Day;
  readonly answer: 'opened' | 'not-needed' | null;
  readonly answer_reason: string | null;
  readonly answered_on: Day | null;
  readonly answered_by_name: string | null;
};

/** What the record proposes for a child: what waits first, then the latest answers; or one of them. */
export async function proposedChanges(
  tx: Tx,
  childId: string,
  id: string | null = null,
): Promise<readonly Proposed[]> {
  const { rows } = await sql<Proposed>`
    select p.id, p.version, p.type, p.about_table, p.about_id, p.noticed_on, p.answer, p.answer_reason, p.answered_on,
      s.name as answered_by_name
    from change_proposed p
    left join staff s on s.service_id = p.service_id and s.id = p.answered_by
    where p.child_id = ${childId} and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.answer is not null, coalesce(p.answered_on, p.noticed_on) desc, p.id desc
    limit 20`.execute(tx);
  return rows;
}
