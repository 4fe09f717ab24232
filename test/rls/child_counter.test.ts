import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeChild } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

describe('the counter of children’s numbers', () => {
  it('is read and written by nobody directly', () =>
    trial(database(), async ({ tx, become }) => {
      await become('marguerite-oyelaran');
      await expect(tx.selectFrom('child_counter').selectAll().execute()).rejects.toThrow(
        /permission denied/,
      );
    }));

  it('gives no number to someone who makes no records', () =>
    trial(database(), async ({ tx, become }) => {
      await become('rosamund-achebe');
      await expect(sql`select next_child_number()`.execute(tx)).rejects.toThrow(/may not make/);
    }));
});

it('a record takes one number, the next one the next, and none takes none', () =>
  trial(database(), async ({ tx, become }) => {
    await become('ama-lovelock');
    const next = async (howMany: number) => {
      const { rows } = await sql<{ number: string }>`
        select n as number from next_child_numbers(${howMany}) n`.execute(tx);
      return rows.map(({ number }) => Number(number.replace(/^EM-/, '')));
    };
    const [first = 0] = await next(1);
    expect(first).toBeGreaterThan(0);
    expect(await next(2)).toEqual([first + 1, first + 2]);
    // Whoever asks which was the last takes none.
    const last = await sql<{ n: string }>`select last_child_number() as n`.execute(tx);
    expect(last.rows[0]?.n).toBe(`EM-${String(first + 2).padStart(6, '0')}`);
    expect(await next(0)).toEqual([]);
    expect(await next(1)).toEqual([first + 3]);
  }));

describe('merging, asked of the database itself', () => {
  it.each(['ama-lovelock', 'philippa-standfast', 'annie-twelvetrees', 'quentin-larkin'])(
    '%s cannot',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const kept = await makeChild(tx, { worker: 'ama-lovelock' });
        const merged = await makeChild(tx, { worker: 'ama-lovelock' });
        await become(code);
        await expect(
          sql`select merge_children(${kept}::uuid, ${merged}::uuid, 'The same birth certificate')`.execute(
            tx,
          ),
        ).rejects.toThrow(/may not merge/);
      }),
  );

  it('a manager cannot merge a sealed record that they may not see', () =>
    trial(database(), async ({ tx, become }) => {
      const kept = await makeChild(tx);
      const merged = await makeChild(tx, { restricted: true });
      await become('marguerite-oyelaran');
      await expect(
        sql`select merge_children(${kept}::uuid, ${merged}::uuid, 'The same birth certificate')`.execute(
          tx,
        ),
      ).rejects.toThrow(/open to this person/);
    }));
});
