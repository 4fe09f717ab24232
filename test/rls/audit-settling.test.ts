import { type RawBuilder, sql } from 'kysely';
import { expect, it } from 'vitest';
import { randomOf } from '../../src/demo/random.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import {
  serviceId,
  sharedDatabase,
  staffId,
  type Trial,
  trialOfDuties,
} from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];
const usual = { first: 'edith-fairlamp', second: 'desmond-plumb' };

/** A case of Ama's that two people read and judged differently. */
async function disputed(tx: Tx, readers = usual) {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, readers);
  for (const reading of ['first', 'second'] as const)
    await tx
      .insertInto('audit_judgement')
      .values({
        ...judgementRow(ids, child, readers[reading], reading),
        answer: reading === 'first' ? 'yes' : 'no',
      })
      .execute();
  await tx
    .updateTable('audit_reading')
    .set({ strengths: 'Good', learning: 'Some', done_on: today })
    .where('audit_id', '=', ids.audit)
    .execute();
  const settle = () =>
    tx
      .insertInto('audit_moderation')
      .values({
        service_id: serviceId,
        id: newId(),
        audit_id: ids.audit,
        case_id: ids.case,
        child_id: child,
        key_question: '3.1.1',
        answer: 'no',
        reason: 'The school was not asked',
        moderated_on: today,
      })
      .execute();
  const giveBack = async () => {
    const result = await tx
      .updateTable('audit_case')
      .set({ withdrawn_on: today, withdrawn_reason: 'Nobody is free to settle it' })
      .where('id', '=', ids.case)
      .executeTakeFirstOrThrow();
    return result.numUpdatedRows;
  };
  return { child, ids, settle, giveBack };
}

it('a manager cannot settle what readers differ on about her own worker, nor where she oversaw; another can', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const { child, settle } = await disputed(tx);
    await tx
      .insertInto('oversight_entry')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: child,
        kind: 'supervision',
        text: 'Talked through',
        entered_on: today,
        created_by: staffId('nasir-hollyoak'),
      })
      .execute();
    for (const code of ['marguerite-oyelaran', 'nasir-hollyoak']) {
      await become(code);
      await sql`savepoint attempt`.execute(tx);
      await expect(settle(), code).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint attempt`.execute(tx);
      await becomeOwner();
    }
    await become('philippa-standfast');
    await settle();
  }));

it('a case is locked until each thing that its readers differ on is settled, in that case itself', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const readers = { first: 'philippa-standfast', second: 'nasir-hollyoak' };
    const locked = await disputed(tx, readers);
    const other = await disputed(tx, readers);
    const differ = (key_question: string) =>
      sql`insert into audit_judgement (service_id, id, child_id, case_id, reading_id, reader_id, key_question, answer, reason)
        select service_id, gen_random_uuid(), child_id, case_id, reading_id, reader_id, ${key_question}, answer, reason
        from audit_judgement where service_id = ${serviceId} and case_id = ${locked.ids.case}`.execute(
        tx,
      );
    const isLocked = async () => {
      await become('marguerite-oyelaran');
      const { rows } = await sql<{
        is: boolean;
      }>`select case_is_locked(${locked.ids.case}) as is`.execute(tx);
      await becomeOwner();
      return rows[0]?.is;
    };
    const settle = ({ ids, child }: typeof locked, key_question: string) =>
      sql`insert into audit_moderation (service_id, id, audit_id, case_id, child_id, key_question, answer, reason, moderated_on)
        values (${serviceId}, ${newId()}, ${ids.audit}, ${ids.case}, ${child}, ${key_question}, 'no', 'Not asked', ${today})`.execute(
        tx,
      );
    await differ('3.1.2');
    await settle(other, '3.1.1');
    await settle(other, '3.1.2');
    expect(await isLocked()).toBe(true);
    await settle(locked, '3.1.2');
    expect(await isLocked()).toBe(true);
    await settle(locked, '3.1.1');
    expect(await isLocked()).toBe(false);
  }));

it('a case that nobody is free to settle goes back, by a manager of its worker too; one that somebody may settle does not', () =>
  trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
    const open = await disputed(tx);
    const locked = await disputed(tx, { first: 'philippa-standfast', second: 'nasir-hollyoak' });
    for (const code of ['philippa-standfast', 'marguerite-oyelaran']) {
      await become(code);
      expect(await open.giveBack(), code).toBe(0n);
      await becomeOwner();
    }
    await become('marguerite-oyelaran');
    expect(await locked.giveBack()).toBe(1n);
  }));

const runs = ['philippa-standfast', 'marguerite-oyelaran', 'nasir-hollyoak', 'desmond-plumb'];
const pool = [...runs, 'edith-fairlamp'];

/** A case that two at most read, as far as chance has it, in a service that people left, with ties, a seal and a day long past. */
async function chanceCase(tx: Tx, { chance, pick }: ReturnType<typeof randomOf>) {
  const child = await makeChild(tx, { worker: pick(['ama-lovelock', 'desmond-plumb']) });
  const first = pick(pool);
  const second = chance(0.7) ? pick(pool.filter((code) => code !== first)) : undefined;
  const ids = await layAudit(tx, child, { first, ...(second ? { second } : {}) });
  for (const [reading, code] of Object.entries({ first, ...(second ? { second } : {}) }) as [
    'first' | 'second',
    string,
  ][]) {
    if (chance(0.25)) continue;
    await tx
      .insertInto('audit_judgement')
      .values({ ...judgementRow(ids, child, code, reading), answer: pick(['yes', 'no']) })
      .execute();
    if (chance(0.7))
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids[reading])
        .execute();
  }
  const stay = pick(runs);
  for (const code of pool) {
    if (code !== stay && chance(0.4))
      await sql`update staff set active_to = ${addDays(today, -1)} where id = ${staffId(code)}`.execute(
        tx,
      );
    if (chance(0.3))
      await tx
        .insertInto('oversight_entry')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          kind: 'supervision',
          text: 'Talked through',
          entered_on: today,
          created_by: staffId(code),
        })
        .execute();
  }
  await sql`update audit set kind = ${pick(['monthly', 'mock-inspection'])}, due_on = ${addDays(today, pick([10, -3, -40]))},
    drawn_on = ${addDays(today, -60)}, month = date_trunc('month', ${today}::date - 60) where id = ${ids.audit}`.execute(
    tx,
  );
  if (chance(0.2)) await seal(tx, child);
  return { child, ids };
}

it('whoever leaves, is tied to a case or does not read it, an audit can be ended: its cases are read, settled, given back or, sealed from all, withdrawn', async () => {
  const met = new Set<string>();
  for (let round = 1; round <= 30; round += 1)
    await trialOfDuties(database(), async ({ tx, become }) => {
      const { child, ids } = await chanceCase(tx, randomOf(round));
      const asks = async (question: RawBuilder<{ is: boolean }>) =>
        (await question.execute(tx)).rows[0]?.is ?? false;
      const here = (
        await sql<{ id: string }>`
          select id from staff where active_to is null or active_to >= ${today}`.execute(tx)
      ).rows.map(({ id }) => id);
      const [stays = ''] = runs.filter((code) => here.includes(staffId(code)));
      await become(stays);
      const open = async () => asks(sql`select audit_open_cases(${ids.audit}::uuid) > 0 as is`);
      if (!(await open())) return;
      const isRead = await asks(sql`
        select exists (
          select 1 from audit_reading r join audit a on a.id = r.audit_id join staff s on s.id = r.reader_id
          where r.case_id = ${ids.case} and r.done_on is null and (s.active_to is null or s.active_to >= ${today})
            and (s.role <> 'inspector' or a.kind = 'mock-inspection') and a.due_on + 15 > ${today}::date
            and not exists (select 1 from audit_ties(array[${child}::uuid], array[r.reader_id]))) as is`);
      const isSettled = await asks(sql`
        select not exists (select 1 from audit_reading r where r.case_id = ${ids.case} and r.done_on is null)
          and not case_is_locked(${ids.case}) as is`);
      let way = isRead ? 'read' : isSettled ? 'settled' : '';
      for (const code of way ? [] : runs.filter((each) => here.includes(staffId(each)))) {
        await become(code);
        const result = await tx
          .updateTable('audit_case')
          .set({ withdrawn_on: today, withdrawn_reason: 'Nobody can read it' })
          .where('id', '=', ids.case)
          .executeTakeFirst();
        if (result.numUpdatedRows === 1n) way = 'given back';
        if (way) break;
      }
      if (!way && (await asks(sql`select withdraw_sealed_cases(${ids.audit}::uuid) = 1 as is`)))
        way = 'withdrawn';
      expect(way, `round ${round}`).not.toBe('');
      if (way === 'given back' || way === 'withdrawn') expect(await open()).toBe(false);
      met.add(way);
    });
  expect([...met].sort()).toEqual(['given back', 'read', 'settled', 'withdrawn']);
});

it('a case of a sealed record that somebody who runs audits may see stays in the sample; one that nobody may see is withdrawn', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const cases = [await disputed(tx), await disputed(tx)];
    for (const { child } of cases) await seal(tx, child);
    await relate(tx, cases[0]?.child ?? '', 'philippa-standfast', 'named-list');
    await become('desmond-plumb');
    const { rows } = await sql<{ child_id: string; gone: number }>`
      select a.id, withdraw_sealed_cases(a.id) as gone from audit a where a.title = 'Assessing' order by a.created_at, a.id`.execute(
      tx,
    );
    expect(rows.map(({ gone }) => gone).sort()).toEqual([0, 1]);
  }));
