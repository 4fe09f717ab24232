import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { MOST_ENTRIES } from '../../../domain/orders/register/fields.data.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { judgeRegister, resultCodes } from './judge-register.ts';
import { makeEntry } from './make-entry.ts';
import { entriesOf } from './register.queries.ts';

type Bringing = {
  readonly tx: Tx;
  /** Nobody by name at the command line. */
  readonly actor: Actor | Pick<Actor, 'serviceId'>;
  readonly today: Day;
};

/**
 * Brings in all of a register that is sure, judged against the record as it is now; how many came in. An entry that cannot be made
 * waits for a person with the reason, and hinders no other.
 */
export async function bringIn(bringing: Bringing, registerId: string): Promise<number> {
  const { tx, actor } = bringing;
  const { serviceId } = actor;
  // Whoever brings it in or decides an entry of it meanwhile is waited for, so that nothing is made twice.
  await sql`select from register_entry where service_id = ${serviceId} and register_id = ${registerId} for update`.execute(
    tx,
  );
  const entries = await entriesOf(tx, serviceId, {
    registerId,
    states: ['ready', 'held'],
    limit: MOST_ENTRIES,
    offset: 0,
  });
  const codes = await resultCodes(tx);
  let made = 0;
  for (const [at, verdict] of (await judgeRegister(tx, serviceId, registerId, entries)).entries()) {
    const entry = entries[at];
    if (!entry) continue;
    const { state, reasons, childId } = verdict;
    const told = { state, reasons: [...reasons], child_id: childId };
    if (state !== 'ready' || !childId) {
      await changeRow(tx, 'register_entry', entry, told);
      continue;
    }
    const writing = { ...bringing, child: { id: childId } };
    const done = await makeEntry(writing, entry.values, codes, null);
    if ('reason' in done) {
      const held = { ...told, state: 'held', reasons: [done.reason, ...reasons] };
      await changeRow(tx, 'register_entry', entry, held);
      continue;
    }
    await changeRow(tx, 'register_entry', entry, {
      ...told,
      state: 'in',
      hearing_id: done.hearingId,
    });
    if ('staffId' in actor)
      await logLook(tx, actor, {
        kind: 'change',
        page: urls.court.bringIn(':registerId'),
        childId,
      });
    made += 1;
  }
  return made;
}
