import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import { allocateReaders } from '../../../domain/audits/allocate-readers.ts';
import { nextInStratum } from '../../../domain/audits/draw-sample.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { Audit } from '../audits.queries.ts';
import { endAccess, openAccess } from '../open-access.ts';
import { peopleOf, readerRolesOf } from '../people.queries.ts';
import { caseRow, readingRow } from '../sample/draw-sample.ts';
import { findSample } from '../sample/find-sample.ts';
import type { AuditCase } from './audit.queries.ts';

/** Gives a reading that has not begun to somebody else. */
export async function changeReader(
  tx: Tx,
  actor: Actor,
  audit: Pick<Audit, 'id'>,
  readingId: string,
  readerId: string,
): Promise<'changed' | 'begun'> {
  const result = await tx
    .updateTable('audit_reading')
    .set({ reader_id: readerId })
    .where('service_id', '=', actor.serviceId)
    .where('audit_id', '=', audit.id)
    .where('id', '=', readingId)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return 'begun';
  await endAccess(tx, audit.id);
  await openAccess(tx, actor, audit.id);
  return 'changed';
}

/** Gives a case back, with the reason, and puts the next of its group or of the nearest in its place; nothing when nobody is left. */
export async function replaceCase(
  tx: Tx,
  actor: Actor,
  audit: Audit,
  gone: AuditCase,
  all: readonly AuditCase[],
  reason: string,
  today: Day,
): Promise<'same-group' | 'nearest-group' | ''> {
  await tx
    .updateTable('audit_case')
    .set({ withdrawn_on: today, withdrawn_reason: reason })
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', gone.id)
    .execute();
  await endAccess(tx, audit.id);
  if (!audit.plan) return '';
  // Whoever left since the sample was drawn is given no case more.
  const roles = readerRolesOf(audit.kind, audit.plan.ofVictims ?? false);
  const here = (await peopleOf(tx, actor.serviceId, roles, today)).map(({ id }) => id);
  const plan = { ...audit.plan, readers: audit.plan.readers.filter((id) => here.includes(id)) };
  const found = await findSample(tx, actor, plan, today);
  const { rows, isBarred, hasFreeReader, staysFree } = found;
  const another = nextInStratum(rows, plan, today, hasFreeReader, {
    strata: gone,
    drawn: new Set(all.map(({ childId }) => childId)),
  });
  if (!another) return '';
  const { next, isSameGroup } = another;
  const {
    rows: [last],
  } = await sql<{ number: number }>`select next_case_number(${audit.id}) as number`.execute(tx);
  const row = caseRow(actor, audit.id, next, last?.number ?? 1);
  await tx.insertInto('audit_case').values(row).execute();
  const readings = allocateReaders([next.childId], plan.readers, isBarred, {
    secondPercent: gone.readings.length > 1 ? 100 : 0,
    seed: `${plan.seed}/${row.position}`,
    staysFree,
  }).map(({ reading, readerId }) =>
    readingRow(actor, audit.id, row.id, next.childId, reading, readerId),
  );
  if (readings.length > 0) await tx.insertInto('audit_reading').values(readings).execute();
  await openAccess(tx, actor, audit.id);
  return isSameGroup ? 'same-group' : 'nearest-group';
}
