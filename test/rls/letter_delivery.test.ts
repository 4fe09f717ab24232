import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layGiven, layLetter } from '../support/letters.ts';

const database = sharedDatabase();

async function lay(tx: Tx, restricted = false) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  return { child, letter: await layLetter(tx, child) };
}
const seen = (tx: Tx, child: string) =>
  tx.selectFrom('letter_delivery').select('id').where('child_id', '=', child).execute();

it.each(['ursula-peaceful', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
  '%s does not see that a letter to the child was given, even while working with the child',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const { child, letter } = await lay(tx);
      await layGiven(tx, child, letter);
      await relate(tx, child, code, 'partner');
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
);

it('that a letter was given to a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { child, letter } = await lay(tx, true);
    await layGiven(tx, child, letter);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }
  }));

it.each(['ben-thackery', 'rosamund-achebe', 'philippa-standfast'])(
  '%s says of no letter that it was given',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const { child, letter } = await lay(tx);
      if (code !== 'ben-thackery') await relate(tx, child, code, 'partner');
      await become(code);
      await expect(layGiven(tx, child, letter)).rejects.toThrow(/row-level security/);
    }),
);

it('nobody says it of another child’s letter, nor under another class than the letter’s', () =>
  trial(database(), async ({ tx, become }) => {
    const { letter } = await lay(tx);
    const other = await lay(tx);
    await become('marguerite-oyelaran');
    await layGiven(tx, other.child, other.letter);
    await expect(layGiven(tx, other.child, letter)).rejects.toThrow(/row-level security/);
  }));

it('what was said stays', () =>
  trial(database(), async ({ tx, become }) => {
    const { child, letter } = await lay(tx);
    await layGiven(tx, child, letter);
    await become('ama-lovelock');
    expect(await seen(tx, child)).toHaveLength(1);
    await expect(
      tx
        .updateTable('letter_delivery')
        .set({ proof: 'Nobody' })
        .where('child_id', '=', child)
        .execute(),
    ).rejects.toThrow(/permission denied/);
  }));
