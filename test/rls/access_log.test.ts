import { describe, expect, it } from 'vitest';
import { logLook } from '../../src/platform/audit/access-log.ts';
import { makeChild, relate } from '../support/children.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const look = (childId: string, via = 'service') => ({
  kind: 'view' as const,
  page: '/children/:childId',
  childId,
  via,
});

describe('who cannot read who looked', () => {
  it.each(['ama-lovelock', 'quentin-larkin', 'annie-twelvetrees', 'gwendolen-osei'])(
    '%s reads their own lines and nobody else’s',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const childId = await makeChild(tx, { worker: 'ama-lovelock' });
        await logLook(tx, await become('ben-thackery'), look(childId));
        await logLook(tx, await become(code), { kind: 'view', page: '/' });
        const seen = await tx.selectFrom('access_log').select('staff_id').execute();
        expect(new Set(seen.map(({ staff_id }) => staff_id))).toEqual(new Set([staffId(code)]));
      }),
  );

  it('a manager does not read who looked at a restricted record, unless it was an emergency to review', () =>
    trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { restricted: true });
      await relate(tx, childId, 'ama-lovelock', 'named-list');
      await logLook(tx, await become('ama-lovelock'), look(childId, 'named-list'));
      await logLook(tx, await become('nasir-hollyoak'), look(childId, 'break-glass'));
      await become('marguerite-oyelaran');
      const seen = await tx
        .selectFrom('access_log')
        .select('via')
        .where('child_id', '=', childId)
        .execute();
      expect(seen).toEqual([{ via: 'break-glass' }]);
    }));
});

describe('a practice manager reads their own team’s lines', () => {
  async function linesOf(reader: string, worker: string): Promise<string[]> {
    const lines: string[] = [];
    await trial(database(), async ({ tx, become }) => {
      const childId = await makeChild(tx, { worker });
      await logLook(tx, await become('ben-thackery'), look(childId));
      await logLook(tx, await become('gus-merriman'), look(childId));
      await become(reader);
      const seen = await tx
        .selectFrom('access_log')
        .select('staff_id')
        .where('child_id', '=', childId)
        .execute();
      lines.push(...seen.map(({ staff_id }) => staff_id).sort());
    });
    return lines;
  }
  const both = [staffId('ben-thackery'), staffId('gus-merriman')].sort();

  it('and cannot read where another team’s people looked, outside their own team’s children', async () => {
    const ben = [staffId('ben-thackery')];
    expect(await linesOf('marguerite-oyelaran', 'gus-merriman')).toEqual(ben);
    expect(await linesOf('nasir-hollyoak', 'ben-thackery')).toEqual([staffId('gus-merriman')]);
  });

  it('and everybody’s about a child their team holds; the head of service and the administrator read all', async () => {
    expect(await linesOf('marguerite-oyelaran', 'ama-lovelock')).toEqual(both);
    for (const reader of ['philippa-standfast', 'freddie-okafor-bright'])
      expect(await linesOf(reader, 'gus-merriman')).toEqual(both);
  });
});

describe('who cannot change the log', () => {
  it.each(['ama-lovelock', 'philippa-standfast', 'freddie-okafor-bright'])(
    '%s neither changes nor deletes a line',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await expect(
          tx.updateTable('access_log').set({ purpose: 'Tidied' }).execute(),
        ).rejects.toThrow(/permission denied/);
      }),
  );

  it('nobody deletes a line', () =>
    trial(database(), async ({ tx, become }) => {
      await become('philippa-standfast');
      await expect(tx.deleteFrom('access_log').execute()).rejects.toThrow(/permission denied/);
    }));

  it('nobody writes a line in somebody else’s name', () =>
    trial(database(), async ({ tx, become }) => {
      const ama = await become('ama-lovelock');
      await expect(
        logLook(tx, { ...ama, staffId: staffId('ben-thackery') }, { kind: 'view', page: '/' }),
      ).rejects.toThrow(/row-level security/);
    }));
});
