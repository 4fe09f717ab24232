import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const snapshotOf = (more: Record<string, unknown> = {}) => ({
  service_id: serviceId,
  id: newId(),
  ...{ period_from: '2026-01-01', period_to: '2026-03-31', definition: 'newer', number: 1 },
  frozen_by: staffId('cleo-abacus'),
  ...more,
});
const add = (tx: Tx, row: ReturnType<typeof snapshotOf>) =>
  tx.insertInto('figure_snapshot').values(row).execute();
const figureOf = (snapshot_id: string) => ({
  service_id: serviceId,
  id: newId(),
  ...{ snapshot_id, measure: 'kpi1', title: 'Invented', unit: '%', value: '50', exact: '50' },
  ...{ numerator: 1, denominator: 2, rule_mark: 'mark', counted_rows: '[]' },
});
const addFigure = (tx: Tx, snapshot: string) =>
  tx.insertInto('frozen_figure').values(figureOf(snapshot)).execute();
const sign = (tx: Tx, code: string, id: string) =>
  tx
    .updateTable('figure_snapshot')
    .set({ status: 'signed', answered_at: new Date(), answered_by: staffId(code) })
    .where('id', '=', id)
    .executeTakeFirst();

describe('frozen figures', () => {
  it.each([
    'gwendolen-osei',
    'ama-lovelock',
    'ursula-peaceful',
    'quentin-larkin',
    'freddie-okafor-bright',
  ])('%s reads none of them, and freezes none', (code) =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await add(tx, row);
      await addFigure(tx, row.id);
      await become(code);
      expect(await tx.selectFrom('figure_snapshot').select('id').execute()).toEqual([]);
      expect(await tx.selectFrom('frozen_figure').select('id').execute()).toEqual([]);
      await expect(add(tx, snapshotOf({ number: 2, frozen_by: staffId(code) }))).rejects.toThrow(
        /row-level security/,
      );
    }),
  );

  it('nobody sees those of another service', () =>
    trial(database(), async ({ tx, become }) => {
      const elsewhere = newId();
      await tx
        .insertInto('service')
        .values({ id: elsewhere, code: 'elsewhere', name: 'Elsewhere', nation: 'england' })
        .execute();
      const them = newId();
      await tx
        .insertInto('staff')
        .values({
          ...{ service_id: elsewhere, id: them, name: 'Invented Person', email: 'i@e.example' },
          ...{
            job_title: 'Analyst',
            agency: 'service',
            role: 'analyst',
            active_from: '2026-01-01',
          },
        })
        .execute();
      await add(tx, snapshotOf({ service_id: elsewhere, frozen_by: them }));
      await become('cleo-abacus');
      expect(await tx.selectFrom('figure_snapshot').select('id').execute()).toEqual([]);
    }));

  it('a manager reads them and neither freezes nor signs', () =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await add(tx, row);
      await become('marguerite-oyelaran');
      expect(await tx.selectFrom('figure_snapshot').select('id').execute()).toHaveLength(1);
      expect((await sign(tx, 'marguerite-oyelaran', row.id)).numUpdatedRows).toBe(0n);
      await expect(
        add(tx, snapshotOf({ number: 2, frozen_by: staffId('marguerite-oyelaran') })),
      ).rejects.toThrow(/row-level security/);
    }));

  it('an analyst freezes in their own name alone, and signs for nobody else', () =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await become('cleo-abacus');
      await add(tx, row);
      await addFigure(tx, row.id);
      expect((await sign(tx, 'cleo-abacus', row.id)).numUpdatedRows).toBe(0n);
      await expect(
        add(tx, snapshotOf({ number: 2, frozen_by: staffId('philippa-standfast') })),
      ).rejects.toThrow(/row-level security/);
    }));

  it('a head of service signs in their own name, once, and nobody changes it after', () =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await add(tx, row);
      await become('philippa-standfast');
      expect((await sign(tx, 'philippa-standfast', row.id)).numUpdatedRows).toBe(1n);
      expect((await sign(tx, 'philippa-standfast', row.id)).numUpdatedRows).toBe(0n);
    }));

  it('a head of service signs in nobody else’s name', () =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await add(tx, row);
      await become('philippa-standfast');
      await expect(sign(tx, 'marguerite-oyelaran', row.id)).rejects.toThrow(/row-level security/);
    }));

  it.each(['cleo-abacus', 'philippa-standfast'])('%s changes no figure that was frozen', (code) =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf();
      await add(tx, row);
      await addFigure(tx, row.id);
      await become(code);
      await expect(tx.updateTable('frozen_figure').set({ numerator: 2 }).execute()).rejects.toThrow(
        /permission denied/,
      );
    }),
  );

  it.each(['cleo-abacus', 'philippa-standfast'])('%s takes no frozen figures away', (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      await expect(tx.deleteFrom('figure_snapshot').execute()).rejects.toThrow(/permission denied/);
    }),
  );

  it('what was signed is given no more figures', () =>
    trial(database(), async ({ tx, become }) => {
      const row = snapshotOf({
        status: 'signed',
        answered_at: new Date(),
        answered_by: staffId('philippa-standfast'),
      });
      await add(tx, row);
      await become('cleo-abacus');
      await expect(addFigure(tx, row.id)).rejects.toThrow(/row-level security/);
    }));
});
