import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addRow } from '../../src/record/rows.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { contentSeen, filesSeen, layFile, putFile } from '../support/files.ts';

const database = sharedDatabase();

describe('who sees a file on a child’s record', () => {
  it.each(['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright'])(
    '%s sees none, even while working with the child',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        await layFile(tx, child, 'RC1');
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await filesSeen(tx, child)).toEqual([]);
        expect(await contentSeen(tx, child)).toBe(0);
      }),
  );

  it('a worker sees the files of the classes that they read, and not the health file', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      for (const each of ['RC1', 'RC8', 'RC11']) await layFile(tx, child, each);
      await become('ama-lovelock');
      expect(await filesSeen(tx, child)).toEqual(['RC1']);
      expect(await contentSeen(tx, child)).toBe(1);
    }));

  it('what parents say of themselves is seen by the child’s own worker, and by no colleague', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await layFile(tx, child, 'RC12');
      await become('ben-thackery');
      expect(await filesSeen(tx, child)).toEqual([]);
      expect(await contentSeen(tx, child)).toBe(0);
      await become('ama-lovelock');
      expect(await filesSeen(tx, child)).toEqual(['RC12']);
    }));

  it('nobody but the named list sees a file of a sealed record', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock', restricted: true });
      await layFile(tx, child, 'RC1');
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await filesSeen(tx, child), code).toEqual([]);
      }
    }));
});

describe('who puts a file there', () => {
  it.each(['ben-thackery', 'rosamund-achebe', 'desmond-plumb'])(
    '%s, who reads at most, none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx, { worker: 'ama-lovelock' });
        await become(code);
        await expect(putFile(tx, child, 'RC1')).rejects.toThrow(/row-level security/);
      }),
  );

  it('the child’s worker, of a class that they write, and none of the victim’s', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await putFile(tx, child, 'RC1');
      expect(await filesSeen(tx, child)).toEqual(['RC1']);
      await expect(putFile(tx, child, 'RC11')).rejects.toThrow(/row-level security/);
    }));

  it('what it is and who may see it are never changed', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await layFile(tx, child, 'RC1');
      await become('ama-lovelock');
      await expect(
        tx
          .updateTable('child_file')
          .set({ record_class: 'RC4' })
          .where('child_id', '=', child)
          .execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('anybody once the record holds 200 files or 250 MB, those that they may not see or were taken off too', () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const large = {
        name: 'Large',
        kind: 'letter',
        source: 'School',
        type: 'pdf',
        bytes: 5242880,
      };
      const full = await makeChild(tx, { worker: 'ama-lovelock' });
      const many = await makeChild(tx, { worker: 'ama-lovelock' });
      const gone = { withdrawn_on: '2026-10-01', withdrawn_reason: 'Another child’s' };
      for (let at = 0; at < 50; at += 1)
        await addRow(tx, { serviceId }, 'child_file', {
          ...large,
          child_id: full,
          record_class: at % 2 === 0 ? 'RC8' : 'RC1',
          ...(at === 1 ? gone : {}),
        });
      for (let at = 0; at < 199; at += 1) await putFile(tx, many, 'RC8');
      await become('ama-lovelock');
      await putFile(tx, many, 'RC1');
      for (const child of [full, many]) {
        await sql`savepoint s`.execute(tx);
        await expect(putFile(tx, child, 'RC1')).rejects.toThrow(/row-level security/);
        await sql`rollback to savepoint s`.execute(tx);
      }
      const room = (child: string) =>
        sql<{ room: boolean }>`select room_for_file(${child}::uuid, 1) as room`.execute(tx);
      expect((await room(full)).rows[0]?.room).toBe(false);
      // Whoever does not see the child learns nothing of what their record holds.
      await becomeOwner();
      await seal(tx, full);
      await become('ama-lovelock');
      expect((await room(full)).rows[0]?.room).toBe(true);
    }));
});
