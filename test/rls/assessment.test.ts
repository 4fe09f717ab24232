import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

async function makeAssessment(
  tx: Tx,
  childId: string,
  status: 'draft' | 'submitted' | 'signed',
): Promise<string> {
  const id = newId();
  const levels = { likelihood_level: 'low', safety_level: 'low', harm_level: 'low' };
  await tx
    .insertInto('assessment')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      template_id: 'foothold',
      template_version: 1,
      kind: 'initial',
      status,
      started_on: '2026-10-01',
      started_by: staffId('ama-lovelock'),
      ...(status === 'draft'
        ? {}
        : { ...levels, submitted_on: '2026-10-02', submitted_by: staffId('ama-lovelock') }),
      ...(status === 'submitted' ? { needs_countersign: true } : {}),
      ...(status === 'signed' ? { signed_on: '2026-10-02' } : {}),
    })
    .execute();
  return id;
}

const seen = async (tx: Tx, id: string) =>
  (await tx.selectFrom('assessment').select('id').where('id', '=', id).execute()).length;

const write = async (tx: Tx, id: string) =>
  (
    await tx
      .updateTable('assessment')
      .set({ content: '{"answers":{}}', returned_comment: 'Written by somebody' })
      .where('id', '=', id)
      .executeTakeFirst()
  ).numUpdatedRows;

describe('who cannot read an assessment', () => {
  it.each([
    ['xanthe-goodenough', 'panel'],
    ['quentin-larkin', 'partner'],
    ['tegan-bamford-ali', 'partner'],
    ['winston-appleby', 'partner'],
  ])('%s does not read it, even with a live relationship (%s)', (code, kind) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, child, code, kind);
      const id = await makeAssessment(tx, child, 'signed');
      await become(code);
      expect(await seen(tx, id)).toBe(0);
    }),
  );

  it.each(['annie-twelvetrees', 'ursula-peaceful', 'cleo-abacus', 'freddie-okafor-bright'])(
    '%s does not read it',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const id = await makeAssessment(tx, await makeChild(tx), 'signed');
        await become(code);
        expect(await seen(tx, id)).toBe(0);
      }),
  );

  it('a nurse reads it only of a child they work with', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx);
      const id = await makeAssessment(tx, child, 'signed');
      await become('rosamund-achebe');
      expect(await seen(tx, id)).toBe(0);
      await becomeOwner();
      await relate(tx, child, 'rosamund-achebe', 'partner');
      await become('rosamund-achebe');
      expect(await seen(tx, id)).toBe(1);
    }));

  it('a sealed record’s assessment is hidden from the head of service', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeAssessment(tx, await makeChild(tx, { restricted: true }), 'signed');
      await become('philippa-standfast');
      expect(await seen(tx, id)).toBe(0);
    }));
});

describe('who cannot change an assessment', () => {
  it('nobody changes one that is signed, neither its worker nor a manager', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeAssessment(
        tx,
        await makeChild(tx, { worker: 'ama-lovelock' }),
        'signed',
      );
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await write(tx, id)).toBe(0n);
      }
    }));

  it('a colleague who does not work with the child reads the draft and cannot write in it', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeAssessment(tx, await makeChild(tx, { worker: 'ama-lovelock' }), 'draft');
      await become('ben-thackery');
      expect(await seen(tx, id)).toBe(1);
      expect(await write(tx, id)).toBe(0n);
    }));

  it('a manager does not write in a draft, and its worker not in one that waits for a manager', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const draft = await makeAssessment(tx, child, 'draft');
      const waiting = await makeAssessment(tx, child, 'submitted');
      await become('marguerite-oyelaran');
      expect(await write(tx, draft)).toBe(0n);
      await becomeOwner();
      await become('ama-lovelock');
      expect(await write(tx, waiting)).toBe(0n);
      expect(await write(tx, draft)).toBe(1n);
    }));

  it('a manager cannot sign in another manager’s name', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeAssessment(tx, await makeChild(tx), 'submitted');
      await become('marguerite-oyelaran');
      await expect(
        tx
          .updateTable('assessment')
          .set({
            status: 'signed',
            signed_on: '2026-10-03',
            countersigned_by: staffId('nasir-hollyoak'),
          })
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a worker cannot be their own second signature', () =>
    trial(database(), async ({ tx, become }) => {
      const id = await makeAssessment(tx, await makeChild(tx, { worker: 'ama-lovelock' }), 'draft');
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('assessment')
          .set({ countersigned_by: staffId('ama-lovelock') })
          .where('id', '=', id)
          .execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('nobody deletes one', () =>
    trial(database(), async ({ tx, become }) => {
      await become('ama-lovelock');
      await expect(tx.deleteFrom('assessment').execute()).rejects.toThrow(/permission denied/);
    }));
});
