import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { addAnchor, kinds } from './record-of-each-class.ts';

const database = sharedDatabase();
const health = kinds.find(({ name }) => name === 'partner’s note of class RC8');
const school = kinds.find(({ name }) => name === 'school');

describe('who cannot read what was changed', () => {
  it('a case manager does not read a clinician’s note through its history', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock' });
      const anchor = await addAnchor(tx, childId);
      await health?.add(tx, childId, anchor);
      await school?.add(tx, childId, anchor);
      await become('ama-lovelock');
      const tables = await tx
        .selectFrom('change_log')
        .select('table_name')
        .where('child_id', '=', childId)
        .execute();
      const names = tables.map(({ table_name }) => table_name);
      expect(names).toContain('education_episode');
      expect(names).not.toContain('partner_note');
    }));

  it('nobody reads the history of a restricted record they may not open', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      for (const code of ['ama-lovelock', 'philippa-standfast', 'freddie-okafor-bright']) {
        await become(code);
        const seen = await tx
          .selectFrom('change_log')
          .select('id')
          .where('child_id', '=', childId)
          .execute();
        expect(seen, code).toEqual([]);
      }
    }));

  it('that a record was opened in an emergency is read by whoever opened it, and not by their colleagues', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx);
      await tx
        .insertInto('break_glass')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: childId,
          staff_id: staffId('ama-lovelock'),
          created_by: staffId('ama-lovelock'),
          reason: 'Invented emergency',
          starts_at: new Date(Date.now() - 60_000),
          ends_at: new Date(Date.now() + 60_000),
        })
        .execute();
      const seen: Record<string, number> = {};
      for (const code of ['ama-lovelock', 'ben-thackery', 'philippa-standfast']) {
        await become(code);
        const rows = await tx
          .selectFrom('change_log')
          .select('id')
          .where('child_id', '=', childId)
          .where('table_name', '=', 'break_glass')
          .execute();
        seen[code] = rows.length;
      }
      expect(seen).toEqual({ 'ama-lovelock': 1, 'ben-thackery': 0, 'philippa-standfast': 1 });
    }));

  it('nobody learns who saved a row of a sealed record that they may not open; of another row, only who and when', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const sealed = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      const open = await makeChild(tx, { worker: 'ama-lovelock' });
      const saver = async (code: string, row: string) => {
        await become(code);
        const { rows } = await sql`select * from last_saved(${row})`.execute(tx);
        await becomeOwner();
        return rows;
      };
      await become('ama-lovelock');
      await tx.updateTable('child').set({ known_as: 'Wren' }).where('id', '=', open).execute();
      await becomeOwner();
      expect(await saver('ben-thackery', open)).toEqual([
        { name: 'Ama Lovelock', saved_at: expect.any(Date), is_mine: false },
      ]);
      expect(await saver('ama-lovelock', open)).toMatchObject([{ is_mine: true }]);
      await tx.updateTable('child').set({ known_as: 'Rook' }).where('id', '=', sealed).execute();
      expect(await saver('ben-thackery', sealed)).toEqual([]);
      expect(await saver('philippa-standfast', sealed)).toEqual([]);
      expect(await saver('quentin-larkin', open)).toEqual([]);
    }));

  it('that a child was corrected is told to whoever imports lists of their own service, and to nobody else', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx);
      await become('annie-twelvetrees');
      const { rows: marks } = await sql<{ last: string }>`
        select last_change()::text as last`.execute(tx);
      await becomeOwner();
      const corrected = async (code: string) => {
        await become(code);
        const { rows } = await sql<{ child_id: string }>`
          select child_id from children_changed_since(${marks[0]?.last}::bigint)`.execute(tx);
        await becomeOwner();
        return rows.map(({ child_id }) => child_id);
      };
      await tx.updateTable('child').set({ forename: 'Zebedee' }).where('id', '=', child).execute();
      expect(await corrected('annie-twelvetrees')).toEqual([child]);
      for (const code of ['ben-thackery', 'quentin-larkin'])
        expect(await corrected(code), code).toEqual([]);
    }));

  it('only an administrator reads what was changed about people’s access', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      await tx
        .updateTable('staff')
        .set({ job_title: 'Another' })
        .where('id', '=', staffId('ben-thackery'))
        .execute();
      const seen = async (code: string) => {
        await become(code);
        const rows = await tx
          .selectFrom('change_log')
          .select('id')
          .where('table_name', '=', 'staff')
          .where('operation', '=', 'update')
          .where('row_id', '=', staffId('ben-thackery'))
          .execute();
        await becomeOwner();
        return rows.length;
      };
      expect(await seen('philippa-standfast')).toBe(0);
      expect(await seen('freddie-okafor-bright')).toBeGreaterThan(0);
    }));
});

it.each(['ama-lovelock', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s cannot write, change or delete history',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await become(code);
      await expect(
        tx.updateTable('change_log').set({ operation: 'insert' }).execute(),
      ).rejects.toThrow(/permission denied/);
    }),
);
