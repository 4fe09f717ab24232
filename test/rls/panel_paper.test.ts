import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel, outsiders, seat } from '../support/panel-rows.ts';

const database = sharedDatabase();

it.each(outsiders)('%s sees no panel paper of a child they have no part in', (code) =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become(code);
    expect(
      await tx.selectFrom('panel_paper').select('id').where('id', '=', rows.paper).execute(),
    ).toEqual([]);
  }),
);

it('a sealed child’s panel paper is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(
        await tx.selectFrom('panel_paper').select('id').where('id', '=', rows.paper).execute(),
      ).toEqual([]);
    }
  }));

it('nobody deletes a panel paper', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.deleteFrom('panel_paper').where('id', '=', rows.paper).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

const papers = (tx: Parameters<Parameters<typeof trial>[1]>[0]['tx'], id: string) =>
  tx.selectFrom('panel_paper').select('id').where('id', '=', id).execute();

it('a member reads the paper within the window, and not a moment after', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    expect(await papers(tx, rows.paper)).toHaveLength(1);
    await becomeOwner();
    await tx
      .updateTable('relationship')
      .set({ ends_at: new Date(Date.now() - 600_000) })
      .where('child_id', '=', rows.childId)
      .where('kind', '=', 'panel')
      .execute();
    await become('xanthe-goodenough');
    expect(await papers(tx, rows.paper)).toEqual([]);
  }));

it('a member with an interest does not read it, nor a police officer who also works with the child', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await relate(tx, rows.childId, 'quentin-larkin', 'partner');
    for (const code of ['xanthe-goodenough', 'quentin-larkin'])
      await tx
        .insertInto('panel_conflict')
        .values({
          ...rows.own,
          id: newId(),
          panel_item_id: rows.item,
          staff_id: staffId(code),
          interest: 'A neighbour',
          managed_by: 'Leaves the room',
        })
        .execute();
    for (const code of ['xanthe-goodenough', 'quentin-larkin']) {
      await become(code);
      expect(await papers(tx, rows.paper)).toEqual([]);
    }
  }));

it.each(['annie-twelvetrees', 'ursula-peaceful'])(
  '%s, who runs or serves panels, reads no paper',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become(code);
      expect(await papers(tx, rows.paper)).toEqual([]);
    }),
);

it('a member’s address book stays shut: the seat opens no address', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await tx
      .insertInto('child_address')
      .values({
        ...rows.own,
        id: newId(),
        lines: '4 Tern Court',
        accommodation_type: 'with-parents',
        valid_from: '2026-01-01',
        source: 'police',
      })
      .execute();
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    expect(
      await tx
        .selectFrom('child_address')
        .select('id')
        .where('child_id', '=', rows.childId)
        .execute(),
    ).toEqual([]);
  }));

it('nobody rewrites what a paper said', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(
      tx.updateTable('panel_paper').set({ content: '{}' }).where('id', '=', rows.paper).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a member does not make a paper', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('xanthe-goodenough');
    await expect(
      tx
        .insertInto('panel_paper')
        .values({ ...rows.own, id: newId(), panel_item_id: rows.item, content: '{}' })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  }));

it('a seconded officer or nurse who works with the child reads the paper in its window, and not after it', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId, 'quentin-larkin');
    for (const code of ['quentin-larkin', 'rosamund-achebe'])
      await relate(tx, rows.childId, code, 'partner');
    await become('rosamund-achebe');
    expect(await papers(tx, rows.paper)).toEqual([]);
    await become('quentin-larkin');
    expect(await papers(tx, rows.paper)).toHaveLength(1);
    await becomeOwner();
    await tx
      .updateTable('panel')
      .set({
        starts_at: new Date(Date.now() - 900_000),
        window_closes: new Date(Date.now() - 600_000),
      })
      .where('service_id', '=', rows.own.service_id)
      .where('id', '=', rows.panel)
      .execute();
    await become('quentin-larkin');
    expect(await papers(tx, rows.paper)).toEqual([]);
  }));
