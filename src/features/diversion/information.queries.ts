import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Every question asked about a child that this person may read, newest first, with who asked, answered and marked. */
export function requestsOf(tx: Tx, childId: string) {
  return requestRows(tx)
    .where('r.child_id', '=', childId)
    .orderBy('r.asked_on', 'desc')
    .orderBy('r.agency')
    .orderBy('r.id')
    .limit(200)
    .execute();
}

/** One question about this child, or nothing when it is not theirs to see. */
export function requestOf(tx: Tx, childId: string, id: string) {
  return requestRows(tx)
    .where('r.child_id', '=', childId)
    .where('r.id', '=', id)
    .executeTakeFirst();
}

export type RequestRow = NonNullable<Awaited<ReturnType<typeof requestOf>>>;

function requestRows(tx: Tx) {
  return tx
    .selectFrom('information_request as r')
    .leftJoin('staff as asker', 'asker.id', 'r.created_by')
    .leftJoin('staff as answerer', 'answerer.id', 'r.answered_by')
    .leftJoin('staff as marker', 'marker.id', 'r.used_by')
    .select([
      'r.id',
      'r.agency',
      'r.question',
      'r.asked_on',
      'r.due_on',
      'r.status',
      'r.answer_for_team',
      'r.answered_on',
      'r.chased_on',
      'r.chases',
      'r.gap_note',
      'r.use',
      'r.use_note',
      'r.used_on',
      'r.version',
      'asker.name as asker',
      'answerer.name as answerer',
      'answerer.agency as answerer_agency',
      'marker.name as marker',
    ]);
}

/** Questions to one agency that wait for an answer, the longest overdue first. Only children of live requests are seen. */
export function waitingFor(tx: Tx, agency: string, page: { limit: number; offset: number }) {
  return tx
    .selectFrom('information_request as r')
    .innerJoin('child as c', (join) =>
      join.onRef('c.service_id', '=', 'r.service_id').onRef('c.id', '=', 'r.child_id'),
    )
    .leftJoin('staff as asker', 'asker.id', 'r.created_by')
    .select(['r.id', 'r.child_id', 'r.question', 'r.asked_on', 'r.due_on', 'r.chased_on'])
    .select(['c.forename', 'c.surname', 'c.date_of_birth', 'asker.name as asker'])
    .where('r.agency', '=', agency)
    .where('r.status', '=', 'asked')
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** How many questions to one agency wait for an answer. */
export async function countWaiting(tx: Tx, agency: string): Promise<number> {
  const { total } = await tx
    .selectFrom('information_request')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('agency', '=', agency)
    .where('status', '=', 'asked')
    .executeTakeFirstOrThrow();
  return total;
}

/** The day an answer asked for today is due, with how sure we are of the rule; the service's own figure wins. */
export async function answerDue(tx: Tx, serviceId: string, today: Day) {
  const { rows } = await sql<{
    due: Day;
    number: number;
    unit: string;
    confidence: string;
  }>`select limit_due(${serviceId}::uuid, l.id, ${today}::date) as due, coalesce(o.number, l.number) as number,
      coalesce(o.unit, l.unit) as unit, case when o.number is null then l.confidence else 'confirmed' end as confidence
    from time_limit l left join time_limit_override o on o.service_id = ${serviceId}::uuid and o.time_limit_id = l.id
    where l.id = 'information-answer'`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('There is no time limit information-answer');
  return row;
}

/** Partners' own notes about a child, in the classes this person may read and no others. */
export function notesOf(tx: Tx, childId: string) {
  return tx
    .selectFrom('partner_note as n')
    .leftJoin('staff as writer', 'writer.id', 'n.created_by')
    .select(['n.id', 'n.record_class', 'n.handling_code', 'n.detail', 'n.created_at'])
    .select(['n.version', 'n.created_by'])
    .select(['writer.name as writer', 'writer.agency'])
    .where('n.child_id', '=', childId)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id')
    .limit(100)
    .execute();
}
