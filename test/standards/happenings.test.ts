import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { linkedKinds } from '../../src/record/subject-link.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase, trialOfDuties } from '../support/database.ts';

const database = testDatabase();

it('each kind of thing that happens is read as its reader, and says what people call it', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string; words: string; as_reader: boolean }>`
      select k.kind as name, k.words, coalesce(v.reloptions, '{}') @> '{security_invoker=true}' as as_reader
      from happening_kind k join pg_class v on v.oid = ('happened_' || k.kind)::regclass`.execute(
      tx,
    );
    expect(rows.length).toBeGreaterThanOrEqual(16);
    for (const { name, words, as_reader } of rows) {
      expect(as_reader, name).toBe(true);
      expect(words, name).toMatch(/^[A-Z].{3,40}$/);
    }
  }));

it('what is due and what has happened each lead to a page that there is', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string; definition: string }>`
      select relname as name, pg_get_viewdef(oid) as definition from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'v'
        and (relname like 'happened\\_%' or relname like 'due\\_%' and relname <> 'due_work')`.execute(
      tx,
    );
    for (const { name, definition } of rows) {
      const said = /\n\s*([^\n]*) AS link_kind/.exec(definition)?.[1] ?? '';
      const kinds = [...said.matchAll(/'([^']+)'::text/g)].map(([, kind = '']) => kind);
      expect(kinds.length, name).toBeGreaterThan(0);
      for (const kind of kinds) expect(linkedKinds, name).toContain(kind);
    }
  }));

// No time limit: a day that was set with it, or that something else sets.
const setWithIt = [
  'action-due',
  'audit-day',
  'audit-reading',
  'condition-kept',
  'contact-frequency',
  'decision-look',
  'inspection-day',
  'order-half-way',
  'order-last-day',
  'plan-step-due',
  'victim-wishes',
];

it('each duty is found as whoever asks, and its standard is one that the service knows', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const { rows } = await sql<{ name: string; definition: string; as_reader: boolean }>`
      select relname as name, pg_get_viewdef(oid) as definition,
        coalesce(reloptions, '{}') @> '{security_invoker=true}' as as_reader from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'v' and relname like 'due\\_%'`.execute(
      tx,
    );
    const limits = await tx.selectFrom('time_limit').select('id').execute();
    const known = [...limits.map(({ id }) => id), ...setWithIt];
    for (const { name, definition, as_reader } of rows) {
      expect(as_reader, name).toBe(true);
      const [, said] = /'([^']+)'::text AS standard,/.exec(definition) ?? [];
      if (said) expect(known, name).toContain(said);
    }
  }));

it('a kind is found by its name alone: once its view stands, the chronology has it', () =>
  trialOfDuties(database(), async ({ tx }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await sql`create view happened_worker with (security_invoker = true) as
      select service_id, child_id, id, created_at as happened_at, 'A worker was named' as title, '' as detail, staff_id as by_id, 'child'::text as link_kind
      from relationship`.execute(tx);
    await sql`comment on view happened_worker is 'Workers: who is named for the child.'`.execute(
      tx,
    );
    await sql`call derive_happenings()`.execute(tx);
    const { rows } = await sql`
      select kind, has_time, by_id from happenings(${serviceId}, ${child}, '{worker}', null, null, 5)`.execute(
      tx,
    );
    expect(rows).toEqual([{ kind: 'worker', has_time: true, by_id: staffId('ama-lovelock') }]);
  }));
