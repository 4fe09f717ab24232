import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(['zeb-fairbrother', 'rosamund-achebe', 'edith-fairlamp'])(
  '%s does not see who is asked to a panel that is not theirs',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become(code);
      expect(
        await tx
          .selectFrom('panel_attendee')
          .select('id')
          .where('panel_id', '=', rows.panel)
          .execute(),
      ).toEqual([]);
    }),
);

it('a member does not mark their own attendance', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('xanthe-goodenough');
    const result = await tx
      .updateTable('panel_attendee')
      .set({ attended: 'attended' })
      .where('id', '=', rows.attendee)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a case manager does not mark attendance', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ama-lovelock');
    const result = await tx
      .updateTable('panel_attendee')
      .set({ attended: 'attended' })
      .where('id', '=', rows.attendee)
      .executeTakeFirst();
    expect(result.numUpdatedRows).toBe(0n);
  }));

it('a partner does not put themselves on a panel', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('rosamund-achebe');
    await expect(
      tx
        .insertInto('panel_attendee')
        .values({
          service_id: serviceId,
          id: newId(),
          panel_id: rows.panel,
          staff_id: staffId('rosamund-achebe'),
          name: 'Rosamund Achebe',
          agency: 'health',
        })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));
