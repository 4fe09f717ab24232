import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const figure = (more: Record<string, unknown> = {}) => ({
  ...{ service_id: serviceId, id: newId(), measure: 'fte', definition: 'newer', numerator: 47 },
  ...{ period_from: '2025-01-01', period_to: '2025-12-31', source: 'Invented', vintage: '1' },
  ...more,
});
const add = (tx: Tx, row: ReturnType<typeof figure>) =>
  tx.insertInto('national_figure').values(row).execute();
const seen = (tx: Tx) => tx.selectFrom('national_figure').select('id').execute();
const explained = {
  ...{ status: 'waiting', explanation: 'Invented', explained_at: new Date(), numerator_then: 42 },
  explained_by: staffId('cleo-abacus'),
};
const answer = (tx: Tx, code: string, more: Record<string, unknown> = {}) =>
  tx
    .updateTable('national_figure')
    .set({ status: 'signed', answered_at: new Date(), answered_by: staffId(code), ...more })
    .executeTakeFirst();

describe('national figures of a service', () => {
  it.each([
    'gwendolen-osei',
    'ama-lovelock',
    'quentin-larkin',
    'ursula-peaceful',
    'freddie-okafor-bright',
  ])('%s reads none and brings none in', (code) =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, figure());
      await become(code);
      expect(await seen(tx)).toEqual([]);
      await expect(add(tx, figure({ vintage: '2' }))).rejects.toThrow(/row-level security/);
    }),
  );

  it('a manager reads them, brings none in and explains none', () =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, figure());
      await become('marguerite-oyelaran');
      expect(await seen(tx)).toHaveLength(1);
      const changed = await tx
        .updateTable('national_figure')
        .set({ ...explained, explained_by: staffId('marguerite-oyelaran') })
        .executeTakeFirst();
      expect(changed.numUpdatedRows).toBe(0n);
      await expect(add(tx, figure({ vintage: '2' }))).rejects.toThrow(/row-level security/);
    }));

  it('an analyst explains in their own name, and signs for nobody else', () =>
    trial(database(), async ({ tx, become }) => {
      await become('cleo-abacus');
      await add(tx, figure());
      await tx.updateTable('national_figure').set(explained).execute();
      await expect(answer(tx, 'cleo-abacus')).rejects.toThrow();
    }));

  it('a head of service signs once, in their own name, and changes no word of it', () =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, figure(explained));
      await become('philippa-standfast');
      expect((await answer(tx, 'philippa-standfast')).numUpdatedRows).toBe(1n);
      expect((await answer(tx, 'philippa-standfast')).numUpdatedRows).toBe(0n);
    }));

  it.each([
    ['another’s name', 'marguerite-oyelaran', {}, /row-level security/],
    ['other words', 'philippa-standfast', { explanation: 'Other' }, /no word/],
  ])('a head of service does not sign with %s', (_what, code, more, refusal) =>
    trial(database(), async ({ tx, become }) => {
      await add(tx, figure(explained));
      await become('philippa-standfast');
      await expect(answer(tx, code, more)).rejects.toThrow(refusal);
    }),
  );

  it.each(['cleo-abacus', 'philippa-standfast'])(
    '%s changes nothing of what a source said',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await add(tx, figure());
        await become(code);
        await expect(
          tx.updateTable('national_figure').set({ numerator: 42 }).execute(),
        ).rejects.toThrow(/permission denied/);
      }),
  );
});
