import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { contentSeen, layFile } from '../support/files.ts';

const database = sharedDatabase();

it('nobody reads the content of a file that was taken off, and nobody changes or deletes one', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await layFile(tx, child, 'RC1');
    await become('ama-lovelock');
    expect(await contentSeen(tx, child)).toBe(1);
    await becomeOwner();
    await sql`update child_file set withdrawn_on = '2026-01-02', withdrawn_reason = 'Another child' where child_id = ${child}`.execute(
      tx,
    );
    await become('ama-lovelock');
    expect(await contentSeen(tx, child)).toBe(0);
    await sql`savepoint s`.execute(tx);
    await expect(
      tx
        .updateTable('child_file_content')
        .set({ content: Buffer.from('x') })
        .execute(),
    ).rejects.toThrow(/permission denied/);
    await sql`rollback to savepoint s`.execute(tx);
    await expect(sql`delete from child_file_content`.execute(tx)).rejects.toThrow(
      /permission denied/,
    );
  }));
