import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { type Database, openDatabase } from '../../src/platform/db/connect.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { demoSnapshotFile } from '../support/database.ts';

const planted = '"><img src=x onerror=alert(1)>{{7*7*1009}}';
/** Columns in which people, or the lists they load, leave words of their own. */
const columns = `select table_name, column_name from information_schema.columns
  where table_schema = 'public' and data_type = 'text' and table_name !~ '^(auth_|reference_|time_limit|assessment_template|calendar|bank|repeatable|kysely|change_log|access_log|due_)'
    and table_name in (select tablename from pg_tables where schemaname = 'public')
    and column_name ~ '^(name|forename|surname|known_as|lines|note|notes|detail|text|what|why|reason|summary|words|child_words|parent_words|adaptations|wishes|impact|contact_details|provider|provision_name|whose|authority|question|rationale|information|grounds|parties|place|interest|managed_by|file_name|officer|reference|description|evidence|owner_name|with_whom|next_step|findings|source|manager_note|review_note|triage_note|case_direction|closed_reason|gravity_note|paper_summary|state_reason|answer_for_team|gap_note|use_note|shared_with_worker|safety_line|handover_to|handover_reason|child_feedback|parent_feedback|job_title|email|telephone|value|who|then_text|within|tell|status_note|conflict_note|end_reason)$'`;

let database: Database;
let site: Awaited<ReturnType<typeof testApp>>;
let changed = 0;
beforeAll(async () => {
  database = await openDatabase({
    copyOf: new Blob([new Uint8Array(await readFile(demoSnapshotFile))]),
  });
  const { rows } = await sql<{
    table_name: string;
    column_name: string;
  }>`${sql.raw(columns)}`.execute(database.owner);
  await sql`set session_replication_role = replica`.execute(database.owner);
  for (const { table_name, column_name } of rows) {
    // A column whose rule allows only a list of words takes none of this.
    const done =
      await sql`update ${sql.table(table_name)} set ${sql.ref(column_name)} = ${sql.ref(column_name)} || ${planted} where ${sql.ref(column_name)} is not null`
        .execute(database.owner)
        .catch(() => null);
    if (done) changed += 1;
  }
  await sql`set session_replication_role = origin`.execute(database.owner);
  site = await testApp(database);
}, 120_000);
afterAll(async () => {
  await site.jobs.stop();
  await database.close();
});

it('words that look like markup were left in many places', () => {
  expect(changed).toBeGreaterThan(60);
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
      if (/<img src=x/i.test(html)) broken.push(`${pattern} draws it as markup`);
      if (html.includes('49441')) broken.push(`${pattern} works it out as a template`);
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
