import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { demonstrationDatabase } from '../support/database.ts';

// What a template would make of it is too long to stand in an id by chance.
const planted = '"><img src=x onerror=alert(1)>{{1009*1013*1019*1021}}';
/** Tables in which nobody's words are: made by the program, by sign-in, or loaded from what is published. */
const withoutWords =
  /^(auth_|kysely_|published_|area_neighbour|action_rule|reference_code|time_limit|bank_holiday|assessment_template|repeatable_file|change_log|access_log|calendar_day|pgboss)/;
/** Columns that no rule of the table limits, and that yet hold a code, a key or what is searched by, never what was typed. */
const codes: readonly string[] = [
  'about_table',
  'agency',
  'accommodation_type',
  'code',
  'disposal',
  'fingerprint',
  'file_hash',
  'form_key',
  'framework_id',
  'gate',
  'header_key',
  'inspection_type',
  'key_question',
  'kind',
  'lawful_basis',
  'legal_basis',
  'method',
  'name_search',
  'number',
  'outcome',
  'pathway',
  'path',
  'postcode_search',
  'preferred_contact',
  'proposed_outcome',
  'provision',
  'record_class',
  'relationship',
  'requirement',
  'risk',
  'role',
  'role_then',
  'sex',
  'standard',
  'status',
  'tier',
  'type',
  'value_search',
];
/** Every column of text in the catalogue that refers to no other table's key. */
const columnsOfText = sql<{ table: string; column: string }>`
  select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.atttypid = 'text'::regtype and not exists (
      select from pg_constraint k where k.contype = 'f' and a.attnum = any (k.conkey) and k.conrelid = c.oid)
  order by 1, 2`;
const isCode = (table: string, column: string) =>
  codes.includes(column) || codes.includes(`${table}.${column}`);

const database = demonstrationDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let changed = 0;
let known: readonly { table: string; column: string }[] = [];
beforeAll(async () => {
  const { rows } = await columnsOfText.execute(database().owner);
  known = rows.filter(({ table }) => !withoutWords.test(table));
  await sql`set session_replication_role = replica`.execute(database().owner);
  for (const { table, column } of known.filter((each) => !isCode(each.table, each.column))) {
    // A column whose rule allows only a list of words takes none of this.
    const done =
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} || ${planted} where ${sql.ref(column)} is not null`
        .execute(database().owner)
        .catch(() => null);
    if (done) changed += 1;
  }
  await sql`set session_replication_role = origin`.execute(database().owner);
  site = await testApp(database());
}, 120_000);
afterAll(async () => {
  await site.jobs.stop();
});

it('words that look like markup were left in many places', () => {
  expect(changed).toBeGreaterThan(150);
});

it('every column that is left out stands in the database', () => {
  const standing = known.flatMap(({ table, column }) => [column, `${table}.${column}`]);
  expect(codes.filter((each) => !standing.includes(each))).toEqual([]);
});

it.each([
  'ama-lovelock',
  'marguerite-oyelaran',
  'ursula-peaceful',
  'xanthe-goodenough',
  'annie-twelvetrees',
  'freddie-okafor-bright',
])(
  'what people leave in the record stays words on every page that %s reaches',
  { timeout: 240_000 },
  async (code) => {
    const visitor = await site.as(code);
    const patterns = routes
      .filter(({ method }) => method === 'get')
      .map(({ path }) => ({
        path,
        regex: new RegExp(`^${path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
      }))
      .sort((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
    const waiting: string[] = [urls.home];
    const seen = new Set<string>();
    const broken: string[] = [];
    let words = 0;
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const pattern =
        patterns.find(({ regex }) => regex.test(path?.split('?')[0] ?? ''))?.path ?? '';
      if (!pattern || seen.has(pattern) || /^\/(assets|locked|api)/.test(pattern)) continue;
      seen.add(pattern);
      const answer = await visitor.get(path);
      const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : '';
      if (answer.status >= 500) broken.push(`${pattern} answers with ${answer.status}`);
      if (/<img src=x/i.test(html)) broken.push(`${pattern} draws it as markup`);
      if (html.includes(String(1009 * 1013 * 1019 * 1021)))
        broken.push(`${pattern} works it out as a template`);
      if (html.includes('onerror=alert(1)')) words += 1;
      waiting.push(
        ...[...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, to]) =>
          (to ?? '').replaceAll('&amp;', '&'),
        ),
      );
    }
    expect(broken).toEqual([]);
    expect(words).toBeGreaterThan(0);
  },
);
