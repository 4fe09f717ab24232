import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layMeeting, layOrderPanel, meetingOf } from '../support/order-panel.ts';

const database = sharedDatabase();
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('order_meeting').select('id').where('child_id', '=', childId).execute();

it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
  '%s, who has no part in the child’s life, does not see what a panel came to',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const laid = await layOrderPanel(tx);
      await layMeeting(tx, laid);
      await become(code);
      expect(await seen(tx, laid.childId)).toEqual([]);
    }),
);

it('what a panel came to about a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx, { restricted: true });
    await layMeeting(tx, laid);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, laid.childId)).toEqual([]);
    }
  }));

it.each([
  ['nobody of the service', ['community', 'community']],
  ['only one who is not of the service', ['youth-justice', 'community', 'victim-service']],
])('the database refuses what a panel came to with %s', (_who, agencies) =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx, { agencies });
    await become('ama-lovelock');
    await expect(layMeeting(tx, laid)).rejects.toThrow(/row-level security/);
  }),
);

it('a member who was there and has an interest in the child does not count', () =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    await tx
      .insertInto('panel_conflict')
      .values({
        ...{ service_id: laid.serviceId, id: newId(), child_id: laid.childId },
        ...{ panel_item_id: laid.item, staff_id: staffId('zeb-fairbrother') },
        ...{ interest: 'A neighbour', managed_by: 'Another sits' },
      })
      .execute();
    await become('ama-lovelock');
    await expect(layMeeting(tx, laid)).rejects.toThrow(/row-level security/);
  }));

it.each(['quentin-larkin', 'ursula-peaceful', 'zeb-fairbrother'])(
  '%s, who works or sits with the child, records nothing of it',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const laid = await layOrderPanel(tx);
      await relate(tx, laid.childId, code, 'partner');
      await become(code);
      await expect(layMeeting(tx, laid)).rejects.toThrow(/row-level security/);
    }),
);

it('the worker records it with the quorum, and changes nothing once it is signed', () =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    await become('ama-lovelock');
    const id = await layMeeting(tx, laid);
    const change = (columns: object) =>
      tx
        .updateTable('order_meeting')
        .set(columns as never)
        .where('id', '=', id)
        .executeTakeFirst();
    const { happened_on } = meetingOf(laid);
    const signed = { child_signed: true, parent_signed: 'Mum', panel_signed: 'Zeb' };
    const first = await change({ ...signed, signed_on: happened_on });
    expect(first.numUpdatedRows).toBe(1n);
    expect((await change({ panel_signed: 'Somebody else' })).numUpdatedRows).toBe(0n);
  }));
