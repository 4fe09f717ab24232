import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, settle, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { layWhatFollows } from '../support/duties-that-follow.ts';
import { layEveryDuty, layInbox } from '../support/every-duty.ts';
import { type Column, columnsOf, freeOfRules } from '../support/random-rows.ts';

const database = sharedDatabase();
/** What each duty comes to when one thing in the child’s record is otherwise, or the rows of one kind are not there. */
const hangsOn = new URL('../fixtures/duties-hang-on.csv', import.meta.url);

type Reads = { readonly view: string; readonly table: string; readonly columns: readonly string[] };
type Said = { readonly view: string; readonly what: string; readonly row: string };
type Changed = { readonly says: string; readonly views: readonly string[]; readonly by: string };

/** The standards with the tables of a child that they read. */
async function readsOf(tx: Tx): Promise<readonly Reads[]> {
  const { rows } = await sql<Reads>`
    select t.name as view, t.tbl as table, t.columns from standard_tables() t
    where t.tbl = 'child' or exists (select 1 from pg_attribute where attrelid = t.tbl::regclass and attname = 'child_id')
    order by 1, 2`.execute(tx);
  return rows;
}

/** What else may stand in a column, in words and as the database says it; times and days move together, and keep their order. */
function othersOf(column: Column): readonly (readonly [says: string, value: string])[] {
  const { name, type, pool, parent, must } = column;
  const none = must ? [] : ([['none', 'null']] as const);
  if (['service_id', 'id', 'child_id'].includes(name)) return [];
  if (pool) return [...none, ...pool.map((word) => [word, `'${word}'`] as const)];
  if (type === 'boolean') return ['true', 'false'].map((word) => [word, word]);
  if (type === 'date' || type.startsWith('timestamp'))
    return [
      ...none,
      ['forty days earlier', `coalesce(${name} - interval '40 days', '2026-03-02')`],
      ['forty days later', `coalesce(${name} + interval '40 days', '2026-12-01')`],
    ];
  if (type === 'uuid' && parent === 'staff')
    return [...none, ['chandra', `'${staffId('chandra-pell')}'`]];
  if (type === 'integer') return ['1', '2'].map((word) => [word, word]);
  return type.endsWith('[]') ? [['empty', "'{}'"]] : none;
}

/** Other codes that a column may hold, of each list that the standards look in: one of each that something follows from. */
async function codesFor(tx: Tx, table: string, column: string, child: string) {
  const { rows } = await sql<{ code: string }>`
    select distinct on (other.list, other.attributes ->> 'leads') other.code from ${sql.table(table)} t
    join reference_code r on r.code = t.${sql.ref(column)}
    join reference_code other on other.list = r.list and other.code <> r.code
    where t.service_id = ${serviceId} and ${sql.ref(table === 'child' ? 't.id' : 't.child_id')} = ${child}
      and exists (select 1 from pg_views where schemaname = 'public' and viewname !~ '^(happenings?|.*_happening)' and definition like '%' || quote_literal(r.list) || '%')
    order by other.list, other.attributes ->> 'leads', other.code`.execute(tx);
  return rows.map(({ code }) => [code, `'${code}'`] as const);
}

const ofChild = `where service_id = '${serviceId}' and child_id = $child`;

/** Each change of one thing, as a statement, with the standards that read it. */
async function changesOf(
  tx: Tx,
  reads: readonly Reads[],
  child: string,
): Promise<readonly Changed[]> {
  const found: Changed[] = [
    {
      says: 'all work is over',
      views: [...new Set(reads.map(({ view }) => view))],
      by: `with i as (update involvement set ended_on = '2026-12-01' ${ofChild}),
        r as (update referral set state = 'decided' ${ofChild})
        update disposal set given_on = '2026-12-01' ${ofChild}`,
    },
  ];
  for (const [table, own] of Map.groupBy(reads, (each) => each.table)) {
    const its = table === 'child' ? ofChild.replace('child_id', 'id') : ofChild;
    if (table !== 'child')
      found.push({
        says: `no ${table}`,
        views: own.map(({ view }) => view),
        by: `delete from ${table} ${its}`,
      });
    for (const column of await columnsOf(tx, table)) {
      const views = own.filter(({ columns }) => columns.includes(column.name));
      if (views.length === 0) continue;
      const codes =
        column.type === 'text' && !column.pool ? await codesFor(tx, table, column.name, child) : [];
      for (const [says, value] of [...othersOf(column), ...codes])
        found.push({
          says: `${table} ${column.name} ${says}`,
          views: views.map(({ view }) => view),
          by: `update ${table} set ${column.name} = ${value} ${its}`,
        });
    }
  }
  return found;
}

/** What the standards say of the child, and how often. */
async function saidOf(tx: Tx, child: string, views: readonly string[]) {
  const parts = views.map(
    (view) => sql`
      select ${sql.lit(view)} as view, what, concat_ws(' ', nullif(count(*), 1) || ' times', 'from ' || started_on, 'by ' || due_on, 'done ' || done_on, 'stopped ' || stopped_on, owed_by, s.who) as row
      from ${sql.id(view)} v
      left join lateral (select lower(split_part(name, ' ', 1)) as who from staff where id = v.owner_id and service_id = v.service_id) s on true
      where v.service_id = ${serviceId} and v.child_id = ${child}
      group by what, started_on, due_on, done_on, stopped_on, owed_by, s.who`,
  );
  const { rows } = await sql<Said>`${sql.join(parts, sql` union all `)} order by 1, 2, 3`.execute(
    tx,
  );
  return Map.groupBy(rows, ({ view }) => view);
}

const inWords = (said: readonly Said[] = [], known: readonly Said[] = []) =>
  said
    .map(({ row, what }) => (known.some((one) => one.what === what) ? row : `${row}: ${what}`))
    .sort()
    .join('; ') || 'none';

/** What is done already: one of each kind that a manager looks at, and the notice to police. */
async function layDone(tx: Tx, child: string): Promise<void> {
  const own = () => ({ service_id: serviceId, id: newId(), child_id: child });
  const { rows } = await sql<{ id: string }>`
    select distinct on (standard_view) subject_id as id from due_work
    where child_id = ${child} and link_kind = 'oversight' order by standard_view, subject_id`.execute(
    tx,
  );
  await tx
    .insertInto('oversight_entry')
    .values({
      ...own(),
      kind: 'note',
      text: 'Looked at',
      entered_on: '2026-08-03',
      looked_at: rows.map(({ id }) => id),
    })
    .execute();
  const disposal = await tx
    .selectFrom('disposal')
    .select('id')
    .where('child_id', '=', child)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('police_notice')
    .values({
      ...own(),
      disposal_id: disposal.id,
      kind: 'not-complied',
      evidence: 'Two sessions missed',
      sent_on: '2026-08-03',
      sent_to: 'Police',
      proof: 'Their answer',
    })
    .execute();
}

/** Lets anything stand in the tables and sets nothing going; what was made just now was made on a day in April, row by row. */
async function atRest(tx: Tx, tables: readonly string[], child: string): Promise<void> {
  // What the record shows to be done is closed today.
  await sql`update work_step set closed_on = '2026-04-21' where child_id = ${child} and closed_on is not null`.execute(
    tx,
  );
  await settle(tx);
  await freeOfRules(tx, tables);
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
    for (const { name, type } of await columnsOf(tx, table))
      if (type.startsWith('timestamp'))
        await sql`
          update ${sql.table(table)} t set ${sql.ref(name)} = timestamptz '2026-04-20T10:00:00Z' + n.place * interval '1 minute'
          from (select id, row_number() over (order by id) as place from ${sql.table(table)} where service_id = ${serviceId}) n
          where t.service_id = ${serviceId} and t.id = n.id and ${sql.ref(table === 'child' ? 't.id' : 't.child_id')} = ${child}
            and ${sql.ref(`t.${name}`)} between now() - interval '1 day' and now() + interval '1 day'`.execute(
          tx,
        );
  }
}

/** The child’s rows, and those of the service that they name, stand in another service too, under the same ids and so many days away. */
async function besideAnother(tx: Tx, child: string, days: number) {
  const { rows: tables } = await sql<{ name: string; child: string | null }>`
    select distinct t.tbl as name, case when t.tbl = 'child' then 'id' else c.attname end as child from standard_tables() t
    join pg_attribute s on s.attrelid = t.tbl::regclass and s.attname = 'service_id'
    left join pg_attribute c on c.attrelid = t.tbl::regclass and c.attname = 'child_id'`.execute(
    tx,
  );
  await freeOfRules(
    tx,
    tables.map(({ name }) => name),
  );
  for (const { name: table, child: column } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where service_id = ${serviceId} and ${column ? sql`${sql.ref(column)} = ${child}` : sql`true`}`.execute(
      tx,
    );
    const moved = rows.map(({ row }) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          isDay(value) ? movedBy(value, days) : value,
        ]),
      ),
    );
    await sql`select other_service.take(${table}, ${JSON.stringify(moved)}::jsonb)`.execute(tx);
  }
}
const isDay = (value: unknown) => /^\d{4}-\d\d-\d\d/.test(String(value));
const movedBy = (value: unknown, days: number) =>
  new Date(new Date(String(value)).getTime() + days * 86_400_000).toISOString();

it(
  'each duty begins, is due, is done and falls away by what stands in the record, and by nothing else',
  () =>
    trialOfDuties(database(), async ({ tx }) => {
      await sql`select set_config('test.two_services', 'off', true)`.execute(tx);
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const lay = async (id: string) => {
        await layEveryDuty(tx, id);
        await layInbox(tx, id);
        await layInbox(tx, id);
        await layWhatFollows(tx, id);
        await layDone(tx, id);
      };
      await lay(child);
      // Whatever stands in another child's record changes nothing of this one's.
      await lay(await makeChild(tx, { worker: 'ama-lovelock' }));
      const reads = await readsOf(tx);
      const changes = await changesOf(tx, reads, child);
      const tables = [...new Set(reads.map(({ table }) => table))];
      await atRest(tx, tables, child);
      const views = [...new Set(reads.map(({ view }) => view))];
      const alone = await saidOf(tx, child, views);
      for (const days of [-40, 40]) {
        await sql`savepoint alone`.execute(tx);
        await besideAnother(tx, child, days);
        expect(await saidOf(tx, child, views)).toEqual(alone);
        if (days < 0) await sql`rollback to savepoint alone`.execute(tx);
      }
      // From here on the other service's rows stand beside each change of the child's own.
      const found = views.map((view) => ({
        duty: view.slice(4),
        when: '',
        becomes: inWords(alone.get(view)),
      }));
      for (const change of changes) {
        await sql`savepoint as_it_was`.execute(tx);
        // What other rows name is not taken away.
        const isMade = await sql
          .raw(change.by.replaceAll('$child', `'${child}'`))
          .execute(tx)
          .then(
            () => true,
            () => false,
          );
        const said = isMade ? await saidOf(tx, child, change.views) : alone;
        await sql`rollback to savepoint as_it_was`.execute(tx);
        for (const view of change.views)
          if (inWords(said.get(view)) !== inWords(alone.get(view)))
            found.push({
              duty: view.slice(4),
              when: change.says,
              becomes: inWords(said.get(view), alone.get(view)),
            });
      }
      found.sort((a, b) => views.indexOf(`due_${a.duty}`) - views.indexOf(`due_${b.duty}`));
      expect(found).toEqual(parse(readFileSync(hangsOn), { columns: true }));
    }),
  120_000,
);
