import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '../domain/calendar/day.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { Story } from './story.ts';
import { at } from './working-days.ts';

/** A second matter that goes to court: what follows stands with the child's worker. */
export function tellCourt({
  rows,
  serviceId: service_id,
  child,
  worker,
  manager,
  asOf,
  id,
}: Story): void {
  const day = addDays(asOf, -1);
  rows.add('referral', {
    service_id,
    id: id(),
    child_id: child.id,
    created_by: manager.id,
    created_at: at(day, '09:40'),
    source: 'court',
    agency: 'court',
    referred_on: day,
    received_on: day,
    admission: 'not-asked',
    has_victim: 'unknown',
    victim_consents: 'unknown',
    state: 'allocated',
    pathway: 'court',
    urgency: 'soon',
    safeguarding: 'considered',
    triaged_on: day,
    triaged_by: manager.id,
    allocated_on: day,
    allocated_to: worker.id,
    case_direction:
      'Ring the court office today, and tell the child and the parent what to expect.',
  });
}

const answered =
  'Talked through with the manager: the plan covers it already, and the levels stand.';

/**
 * What the record proposes, once all of it is told: the stories' homes and warnings came before their work, which the database
 * waits for, and what was noticed long ago was answered by the child's worker.
 */
export async function tellProposed(
  tx: Transaction<DB>,
  serviceId: string,
  asOf: Day,
): Promise<void> {
  const since = addDays(asOf, -90);
  const answeredBefore = addDays(asOf, -7);
  await sql`select propose_change(w.service_id, w.child_id, k.attributes ->> 'proposes', 'warning', w.id, w.raised_on)
    from warning w join reference_code k on k.list = 'warning_type' and k.code = w.kind and k.attributes ->> 'proposes' <> ''
    where w.service_id = ${serviceId} and w.ended_on is null and w.raised_on between ${since}::date and ${asOf}::date`.execute(
    tx,
  );
  await sql`update change_proposed p set answer = 'not-needed', answer_reason = ${answered}, answered_on = p.noticed_on + 2, answered_by = w.staff_id
    from relationship w
    where p.service_id = ${serviceId} and p.noticed_on < ${answeredBefore}::date and p.answer is null
      and w.service_id = p.service_id and w.child_id = p.child_id and w.kind = 'allocated' and w.ends_at is null`.execute(
    tx,
  );
}
