import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';

const database = sharedDatabase();

const add = (tx: Tx, childId: string, code: string, kind: string) =>
  tx
    .insertInto('relationship')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      staff_id: staffId(code),
      kind,
      starts_at: new Date(),
      reason: 'For a test',
    })
    .execute();

describe('who cannot give access to a child', () => {
  it.each(['allocated', 'co-worker', 'partner', 'sample', 'duty', 'panel', 'named-list'])(
    'a case manager gives nobody, themself included, the tie “%s”',
    (kind) =>
      trialOfDuties(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { worker: 'ben-thackery' });
        await become('ama-lovelock');
        await expect(add(tx, childId, 'ama-lovelock', kind)).rejects.toThrow(/row-level security/);
      }),
  );

  it('a practice manager names nobody on the list of a restricted record', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await become('marguerite-oyelaran');
      await expect(add(tx, childId, 'marguerite-oyelaran', 'named-list')).rejects.toThrow(
        /row-level security/,
      );
    }));

  it('a practice manager allocates nobody to a restricted record that is hidden from them', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await become('marguerite-oyelaran');
      await expect(add(tx, childId, 'marguerite-oyelaran', 'co-worker')).rejects.toThrow(
        /row-level security/,
      );
    }));
});

it('nobody moves an ended tie to another child or person, or deletes it', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const childId = await makeChild(tx, { worker: 'ama-lovelock' });
    await become('marguerite-oyelaran');
    const move = tx
      .updateTable('relationship')
      .set({ staff_id: staffId('ben-thackery') })
      .where('child_id', '=', childId);
    await expect(move.execute()).rejects.toThrow(/permission denied/);
  }));

it('a partner sees their own ties and no one’s to other children', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const childId = await makeChild(tx, { worker: 'ama-lovelock' });
    const theirs = await makeChild(tx, { worker: 'ama-lovelock' });
    await relate(tx, theirs, 'rosamund-achebe', 'partner');
    await become('rosamund-achebe');
    const seen = await tx
      .selectFrom('relationship')
      .select('child_id')
      .where('child_id', 'in', [childId, theirs])
      .execute();
    expect(new Set(seen.map(({ child_id }) => child_id))).toEqual(new Set([theirs]));
  }));
