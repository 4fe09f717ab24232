import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();

const held = (code: string) => ({
  service_id: serviceId,
  id: newId(),
  staff_id: staffId(code),
  path: '/children',
  fields: JSON.stringify({ notes: 'Typed while locked' }),
});

it.each(['ben-thackery', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s does not see a form kept for somebody else',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      await become('ama-lovelock');
      await tx.insertInto('held_form').values(held('ama-lovelock')).execute();
      await become(code);
      expect(await tx.selectFrom('held_form').select('id').execute()).toEqual([]);
    }),
);

it('nobody leaves a form to be sent in somebody else’s name', () =>
  trial(database(), async ({ tx, become }) => {
    await become('ama-lovelock');
    await expect(
      tx.insertInto('held_form').values(held('marguerite-oyelaran')).execute(),
    ).rejects.toThrow(/row-level security/);
  }));

it('a form that was never sent is dropped after thirty days, and a sent one after seven', () =>
  trial(database(), async ({ tx, become }) => {
    const ago = (days: number, hours = 0) =>
      new Date(Date.now() - days * 86_400_000 - hours * 3_600_000);
    const forms = {
      'thirty days old': { held_at: ago(30, 1) },
      'nearly thirty days old': { held_at: ago(29, 23) },
      'sent seven days ago': { held_at: ago(8), sent_at: ago(7, 1) },
      'sent nearly seven days ago': { held_at: ago(8), sent_at: ago(6, 23) },
    };
    for (const [path, times] of Object.entries(forms))
      await tx
        .insertInto('held_form')
        .values({ ...held('ama-lovelock'), ...times, path })
        .execute();
    await become('ama-lovelock');
    await sql`select drop_old_held_forms()`.execute(tx);
    const left = await tx.selectFrom('held_form').select('path').execute();
    expect(left.map(({ path }) => path).sort()).toEqual([
      'nearly thirty days old',
      'sent nearly seven days ago',
    ]);
  }));
