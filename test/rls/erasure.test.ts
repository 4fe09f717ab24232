import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { addRow } from '../../src/record/rows.ts';
import { layAudit } from '../support/audits.ts';
import { makeChild, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';
import { makePlan, makeReview } from '../support/work-rows.ts';

const database = sharedDatabase();
const here = { serviceId };

const erase = (tx: Tx, child: string) =>
  sql`select erase_child(${child}::uuid, 'Its time was over')`.execute(tx);

/** Work with the child ended years ago, and nobody works with them. */
async function endLongAgo(tx: Tx, child: string): Promise<void> {
  await sql`update involvement set started_on = '2014-01-01', ended_on = '2015-01-31', end_reason = 'completed' where child_id = ${child}`.execute(
    tx,
  );
  await sql`update referral set referred_on = '2014-01-01', received_on = '2014-01-01' where child_id = ${child}`.execute(
    tx,
  );
  await sql`update relationship set starts_at = '2014-01-01', ends_at = '2015-01-31' where child_id = ${child}`.execute(
    tx,
  );
  if ((await sql`select from referral where child_id = ${child}`.execute(tx)).rows.length === 0)
    await addRow(tx, here, 'referral', {
      child_id: child,
      source: 'police',
      agency: 'Police',
      referred_on: '2014-01-01',
      received_on: '2014-01-01',
      state: 'closed',
      triaged_on: '2014-01-02',
      closed_on: '2014-01-02',
      closed_reason: 'Invented',
    });
}

/** Every table that still holds a row of the child, the log of looks left out. */
async function tablesWith(tx: Tx, child: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('access_log', 'duty_stale')`.execute(
    tx,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const held =
      await sql`select from ${sql.table(name)} where service_id = ${serviceId} and child_id = ${child} limit 1`.execute(
        tx,
      );
    if (held.rows.length > 0) found.push(name);
  }
  return found;
}

describe('who cannot erase a record', () => {
  it.each(['marguerite-oyelaran', 'ama-lovelock', 'freddie-okafor-bright', 'rosamund-achebe'])(
    '%s, whatever its time',
    (code) =>
      trialOfDuties(database(), async ({ tx, become }) => {
        const child = await makeChild(tx);
        await endLongAgo(tx, child);
        await become(code);
        await expect(erase(tx, child)).rejects.toThrow(/may not erase/);
      }),
  );

  it('the head of service, of a child with whom somebody works, whose time is not over, or whose record is kept', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const worked = await makeChild(tx);
      await endLongAgo(tx, worked);
      await sql`update involvement set ended_on = null, end_reason = null where child_id = ${worked}`.execute(
        tx,
      );
      await addRow(tx, here, 'involvement', {
        child_id: worked,
        type: 'prevention',
        started_on: '2026-01-01',
      });
      const recent = await makeChild(tx);
      const kept = await makeChild(tx);
      await endLongAgo(tx, kept);
      await addRow(tx, here, 'record_hold', {
        child_id: kept,
        reason: 'A claim is open',
        keep_until: '2999-01-01',
      });
      for (const child of [worked, recent, kept]) {
        await become('philippa-standfast');
        await sql`savepoint s`.execute(tx);
        await expect(erase(tx, child)).rejects.toThrow(/time of this record is not over/);
        await sql`rollback to savepoint s`.execute(tx);
        await becomeOwner();
      }
    }));

  it('the head of service, of a sealed record whose list they are not on', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await endLongAgo(tx, child);
      await seal(tx, child);
      await become('philippa-standfast');
      await expect(erase(tx, child)).rejects.toThrow(/may not erase/);
    }));

  it('nobody writes that a record was erased, or changes it', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await become('philippa-standfast');
      await expect(
        sql`insert into erasure (service_id, id, child_number, work_ended_on, reason, rows_erased, erased_by)
          values (my_service(), gen_random_uuid(), 'X', '2015-01-01', 'x', 1, my_staff())`.execute(
          tx,
        ),
      ).rejects.toThrow(/permission denied/);
    }));
});

it('what is erased is gone from every table with its history and the records merged into it; who did it and why stays', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const { childId } = await layPanel(tx);
    await makePlan(tx, childId);
    await makeReview(tx, childId);
    await layAudit(tx, childId, { first: 'philippa-standfast' });
    await addRow(tx, here, 'disclosure', {
      child_id: childId,
      what: 'The plan',
      recipient: 'Head of year',
      basis: 'agreed',
      given_on: '2014-03-05',
    });
    const merged = await makeChild(tx, { forename: 'Wrenn' });
    await sql`update child set merged_into = ${childId} where id = ${merged}`.execute(tx);
    await endLongAgo(tx, childId);
    expect((await tablesWith(tx, childId)).length).toBeGreaterThan(10);
    await become('philippa-standfast');
    await erase(tx, childId);
    const [line] = await tx.selectFrom('erasure').select(['reason', 'rows_erased']).execute();
    expect(line?.reason).toBe('Its time was over');
    expect(line?.rows_erased).toBeGreaterThan(10);
    await becomeOwner();
    expect(await tablesWith(tx, childId)).toEqual([]);
    const children = tx
      .selectFrom('child')
      .select('id')
      .where('service_id', '=', serviceId)
      .where('id', 'in', [childId, merged]);
    expect(await children.execute()).toEqual([]);
    await become('marguerite-oyelaran');
    expect(await tx.selectFrom('erasure').select('id').execute()).toEqual([]);
  }));

describe('two records that were one for a while', () => {
  /** Two records joined and told apart again; gives the merge that was taken back. */
  async function joinedAndApart(tx: Tx, become: (code: string) => Promise<unknown>) {
    const [kept, other] = [
      await makeChild(tx, { forename: 'Wrenn' }),
      await makeChild(tx, { forename: 'Wren' }),
    ];
    await become('marguerite-oyelaran');
    const { rows } = await sql<{ id: string }>`
      select merge_children(${kept}::uuid, ${other}::uuid, 'The same birth certificate') as id`.execute(
      tx,
    );
    const merge = rows[0]?.id ?? '';
    await sql`select unmerge_children(${merge}::uuid, 1, '{}', '{}', 'Two birth certificates')`.execute(
      tx,
    );
    return { kept, other, merge };
  }
  const toldOf = async (tx: Tx, merge: string) =>
    (
      await sql`select from change_log where service_id = ${serviceId}
        and table_name = 'child_merge' and row_id = ${merge}`.execute(tx)
    ).rows.length;
  const mergesOf = async (tx: Tx, merge: string) =>
    (
      await sql`select from child_merge where service_id = ${serviceId} and id = ${merge}`.execute(
        tx,
      )
    ).rows.length;

  it.each(['kept', 'other'] as const)(
    'what is told of the merge goes with the %s record, and the other record stays',
    (which) =>
      trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
        const told = await joinedAndApart(tx, become);
        await becomeOwner();
        expect(await toldOf(tx, told.merge)).toBeGreaterThan(0);
        expect(await mergesOf(tx, told.merge)).toBe(1);
        const [gone, stays] = which === 'kept' ? [told.kept, told.other] : [told.other, told.kept];
        await endLongAgo(tx, gone);
        await become('philippa-standfast');
        await erase(tx, gone);
        await becomeOwner();
        expect(await toldOf(tx, told.merge)).toBe(0);
        expect(await mergesOf(tx, told.merge)).toBe(0);
        expect(await tablesWith(tx, gone)).toEqual([]);
        const { rows } = await sql<{ id: string }>`
          select id from child where service_id = ${serviceId} and id in (${gone}, ${stays})`.execute(
          tx,
        );
        expect(rows.map(({ id }) => id)).toEqual([stays]);
        const history = await sql`select from change_log where service_id = ${serviceId}
          and table_name = 'child' and row_id = ${stays}`.execute(tx);
        expect(history.rows.length).toBeGreaterThan(0);
      }),
  );
});
