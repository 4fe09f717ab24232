import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { watchedRoles } from '../../src/domain/access/watched-roles.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const seen = (tx: Tx) =>
  tx
    .selectFrom('access_notice')
    .select(['kind', 'what', 'role_then', 'for_permission'])
    .where('kind', '=', 'access-given')
    .execute();
const told = async (tx: Tx) => (await seen(tx)).map(({ what, role_then }) => [what, role_then]);

/** Freddie, the administrator, enters somebody. */
async function enter(tx: Tx, role: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('staff')
    .values({
      service_id: serviceId,
      id,
      name: 'Nobody Atall',
      email: `${id}@example.invalid`,
      job_title: 'None',
      agency: 'yjs',
      role,
      active_from: '2026-01-01',
    })
    .execute();
  return id;
}
const change = (
  tx: Tx,
  id: string,
  values: { role?: string; email?: string; active_to?: string },
) => tx.updateTable('staff').set(values).where('id', '=', id).execute();
const watchers = ['philippa-standfast', 'desmond-plumb'];

describe('an administrator who enters somebody', () => {
  it('as head of service is seen by the head of service and by the auditor', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await enter(tx, 'head-of-service');
      expect(await seen(tx)).toEqual([]);
      for (const code of watchers) {
        await become(code);
        expect(await told(tx), code).toEqual([['entered', 'head-of-service']]);
      }
    }));

  it('cannot look at the head’s notices as the person entered', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await sql`select give_sign_in(${staffId('philippa-standfast')}::uuid, ${newId()}, true)`.execute(
        tx,
      );
      await sql`select give_sign_in(${staffId('ama-lovelock')}::uuid, ${newId()}, true)`.execute(
        tx,
      );
      const id = await enter(tx, 'head-of-service');
      await sql`select set_config('app.staff', ${id}, true)`.execute(tx);
      expect(await tx.selectFrom('access_notice').select('id').execute()).toEqual([]);
      const looked = await tx
        .updateTable('access_notice')
        .set({ looked_at: new Date(), looked_by: id })
        .executeTakeFirst();
      expect(looked.numUpdatedRows).toBe(0n);
      await become('philippa-standfast');
      const own = await tx.selectFrom('access_notice').select(['kind', 'looked_at']).execute();
      expect(own.map(({ kind }) => kind).sort()).toEqual([
        'access-given',
        'sign-in-reset',
        'sign-in-reset',
      ]);
      expect(own.every(({ looked_at }) => looked_at === null)).toBe(true);
    }));

  it('whose role sees only the children they work with is told to nobody', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await enter(tx, 'panel-member');
      await become('philippa-standfast');
      expect(await seen(tx)).toEqual([]);
    }));
});

describe('an administrator who changes somebody', () => {
  it('into such a role, or the e-mail of one who has it, is seen', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await change(tx, staffId('xanthe-goodenough'), { role: 'practice-manager' });
      await change(tx, staffId('marguerite-oyelaran'), { email: 'mine@example.invalid' });
      await change(tx, staffId('yetunde-marsh'), { email: 'yetunde@example.invalid' });
      for (const code of watchers) {
        await become(code);
        expect((await told(tx)).sort(), code).toEqual([
          ['e-mail', 'practice-manager'],
          ['role', 'practice-manager'],
        ]);
      }
    }));

  it('by ending the head of service’s access is seen by the auditor, and waits for the next head', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await change(tx, staffId('philippa-standfast'), { active_to: '2026-01-02' });
      const id = await enter(tx, 'head-of-service');
      await become('desmond-plumb');
      expect((await told(tx)).map(([what]) => what).sort()).toEqual(['ended', 'entered']);
      // What waits for the role is not for the person it is about.
      await become('philippa-standfast');
      expect((await seen(tx)).map(({ what, for_permission }) => [what, for_permission])).toEqual([
        ['entered', 'access.oversee'],
      ]);
      await sql`select set_config('app.staff', ${id}, true)`.execute(tx);
      expect((await seen(tx)).map(({ what }) => what)).toEqual(['ended']);
    }));
});

it('the roles that are watched are those that see every child or decide over access, audits or staff', () =>
  trial(database(), async ({ tx }) => {
    const { rows } = await sql<{ roles: string[] }>`select watched_roles() as roles`.execute(tx);
    expect([...(rows[0]?.roles ?? [])].sort()).toEqual([...watchedRoles].sort());
  }));
