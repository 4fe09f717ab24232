import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { smallNumberRules } from '../../src/domain/figures/small-numbers.data.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

/** An audit of so many cases, so many of them not good enough, all read by one person and finished; a question more in some of them. */
async function finished(
  tx: Tx,
  title: string,
  cases: number,
  no: number,
  alsoIn = 0,
): Promise<void> {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
  const judge = async (of: typeof ids, ofChild: string, position: number) => {
    const row = { ...judgementRow(of, ofChild, 'desmond-plumb') };
    const answer = position > cases - no ? 'no' : 'yes';
    await tx
      .insertInto('audit_judgement')
      .values({ ...row, answer })
      .execute();
    if (position <= alsoIn)
      await tx
        .insertInto('audit_judgement')
        .values({ ...row, id: newId(), key_question: '2.1.1' })
        .execute();
  };
  await judge(ids, child, 1);
  for (let position = 2; position <= cases; position += 1) {
    const other = await makeChild(tx, { worker: 'ama-lovelock' });
    const of = { ...ids, case: newId(), first: newId() };
    await sql`insert into audit_case (service_id, id, audit_id, child_id, involvement_id, position, tier, disposal, sex, risk)
      select service_id, ${of.case}, audit_id, ${other}, involvement_id, ${position}, tier, disposal, sex, risk from audit_case
      where service_id = ${serviceId} and id = ${ids.case}`.execute(tx);
    const reading = { audit_id: of.audit, case_id: of.case, child_id: other, reading: 'first' };
    await tx
      .insertInto('audit_reading')
      .values({
        service_id: serviceId,
        id: of.first,
        reader_id: staffId('desmond-plumb'),
        ...reading,
      })
      .execute();
    await judge(of, other, position);
  }
  await tx
    .updateTable('audit_reading')
    .set({ strengths: 'Good', learning: 'Some', done_on: today })
    .where('audit_id', '=', ids.audit)
    .execute();
  await tx
    .updateTable('audit')
    .set({ title, status: 'finished', finished_on: today, summary: 'Learnt' })
    .where('id', '=', ids.audit)
    .execute();
}
const found = async (tx: Tx) =>
  (
    await sql<{ what: string }>`
      select title || ', ' || key_question || ': ' || coalesce(yes::text, '?') || ' of ' || coalesce(cases::text, '?') as what
      from audit_found() where title like 'Found %' order by title, key_question`.execute(tx)
  ).rows.map(({ what }) => what.replace('Found ', ''));

it('the board and the analyst count what a finished audit found and see no case of it', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await finished(tx, 'Found in fourteen', 14, 7);
    for (const code of ['gwendolen-osei', 'cleo-abacus']) {
      await become(code);
      expect(await found(tx), code).toEqual(['in fourteen, 3.1.1: 7 of 14']);
      for (const table of ['audit', 'audit_case', 'audit_reading', 'audit_judgement'])
        expect((await sql`select id from ${sql.table(table)}`.execute(tx)).rows, table).toEqual([]);
      await becomeOwner();
    }
  }));

it('they are told no count of 1 to 5, neither good nor not, nor any from which one could be worked out', () =>
  trial(database(), async ({ tx, become }) => {
    await finished(tx, 'Found a: all good', 6, 0);
    await finished(tx, 'Found b: none good', 6, 6);
    await finished(tx, 'Found c: few not good', 9, 2);
    await finished(tx, 'Found d: few good', 9, 6);
    await finished(tx, 'Found e: few cases', 5, 0);
    await finished(tx, 'Found f: few asked more', 12, 0, 4);
    await finished(tx, 'Found g: few asked less', 12, 0, 9);
    await finished(tx, 'Found h: half asked more', 12, 0, 6);
    await become('gwendolen-osei');
    expect(await found(tx)).toEqual([
      'a: all good, 3.1.1: 6 of 6',
      'b: none good, 3.1.1: 0 of 6',
      'c: few not good, 3.1.1: ? of 9',
      'd: few good, 3.1.1: ? of 9',
      'e: few cases, 3.1.1: ? of ?',
      'f: few asked more, 2.1.1: ? of ?',
      'f: few asked more, 3.1.1: 12 of 12',
      'g: few asked less, 2.1.1: ? of ?',
      'g: few asked less, 3.1.1: 12 of 12',
      'h: half asked more, 2.1.1: 6 of 6',
      'h: half asked more, 3.1.1: 12 of 12',
    ]);
    expect(smallNumberRules.count.most).toBe(5);
  }));

it('a case manager, a partner and a volunteer count nothing of it', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await finished(tx, 'Found in fourteen', 14, 7);
    for (const code of ['ama-lovelock', 'rosamund-achebe', 'annie-twelvetrees']) {
      await become(code);
      expect(await found(tx), code).toEqual([]);
      await becomeOwner();
    }
  }));

it('an inspector and a manager count the same readings of an audit, whoever reads them; others count none', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const readers = { first: 'desmond-plumb', second: 'nasir-hollyoak' };
    const { audit, first } = await layAudit(tx, child, readers);
    await tx
      .updateTable('audit_reading')
      .set({ strengths: 'Good', learning: 'Some', done_on: today })
      .where('id', '=', first)
      .execute();
    const progress = async () =>
      (await sql`select readings, done from audit_progress(array[${audit}::uuid])`.execute(tx))
        .rows;
    for (const code of ['edith-fairlamp', 'philippa-standfast', 'desmond-plumb']) {
      await become(code);
      expect(await progress(), code).toEqual([{ readings: 2, done: 1 }]);
    }
    for (const code of ['gwendolen-osei', 'ama-lovelock']) {
      await become(code);
      expect(await progress(), code).toEqual([]);
    }
  }));
