import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readDrafts, saveDraft } from '../../src/platform/db/drafts.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';

const database = sharedDatabase();
const now = new Date('2026-11-03T14:02:00Z');

it.each(['ben-thackery', 'marguerite-oyelaran', 'philippa-standfast', 'freddie-okafor-bright'])(
  '%s does not see what somebody else is still typing',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const ama = await become('ama-lovelock');
      await saveDraft(tx, ama, '/contact', { notes: 'Half a sentence' }, now);
      await become(code);
      expect(await tx.selectFrom('draft').select('typed').execute()).toEqual([]);
      const dropped = await tx.deleteFrom('draft').executeTakeFirst();
      expect(dropped.numDeletedRows).toBe(0n);
    }),
);

it('nobody writes a draft into somebody else’s form', () =>
  trial(database(), async ({ tx, become }) => {
    const ama = await become('ama-lovelock');
    await expect(
      saveDraft(
        tx,
        { ...ama, staffId: staffId('ben-thackery') },
        '/contact',
        { a: 'Planted' },
        now,
      ),
    ).rejects.toThrow(/row-level security/);
  }));

it('keeps no more of a form than a form can hold, and the oldest of two hundred forms gives way', () =>
  trial(database(), async ({ tx, become }) => {
    const ama = await become('ama-lovelock');
    const many = Object.fromEntries([...Array(400)].map((_, place) => [`field-${place}`, 'x']));
    expect(await saveDraft(tx, ama, '/contact', many, now)).toBe(false);
    expect(await saveDraft(tx, ama, '/contact', { note: 'x'.repeat(500_000) }, now)).toBe(false);
    for (let place = 0; place <= 200; place++)
      await saveDraft(tx, ama, `/form/${place}`, {}, new Date(now.getTime() + place * 1000));
    expect(await readDrafts(tx, ['/form/0'])).toEqual([]);
    expect(await readDrafts(tx, ['/form/1', '/form/200'])).toHaveLength(2);
  }));

it('the server, before it knows who asks, learns which forms wait and not what is in them', () =>
  trial(database(), async ({ tx, become, becomeOwner }) => {
    await saveDraft(tx, await become('ama-lovelock'), '/contact', { note: 'Half a' }, now);
    await becomeOwner();
    await sql`set local role foothold_app`.execute(tx);
    expect(await tx.selectFrom('draft').select('form_key').execute()).toContainEqual({
      form_key: '/contact',
    });
    await expect(tx.selectFrom('draft').select('typed').execute()).rejects.toThrow(
      /permission denied/,
    );
  }));
