import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { addRow } from '../../src/record/rows.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const given = (child_id: string) => ({
  child_id,
  what: 'The plan of 4 March',
  recipient: 'Head of year',
  basis: 'agreed',
  given_on: '2026-03-05',
});
const lay = async (tx: Tx, restricted = false) => {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  await addRow(tx, { serviceId }, 'disclosure', given(child));
  return child;
};
const seen = (tx: Tx, child: string) =>
  tx.selectFrom('disclosure').select('id').where('child_id', '=', child).execute();

it.each(['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright', 'xanthe-goodenough'])(
  '%s does not see what was given of a child’s record, even while working with the child',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await lay(tx);
      await relate(tx, child, code, 'partner');
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
);

it('nobody but the named list sees it when the record is sealed', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await lay(tx, true);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, child), code).toEqual([]);
    }
  }));

it.each(['ben-thackery', 'rosamund-achebe', 'desmond-plumb'])(
  '%s, who reads at most, says nothing of what was given',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await lay(tx);
      await become(code);
      await expect(addRow(tx, { serviceId }, 'disclosure', given(child))).rejects.toThrow(
        /row-level security/,
      );
    }),
);

it('the child’s worker says what was given, and nobody changes or deletes what was said', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await lay(tx);
    await become('ama-lovelock');
    await addRow(tx, { serviceId }, 'disclosure', given(child));
    expect(await seen(tx, child)).toHaveLength(2);
    const change = tx
      .updateTable('disclosure')
      .set({ what: 'Other' })
      .where('child_id', '=', child);
    await expect(change.execute()).rejects.toThrow(/permission denied/);
  }));
