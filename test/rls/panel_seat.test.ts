import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';

const database = sharedDatabase();

const open = (
  tx: Parameters<Parameters<typeof trial>[1]>[0]['tx'],
  rows: Awaited<ReturnType<typeof layPanel>>,
  code: string,
  closes: Date,
) =>
  tx
    .insertInto('relationship')
    .values({
      ...rows.own,
      id: newId(),
      staff_id: staffId(code),
      kind: 'panel',
      starts_at: rows.window.opens,
      ends_at: closes,
      reason: 'Reads papers for the panel',
    })
    .execute();

it.each(['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'])(
  '%s opens a paper to a member for the panel’s window, and for no longer',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const rows = await layPanel(tx);
      await become(code);
      await open(tx, rows, 'xanthe-goodenough', rows.window.closes);
      await expect(
        open(tx, rows, 'xanthe-goodenough', new Date(rows.window.closes.getTime() + 1000)),
      ).rejects.toThrow(/row-level security/);
    }),
);

it('nobody opens a paper to a person who is not on the panel', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('marguerite-oyelaran');
    await expect(open(tx, rows, 'zeb-fairbrother', rows.window.closes)).rejects.toThrow(
      /row-level security/,
    );
  }));

it('a case manager does not open the papers of a child they do not work with', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await become('ben-thackery');
    await expect(open(tx, rows, 'xanthe-goodenough', rows.window.closes)).rejects.toThrow(
      /row-level security/,
    );
  }));
