import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { sharedDatabase, staffId, trial } from '../support/database.ts';
import { allowed, policyQuestions, type Question } from '../support/policy-questions.ts';

const database = sharedDatabase();
const tables = [
  'auth_user',
  'auth_session',
  'auth_account',
  'auth_verification',
  'auth_two_factor',
  'auth_rate_limit',
  'auth_used_code',
  'heartbeat',
];

describe.each(tables)('%s', (table) => {
  it.each(['ama-lovelock', 'philippa-standfast', 'freddie-okafor-bright'])(
    '%s reads and writes nothing of it: sign-in belongs to the server alone',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await become(code);
        await expect(sql`select 1 from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
          /permission denied/,
        );
      }),
  );

  it('nobody deletes from it either', () =>
    trial(database(), async ({ tx, become }) => {
      await become('freddie-okafor-bright');
      await expect(sql`delete from ${sql.table(table)}`.execute(tx)).rejects.toThrow(
        /permission denied/,
      );
    }));
});

const ofSomebody: Readonly<Record<string, object>> = {
  auth_session: { id: 's', token: 't', expiresAt: new Date(), updatedAt: new Date() },
  auth_account: { id: 'a', accountId: 'a', providerId: 'credential', updatedAt: new Date() },
  auth_two_factor: { id: 'f', secret: 'x', backupCodes: 'x' },
  auth_used_code: { code_hash: 'x' },
};
const ofNobody: Readonly<Record<string, object>> = {
  auth_verification: { id: 'v', identifier: 'x', value: 'x', expiresAt: new Date() },
  auth_rate_limit: { id: 'r', key: 'x', count: 1, lastRequest: 1 },
};

it.each(Object.entries({ ...ofSomebody, ...ofNobody }))(
  'the server itself writes %s, finds what it wrote and takes it away',
  (table, row) =>
    trial(database(), async ({ tx }) => {
      await sql`set local role foothold_app`.execute(tx);
      await tx
        .insertInto('auth_user')
        .values({ id: 'u', name: 'Wren', email: 'wren@eastmarsh.example', emailVerified: true })
        .execute();
      const whole = table in ofSomebody ? { ...row, userId: 'u' } : row;
      const columns = sql.join(Object.keys(whole).map((name) => sql.ref(name)));
      const [first = ''] = Object.keys(whole);
      const [value] = Object.values(whole);
      await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(whole))})`.execute(
        tx,
      );
      const found =
        await sql`select 1 from ${sql.table(table)} where ${sql.ref(first)} = ${value}`.execute(tx);
      expect(found.rows).toHaveLength(1);
      const gone =
        await sql`delete from ${sql.table(table)} where ${sql.ref(first)} = ${value}`.execute(tx);
      expect(gone.numAffectedRows).toBe(1n);
    }),
);

it('the server itself makes somebody who signs in, finds them and changes their name', () =>
  trial(database(), async ({ tx }) => {
    const id = newId();
    await sql`set local role foothold_app`.execute(tx);
    await tx
      .insertInto('auth_user')
      .values({ id, name: 'Wren', email: 'wren@eastmarsh.example', emailVerified: true })
      .execute();
    const changed = await tx
      .updateTable('auth_user')
      .set({ name: 'Wren Field' })
      .where('id', '=', id)
      .executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(1n);
  }));

it('before it knows who asks, the server reads and writes what a sign-in takes and what it keeps for itself, and nothing else', () =>
  trial(database(), async ({ tx }) => {
    const forEverybody = (await policyQuestions(tx)).filter(
      ({ condition }) => condition === '((true))',
    );
    const name = ({ table, of }: Pick<Question, 'table' | 'of'>) => `${table} ${of}`;
    const codes = new Set(forEverybody.map(name));
    const questions = await policyQuestions(tx, 'foothold_app');
    // Somebody who never signed in, and one who did and acts for another.
    const rows = [{}, { auth_user_id: 'wren', done_by: staffId('ama-lovelock') }];
    await sql`set local role foothold_app`.execute(tx);
    const found = await allowed(
      tx,
      questions,
      Object.fromEntries(questions.map(({ table }) => [table, rows])),
    );
    const any = ['read', 'add', 'change from', 'change to', 'delete'] as const;
    const expected = [
      ...tables.flatMap((table) => any.map((of) => ({ table, of, who: [0, 1] }))),
      ...['access_notice', 'assessment_template', 'diary_feed', 'draft', 'service', 'staff'].map(
        (table) => ({ table, of: 'read', who: [0, 1] }) as const,
      ),
      { table: 'sign_in_event', of: 'add', who: [0] },
      { table: 'staff', of: 'change from', who: [0] },
      { table: 'staff', of: 'change to', who: [0, 1] },
    ] as const;
    expect(Object.fromEntries([...found].filter(([what]) => !codes.has(what)))).toEqual(
      Object.fromEntries(expected.map((each) => [name(each), each.who])),
    );
    expect([...codes].filter((what) => String(found.get(what)) !== '0,1')).toEqual([]);
  }));
