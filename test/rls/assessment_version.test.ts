import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

async function makeDraft(tx: Tx, childId: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('assessment')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      template_id: 'foothold',
      template_version: 1,
      kind: 'initial',
      status: 'draft',
      started_on: '2026-10-01',
      started_by: staffId('ama-lovelock'),
    })
    .execute();
  return id;
}

const add = (tx: Tx, childId: string, id: string, version: number, by: string) =>
  tx
    .insertInto('assessment_version')
    .values({
      service_id: serviceId,
      assessment_id: id,
      child_id: childId,
      version,
      content: '{}',
      event: 'save',
      saved_by: staffId(by),
    })
    .execute();

describe('what cannot happen to an assessment’s versions', () => {
  it('one is never changed nor deleted', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await add(tx, child, await makeDraft(tx, child), 1, 'ama-lovelock');
      await become('ama-lovelock');
      await expect(
        tx.updateTable('assessment_version').set({ comment: 'Changed' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('nobody adds one in another’s name', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const id = await makeDraft(tx, child);
      await become('ama-lovelock');
      await expect(add(tx, child, id, 2, 'ben-thackery')).rejects.toThrow(/row-level security/);
    }));

  it('a colleague who does not work with the child adds none', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const id = await makeDraft(tx, child);
      await become('ben-thackery');
      await expect(add(tx, child, id, 2, 'ben-thackery')).rejects.toThrow(/row-level security/);
    }));

  it.each([
    ['xanthe-goodenough', 'panel'],
    ['quentin-larkin', 'partner'],
  ])('%s reads none, even with a live relationship (%s)', (code, kind) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, child, code, kind);
      const id = await makeDraft(tx, child);
      await add(tx, child, id, 1, 'ama-lovelock');
      await become(code);
      const rows = await tx.selectFrom('assessment_version').select('version').execute();
      expect(rows).toEqual([]);
    }),
  );
});
