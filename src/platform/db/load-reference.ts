import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { Database } from './connect.ts';

const folder = join(import.meta.dirname, '../../../db/reference');
type Row = Record<string, string>;

/** Loads db/reference when it has changed: every list, the bank holidays with their calendar, time limits and templates. */
export async function loadReference(database: Database): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort();
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const templates = templateFiles();
  const checksum = createHash('sha256')
    .update(texts.join('\u0000'))
    .update(templates.join('\u0000'))
    .digest('hex');
  const known = await sql<{
    checksum: string;
  }>`select checksum from repeatable_file where folder = 'reference'`.execute(database.owner);
  if (known.rows[0]?.checksum === checksum) return;
  await database.owner.transaction().execute(async (tx) => {
    for (const [index, name] of files.entries()) {
      const list = name.replace(/\.csv$/, '');
      const rows: Row[] = parse(texts[index] ?? '', {
        columns: true,
        skip_empty_lines: true,
        bom: true,
      });
      if (list === 'bank_holiday')
        await sql`
        insert into bank_holiday (division, day, name, source, confidence)
        select division, day::date, name, source, confidence from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (division text, day text, name text, source text, confidence text)
        on conflict (division, day) do update set name = excluded.name, source = excluded.source, confidence = excluded.confidence`.execute(
          tx,
        );
      else if (list === 'time_limit')
        await sql`
        insert into time_limit (id, area, step, applies_to, clock_starts, number, unit, standing, source, confidence, valid_from, valid_to)
        select id, area, step, applies_to, clock_starts, number::int, unit, standing, source, confidence, nullif(valid_from, '')::date, nullif(valid_to, '')::date
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (id text, area text, step text, applies_to text, clock_starts text, number text, unit text, standing text, source text, confidence text, valid_from text, valid_to text)
        on conflict (id) do update set area = excluded.area, step = excluded.step, applies_to = excluded.applies_to, clock_starts = excluded.clock_starts,
          number = excluded.number, unit = excluded.unit, standing = excluded.standing, source = excluded.source, confidence = excluded.confidence,
          valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(tx);
      else
        await sql`
        insert into reference_code (list, code, label, sort, attributes, source, confidence, valid_from, valid_to)
        select ${list}, r.code, r.label, r.sort, r.attributes, r.source, r.confidence, nullif(r.valid_from, '')::date, nullif(r.valid_to, '')::date
          from jsonb_to_recordset(${JSON.stringify(rows.map(codeOf))}::jsonb)
          as r (code text, label text, sort int, attributes jsonb, source text, confidence text, valid_from text, valid_to text)
        on conflict (list, code) do update set label = excluded.label, sort = excluded.sort, attributes = excluded.attributes, source = excluded.source,
          confidence = excluded.confidence, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(
          tx,
        );
    }
    for (const text of templates)
      await sql`
      insert into assessment_template (id, tool, version, title, content, valid_from, valid_to)
      select t ->> 'id', t ->> 'id', (t ->> 'version')::int, t ->> 'title', t, (t ->> 'validFrom')::date, (t ->> 'validTo')::date from (select ${text}::jsonb as t) as given
      on conflict (id, version) do update set title = excluded.title, content = excluded.content, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(
        tx,
      );
    await sql`delete from calendar_day`.execute(tx);
    await sql`
      insert into calendar_day (day, is_working, ordinal)
      select day, is_working, count(*) filter (where is_working) over (order by day)
      from (
        select d::date as day, extract(isodow from d) < 6 and not exists (
          select 1 from bank_holiday b where b.day = d::date and b.division = 'england-and-wales') as is_working
        from generate_series(date '2010-01-01', date '2040-12-31', interval '1 day') d) as days`.execute(
      tx,
    );
    await sql`insert into repeatable_file values ('reference', ${checksum}) on conflict (folder) do update set checksum = excluded.checksum`.execute(
      tx,
    );
  });
}

// Columns that every list has stay columns; what only one list has goes into attributes.
function codeOf(row: Row, index: number) {
  const {
    code = '',
    label = '',
    source = '',
    confidence = '',
    valid_from = '',
    valid_to = '',
    sort,
    ...attributes
  } = row;
  return {
    code,
    label,
    source,
    confidence,
    valid_from,
    valid_to,
    sort: sort ? Number(sort) : index,
    attributes,
  };
}

function templateFiles(): string[] {
  const templates = join(folder, 'assessment-templates');
  if (!existsSync(templates)) return [];
  return readdirSync(templates)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(join(templates, name), 'utf8'));
}
