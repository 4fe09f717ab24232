import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { makeVictim } from '../support/partners.ts';

const database = sharedDatabase();
type Tx = Parameters<Parameters<typeof trial>[1]>[0]['tx'];

const seen = (tx: Tx, childId: string) =>
  tx
    .selectFrom('victim_involvement')
    .select(['label', 'shared_with_worker'])
    .where('child_id', '=', childId)
    .execute();

describe('who cannot see a victim’s line', () => {
  it.each([
    'xanthe-goodenough',
    'viv-tolliver',
    'rosamund-achebe',
    'tegan-bamford-ali',
    'winston-appleby',
    'cleo-abacus',
    'gwendolen-osei',
    'freddie-okafor-bright',
  ])('%s sees none, even of a child they work with or whose panel they sit on', (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, code, 'panel');
      await makeVictim(tx, child, { shared: 'A letter, please.' });
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
  );

  it('words taken back are gone from the worker’s sight, also from the history', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const id = await makeVictim(tx, child, { shared: 'A letter, please.' });
      await become('ama-lovelock');
      expect((await seen(tx, child))[0]?.shared_with_worker).toBe('A letter, please.');
      await become('ursula-peaceful');
      await tx
        .updateTable('victim_involvement')
        .set({ shared_with_worker: null, shared_on: null, share_consent_on: null })
        .where('id', '=', id)
        .execute();
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect((await seen(tx, child))[0]?.shared_with_worker).toBeNull();
        const history = await tx
          .selectFrom('change_log')
          .select(['before', 'after'])
          .where('child_id', '=', child)
          .execute();
        expect(JSON.stringify(history)).not.toContain('A letter, please.');
      }
    }));
});

describe('who cannot change a victim’s line', () => {
  it.each(['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'annie-twelvetrees'])(
    '%s cannot write what the victim wants',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await makeChild(tx);
        await relate(tx, child, code, 'co-worker');
        const id = await makeVictim(tx, child);
        await become(code);
        const result = await tx
          .updateTable('victim_involvement')
          .set({ wishes: 'given' })
          .where('id', '=', id)
          .executeTakeFirst();
        expect(result.numUpdatedRows).toBe(0n);
      }),
  );

  const open = (tx: Tx, childId: string, label = 'Victim A', shared: string | null = null) =>
    tx
      .insertInto('victim_involvement')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: childId,
        label,
        shared_with_worker: shared,
        share_consent_on: shared ? '2026-10-01' : null,
      })
      .execute();

  it('the child’s worker may open a line, but not put words in it', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      await open(tx, child);
      expect(await seen(tx, child)).toHaveLength(1);
      await expect(open(tx, child, 'Victim B', 'Made up.')).rejects.toThrow(/row-level security/);
    }));

  it.each(['quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])('%s cannot open one', (code) =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await relate(tx, child, code, 'co-worker');
      await become(code);
      await expect(open(tx, child)).rejects.toThrow(/row-level security/);
    }),
  );

  it('a label is never a name', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx);
      await become('ursula-peaceful');
      await expect(open(tx, child, 'Invented Person')).rejects.toThrow(/check constraint/);
    }));
});

describe('a victim who is also a known child', () => {
  const known = async (tx: Tx, childId: string) =>
    (
      await tx
        .selectNoFrom(({ fn, val }) => fn<string>('victim_lines_known', [val(childId)]).as('id'))
        .execute()
    ).length;

  it('is flagged to the victim worker and managers, and not to the child’s worker', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const other = await makeChild(tx);
      await makeVictim(tx, child, { knownChildId: other });
      for (const [code, count] of [
        ['ursula-peaceful', 1],
        ['marguerite-oyelaran', 1],
        ['ama-lovelock', 0],
        ['quentin-larkin', 0],
        ['cleo-abacus', 0],
      ] as const) {
        await become(code);
        expect(await known(tx, child), code).toBe(count);
      }
    }));
});
