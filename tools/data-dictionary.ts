import { type Kysely, sql } from 'kysely';
import type { DB } from '../src/platform/db/tables.generated.ts';

type Row = {
  table_name: string;
  is_view: boolean;
  about: string | null;
  column_name: string;
  type: string;
  required: boolean;
  column_about: string | null;
};

/** Every table and view with what its comments say, as Markdown. */
export async function dataDictionary(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<Row>`
    select c.relname as table_name, c.relkind = 'v' as is_view, obj_description(c.oid, 'pg_class') as about, a.attname as column_name,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, col_description(c.oid, a.attnum) as column_about
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and c.relname not like 'kysely_%' and c.relname <> 'repeatable_file'
      and c.relname not like 'auth_%'
    order by c.relkind = 'v', c.relname, a.attnum`.execute(db);
  const tables = [...Map.groupBy(rows, ({ table_name }) => table_name).values()];
  return `# Data dictionary

Made from the database’s own comments by \`npm run generate\`. Columns that nearly every table has are left out below: \`service_id\` and \`id\` (the key), \`version\` (moved on by each change), \`created_at\` and \`created_by\`. The sign-in library’s own tables are not listed.

${tables.map(section).join('\n')}`;
}

const everywhere = new Set(['service_id', 'id', 'version', 'created_at', 'created_by']);

function section(columns: readonly Row[]): string {
  const [first] = columns;
  if (!first) return '';
  const shown = columns.filter(({ column_name }) => !everywhere.has(column_name));
  return `## ${first.table_name}${first.is_view ? ' (view)' : ''}

${first.about ?? ''}

| column | type | required | about |
|---|---|---|---|
${shown.map(({ column_name, type, required, column_about }) => `| ${column_name} | ${type} | ${required ? 'yes' : ''} | ${column_about ?? ''} |`).join('\n')}
`;
}
