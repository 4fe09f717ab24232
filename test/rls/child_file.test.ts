import { describe, expect, it } from 'vitest';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
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
});
