import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import {
  isRegister,
  type ReadRegister,
  readRegister,
} from '../../../domain/orders/register/read-register.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import { readSheet } from '../../../platform/files/read-sheet.ts';
import { judgeRegister, resultCodes } from './judge-register.ts';
import { registerOfHash } from './register.queries.ts';

/** Reads the file of a register: the one sheet that has its headings. */
export async function readRegisterFile(
  tx: Tx,
  file: { readonly name: string; readonly bytes: Uint8Array },
  today: Day,
): Promise<ReadRegister> {
  const sheet = await readSheet(file.bytes, file.name, isRegister);
  if (sheet.kind === 'unreadable') return sheet;
  const read = readRegister(sheet.rows, { today, codes: await resultCodes(tx) });
  return read.kind === 'read' ? { ...read, notRead: [...sheet.notRead, ...read.notRead] } : read;
}

const daysKept = 90;

/** Keeps a register entry by entry, each judged; the very same file again is the register that it is already. */
export async function takeRegister(
  tx: Tx,
  serviceId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { entries, notRead }: Extract<ReadRegister, { kind: 'read' }>,
): Promise<{ readonly id: string; readonly isKnown: boolean }> {
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  await oneAtATime(tx, `court register ${serviceId}`);
  // What is decided is of use to nobody after a while, and names children who may not be ours.
  await sql`delete from register_entry where service_id = ${serviceId} and state in ('repeat', 'in', 'not-ours')
    and created_at < now() - make_interval(days => ${daysKept})`.execute(tx);
  const before = await registerOfHash(tx, serviceId, hash);
  if (before) return { id: before.id, isKnown: true };
  const id = newId();
  await tx
    .insertInto('court_register')
    .values({
      service_id: serviceId,
      id,
      file_name: file.name.slice(0, 200),
      file_hash: hash,
      not_read: [...notRead],
    })
    .execute();
  const judged = await judgeRegister(tx, serviceId, id, entries);
  await tx
    .insertInto('register_entry')
    .values(
      judged.map(({ entry, reasons, ...verdict }) => ({
        service_id: serviceId,
        id: newId(),
        register_id: id,
        lines: JSON.stringify(entry.lines),
        said: JSON.stringify(entry.values),
        noticed: JSON.stringify(entry.noticed),
        reasons: [...reasons],
        state: verdict.state,
        child_id: verdict.childId,
        fingerprint: verdict.fingerprint,
      })),
    )
    .execute();
  return { id, isKnown: false };
}

/** Puts a register aside of which nothing is in; what waits in another register for it to be decided waits there again. */
export async function putAside(tx: Tx, serviceId: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ fingerprint: string }>`
    delete from register_entry e where e.service_id = ${serviceId} and e.register_id = ${id}
      and not exists (select 1 from register_entry o where o.service_id = e.service_id and o.register_id = e.register_id and o.state in ('in', 'not-ours'))
    returning e.fingerprint`.execute(tx);
  if (rows.length === 0) return false;
  await sql`update register_entry set state = 'held', reasons = array['It waited in a register that was put aside: decide it here']
    where service_id = ${serviceId} and state = 'repeat' and fingerprint = any (${rows.map((row) => row.fingerprint)}::text[])`.execute(
    tx,
  );
  await tx
    .updateTable('court_register')
    .set({ put_aside_at: now })
    .where('service_id', '=', serviceId)
    .where('id', '=', id)
    .execute();
  return true;
}
