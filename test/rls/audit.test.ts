import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { judgementRow, layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import {
  serviceId,
  sharedDatabase,
  staffId,
  type Trial,
  trialOfDuties,
} from '../support/database.ts';

const database = sharedDatabase();
type Tx = Trial['tx'];

const plan = (tx: Tx) =>
  tx
    .insertInto('audit')
    .values({
      service_id: serviceId,
      id: newId(),
      title: 'Planning',
      kind: 'monthly',
      framework_id: '2021',
      standards: ['3.2'],
      month: `${today.slice(0, 7)}-01`,
      due_on: today,
      lead_id: staffId('desmond-plumb'),
    })
    .execute();
const seen = async (tx: Tx) => (await tx.selectFrom('audit').select('id').execute()).length;

describe('who cannot see or plan an audit', () => {
  it.each([
    'ama-lovelock',
    'quentin-larkin',
    'annie-twelvetrees',
    'cleo-abacus',
    'gwendolen-osei',
    'freddie-okafor-bright',
  ])('%s neither', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await become(code);
      expect(await seen(tx)).toBe(0);
      await expect(plan(tx)).rejects.toThrow(/row-level/);
    }),
  );

  it('an inspector looks and plans none', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      await become('edith-fairlamp');
      expect(await seen(tx)).toBe(1);
      await expect(plan(tx)).rejects.toThrow(/row-level/);
    }));

  it('nobody changes a finished audit, and nobody deletes one', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const { audit } = await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      await becomeOwner();
      await tx
        .updateTable('audit')
        .set({ status: 'finished', finished_on: today, summary: 'Done' })
        .where('id', '=', audit)
        .execute();
      await become('marguerite-oyelaran');
      const result = await tx
        .updateTable('audit')
        .set({ summary: 'Better' })
        .where('id', '=', audit)
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
      await expect(tx.deleteFrom('audit').execute()).rejects.toThrow(/permission denied/);
    }));

  it('nobody puts its end further off than three months after its month, draws it for a far month, or has an inspector lead it', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const { audit } = await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      const set = (values: Record<string, string>) =>
        tx.updateTable('audit').set(values).where('id', '=', audit).execute();
      await become('desmond-plumb');
      for (const [values, why] of [
        [{ due_on: '2099-03-31' }, /audit_due_soon/],
        [{ due_on: '2099-03-31', month: '2099-01-01' }, /audit_due_soon/],
        [{ drawn_on: '2099-01-01' }, /row-level/],
        [{ lead_id: staffId('edith-fairlamp') }, /row-level/],
      ] as const) {
        await sql`savepoint before`.execute(tx);
        await expect(set(values), JSON.stringify(values)).rejects.toThrow(why);
        await sql`rollback to savepoint before`.execute(tx);
      }
      await set({ due_on: today });
    }));

  it('nobody finishes one while a case is not read, though its record was sealed from them since', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { restricted: true });
      const ids = await layAudit(tx, child, { first: 'nasir-hollyoak' });
      const finish = () =>
        tx
          .updateTable('audit')
          .set({ status: 'finished', finished_on: today, summary: 'Done' })
          .where('id', '=', ids.audit)
          .execute();
      await become('philippa-standfast');
      const { rows } = await sql<{ open: number }>`
        select audit_open_cases(${ids.audit}::uuid) as open`.execute(tx);
      expect(rows).toEqual([{ open: 1 }]);
      await sql`savepoint before`.execute(tx);
      await expect(finish()).rejects.toThrow(/row-level/);
      await sql`rollback to savepoint before`.execute(tx);
      await becomeOwner();
      await tx
        .insertInto('audit_judgement')
        .values(judgementRow(ids, child, 'nasir-hollyoak'))
        .execute();
      await tx
        .updateTable('audit_reading')
        .set({ strengths: 'Good', learning: 'Some', done_on: today })
        .where('id', '=', ids.first)
        .execute();
      await become('philippa-standfast');
      await finish();
    }));

  it.each(['marguerite-oyelaran', 'philippa-standfast', 'desmond-plumb'])('%s plans one', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await become(code);
      await plan(tx);
      expect(await seen(tx)).toBe(1);
    }),
  );
});
