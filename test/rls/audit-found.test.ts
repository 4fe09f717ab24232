import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

/** An audit of so many cases, all read by one person and finished. */
async function finished(tx: Tx, title: string, cases: number): Promise<void> {
  const child = await makeChild(tx, { worker: 'ama-lovelock' });
  const ids = await layAudit(tx, child, { first: 'desmond-plumb' });
  await tx
    .insertInto('audit_judgement')
    .values(judgementRow(ids, child, 'desmond-plumb'))
    .execute();
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
    const judged = judgementRow(of, other, 'desmond-plumb');
    await tx
      .insertInto('audit_judgement')
      .values({ ...judged, answer: position === 2 ? 'no' : 'yes' })
      .execute();
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
    await sql<{ title: string; yes: number | null; cases: number | null }>`
      select title, yes, cases from audit_found() where title like 'Found %' order by title`.execute(
      tx,
    )
  ).rows;

it('the board and the analyst count what a finished audit found and see no case of it; of fewer than five cases there is no count', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await finished(tx, 'Found in five', 5);
    await finished(tx, 'Found in one', 1);
    for (const code of ['gwendolen-osei', 'cleo-abacus']) {
      await become(code);
      expect(await found(tx), code).toEqual([
        { title: 'Found in five', yes: 4, cases: 5 },
        { title: 'Found in one', yes: null, cases: null },
      ]);
      for (const table of ['audit', 'audit_case', 'audit_reading', 'audit_judgement'])
        expect((await sql`select id from ${sql.table(table)}`.execute(tx)).rows, table).toEqual([]);
      await becomeOwner();
    }
  }));

it('a case manager, a partner and a volunteer count nothing of it', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await finished(tx, 'Found in five', 5);
    for (const code of ['ama-lovelock', 'rosamund-achebe', 'annie-twelvetrees']) {
      await become(code);
      expect(await found(tx), code).toEqual([]);
      await becomeOwner();
    }
  }));
