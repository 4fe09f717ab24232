import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { oneAtATime } from '../../platform/db/one-at-a-time.ts';
import type { Saved } from '../../platform/db/optimistic.ts';
import { changeRow } from '../../record/rows.ts';
import type { ClosureRecord, StoredClosure } from './closure.queries.ts';

type Submitted = {
  readonly childId: string;
  readonly record: ClosureRecord;
  readonly closure: StoredClosure;
  readonly note: string | null;
  readonly today: Day;
};

/** Approves a closing: the work ends, its referral closes, and with the last work the plan ends too, and the access of all who worked with the child. */
export async function approveClosure(tx: Tx, actor: Actor, input: Submitted): Promise<Saved> {
  const { childId, record, closure, note, today } = input;
  // Two managers who close the child's last two works at once would each leave the other's standing.
  await oneAtATime(tx, `closing ${childId}`);
  const saved = await changeRow(tx, 'closure', closure, {
    status: 'approved',
    approved_on: today,
    approved_by: actor.staffId,
    manager_note: note,
  });
  if (saved.kind === 'moved-on') return saved;
  const reason = closure.end_reason ?? 'completed';
  await tx
    .updateTable('involvement')
    .set({ ended_on: closure.work_ended_on ?? today, end_reason: reason })
    .where('id', '=', record.involvement_id)
    .where('ended_on', 'is', null)
    .execute();
  if (record.referral_id) await closeReferral(tx, record.referral_id, reason, today);
  if (!(await hasLiveWork(tx, childId))) await endWorkWithChild(tx, childId, today);
  return saved;
}

// A referral may have led to two pieces of work: it closes with the last of them.
async function closeReferral(tx: Tx, referralId: string, reason: string, today: Day) {
  await tx
    .updateTable('referral')
    .set({ state: 'closed', closed_on: today, closed_reason: reason })
    .where('id', '=', referralId)
    .where('state', '<>', 'closed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('involvement')
            .select('involvement.id')
            .whereRef('involvement.service_id', '=', 'referral.service_id')
            .whereRef('involvement.referral_id', '=', 'referral.id')
            .where('involvement.ended_on', 'is', null),
        ),
      ),
    )
    .execute();
}

async function hasLiveWork(tx: Tx, childId: string): Promise<boolean> {
  const live = await tx
    .selectFrom('involvement')
    .select('id')
    .where('child_id', '=', childId)
    .where('ended_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return live !== undefined;
}

async function endWorkWithChild(tx: Tx, childId: string, today: Day) {
  await tx
    .updateTable('plan')
    .set({ status: 'ended', ended_on: today })
    .where('child_id', '=', childId)
    .where('status', '<>', 'ended')
    .execute();
  await tx
    .updateTable('relationship')
    .set({ ends_at: sql<Date>`now()` })
    .where('child_id', '=', childId)
    .where('kind', 'in', ['allocated', 'co-worker', 'partner', 'duty'])
    .where('ends_at', 'is', null)
    .execute();
}
