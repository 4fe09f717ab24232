import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { permissionNames } from '../../src/domain/access/permissions.data.ts';
import { recordClasses } from '../../src/domain/access/record-classes.data.ts';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();

/** A policy, a function or a view, and the tables that its short names stand for. */
type Source = { readonly name: string; readonly text: string; readonly own: readonly string[] };
let sources: readonly Source[] = [];
/** The few words that a column may be, where the database says so. */
let pools: ReadonlyMap<string, ReadonlySet<string>> = new Map();

beforeAll(() =>
  trial(database(), async ({ tx }) => {
    const found = await sql<Source>`
      select tablename || ' ' || policyname as name, concat(qual, ' ', with_check) as text, array[tablename::text] as own
      from pg_policies where schemaname = 'public'
      union all
      select p.proname, p.prosrc, array(select tgrelid::regclass::text from pg_trigger t where t.tgfoid = p.oid)
      from pg_proc p join pg_language l on l.oid = p.prolang
      where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')
      union all
      select viewname, definition, '{}' from pg_views where schemaname = 'public'`.execute(tx);
    sources = found.rows;
    const checks = await sql<{ column: string; words: readonly string[] }>`
      select c.conrelid::regclass::text || '.' || a.attname as column,
        array(select m[1] from regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''::text', 'g') m) as words
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
      where c.contype = 'c' and pg_get_constraintdef(c.oid) ~ 'ANY \\(ARRAY'`.execute(tx);
    pools = new Map(checks.rows.map(({ column, words }) => [column, new Set(words)]));
  }),
);

const wordsIn = (text: string) =>
  [...text.matchAll(/'([^']*)'/g)].map(([, word = '']) => word).filter(Boolean);
/** What is asked of a claim by its name. */
const askedFor = (asks: RegExp) =>
  sources.flatMap(({ name, text }) =>
    [...text.matchAll(asks)].flatMap(([, words = '']) =>
      wordsIn(words).map((word) => ({ name, word })),
    ),
  );
const notAmong = (found: readonly { name: string; word: string }[], known: ReadonlySet<string>) =>
  found.filter(({ word }) => !known.has(word)).map(({ name, word }) => `${name}: ${word}`);

it('no policy or function asks for a permission that nobody has', () => {
  const found = askedFor(/\b(?:may|my_inspections|told_of|role_may)\(([^()]*)/g);
  expect(found.length).toBeGreaterThan(100);
  expect(notAmong(found, new Set(permissionNames))).toEqual([]);
});

it('nor for a class that no record has', () => {
  const found = askedFor(
    /\b(?:may_read|may_write|may_write_related|service_may_read)\(([^()]*)\)/g,
  );
  const known = Object.keys(recordClasses).flatMap((name) => [name, `${name}S`]);
  expect(notAmong(found, new Set([...known, 'RC1N', 'RC5P', 'S']))).toEqual([]);
});

it('none compares a column with a word that it can never hold: what is asked of a state that is not would hold for all, or for none', () => {
  const compared =
    /(?:\b(\w+)\.|(?<![.\w]))(\w+) (?:=|<>|is (?:not )?distinct from|(?:not )?in|= ANY|<> ALL) (\(?(?:\(?ARRAY\[)?'[^']*'(?:::text)?(?:, '[^']*'(?:::text)?)*)/gi;
  let asked = 0;
  const wrong = sources.flatMap(({ name, text, own }) => {
    const tables = new Map<string, Set<string>>();
    const stands = (short: string, table: string) =>
      tables.set(short, (tables.get(short) ?? new Set()).add(table));
    for (const [, table = '', short = ''] of text.matchAll(
      /\b(?:from|join|update|using|into) \(*(\w+)(?: (?:as )?(\w+))?/gi,
    )) {
      stands(short, table);
      stands(table, table);
    }
    for (const table of own) for (const short of ['', 'new', 'old', table]) stands(short, table);
    return [...text.matchAll(compared)].flatMap(([, short = '', column, words = '']) => {
      const known = [...(tables.get(short.toLowerCase()) ?? [])].map((table) =>
        pools.get(`${table}.${column}`),
      );
      if (known.length === 0 || known.includes(undefined)) return [];
      asked += 1;
      return wordsIn(words)
        .filter((word) => !known.some((pool) => pool?.has(word)))
        .map((word) => `${name}: ${column} ${word}`);
    });
  });
  expect(asked).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
