import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, type Trial, trial } from '../support/database.ts';

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
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await layAudit(tx, child, { first: 'nasir-hollyoak' });
      await become(code);
      expect(await seen(tx)).toBe(0);
      await expect(plan(tx)).rejects.toThrow(/row-level/);
    }),
  );

  it('an inspector looks and plans none', () =>
    trial(database(), async ({ tx, become }) => {
      await layAudit(tx, await makeChild(tx), { first: 'nasir-hollyoak' });
      await become('edith-fairlamp');
      expect(await seen(tx)).toBe(1);
      await expect(plan(tx)).rejects.toThrow(/row-level/);
    }));

  it('nobody changes a finished audit, and nobody deletes one', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
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

  it.each(['marguerite-oyelaran', 'philippa-standfast', 'desmond-plumb'])('%s plans one', (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      await plan(tx);
      expect(await seen(tx)).toBe(1);
    }),
  );
});
