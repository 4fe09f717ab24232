import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { roleNames } from '../../src/domain/access/roles.data.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate, seal } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { another, asker, withIds } from '../support/four-children.ts';
import { makeInspection } from '../support/inspections.ts';
import { personOf } from '../support/people-of-roles.ts';
import { allowed, policyQuestions, type Question } from '../support/policy-questions.ts';
import { type Column, columnsOf, type Row } from '../support/random-rows.ts';
import { makePlan } from '../support/work-rows.ts';
import { usually } from './in-each-state.data.ts';

const database = sharedDatabase();
/** Who may do something to a row of a child they work with: as it usually stands, and with one thing in it otherwise. */
const whoMay = new URL('../fixtures/who-may.csv', import.meta.url);
// Long past, whatever the day.
const day = '2026-03-02';
const at = `${day}T10:00:00Z`;

/** What so many tables ask alike, but for the class, is said by their classes. */
const many = 8;
const butForTheClass = ({ of, condition }: Question) =>
  `${of} ${condition.replaceAll(/'RC\d+S?'/g, 'class')}`;

const apart = 'of a child they do not work with';
/** That they are not named for: only what somebody may do all the same is written down. */
const sealed = 'of a sealed record';

/** What stands in the service for rows to hang on: an inspection under way and one that is published, and two plans of the child. */
async function layParents(tx: Tx, child: string) {
  const sealed = await makeChild(tx);
  await seal(tx, sealed);
  return {
    apart: await makeChild(tx),
    sealed,
    inspection: await makeInspection(tx),
    published: await makeInspection(tx, { published: true }),
    draft: (await makePlan(tx, child)).planId,
    now: (await sql<{ now: string }>`select to_jsonb(now()) #>> '{}' as now`.execute(tx)).rows[0]
      ?.now,
  };
}

/** A row with the least that its table asks for, somebody else’s wherever it must name a person. */
function plainRow(columns: readonly Column[], child: string, inspection: string): Row {
  const row: Row = {};
  for (const { name, type, must, parent, pool } of columns)
    row[name] =
      leastOf(name) ??
      (parent === 'staff' && must ? another : null) ??
      (must ? byType(type, pool) : null);
  return row;

  function leastOf(name: string): unknown {
    if (name === 'service_id') return serviceId;
    if (name === 'child_id') return child;
    if (name === 'inspection_id') return inspection;
    if (name === 'row_id') return newId();
    return undefined;
  }
}

function byType(type: string, pool: readonly string[] | null): unknown {
  if (pool) return pool[0];
  if (type === 'uuid') return newId();
  if (type === 'boolean') return false;
  if (type === 'date') return day;
  if (type.startsWith('timestamp')) return at;
  if (type === 'jsonb') return {};
  if (type === 'text') return 'word';
  return /^(integer|bigint|numeric)$/.test(type) ? 1 : null;
}

/** A row that something is said to belong to. */
const given = newId();
const namesPerson = /_by$|^(staff|reader|worker|lead|owner)_id$|_staff$/;

/** What else may stand in a column that the policies ask about. */
function othersOf(
  { table, condition }: Question,
  { name, type, must, pool }: Column,
): readonly unknown[] {
  if (['service_id', 'id', 'child_id', 'row_id'].includes(name)) return [];
  if (!new RegExp(`(?<![\\w.])(${table}\\.)?${name}\\b`).test(condition)) return [];
  if (type === 'uuid' && namesPerson.test(name)) return [null, asker, another];
  if (type === 'uuid') return must ? [] : [null, given];
  if (name === 'record_class') return pool ?? ['RC1', 'RC7', 'RC12'];
  if (pool) return pool;
  if (type === 'boolean') return [true, false];
  if (type === 'date') return [null, day];
  if (type.startsWith('timestamp')) return [null, at];
  if (type !== 'text') return [null];
  const constants = condition.matchAll(
    new RegExp(
      `\\b${name}(?:\\)?::text)? (?:=|<>) (?:ANY |ALL )?\\(?(?:ARRAY\\[)?((?:'[^']+'(?:::text)?(?:, )?)+)`,
      'g',
    ),
  );
  const words = [...constants].flatMap(([, text = '']) =>
    [...text.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
  );
  return [...new Set([...words, 'police', null])];
}

const say = (name: string, value: unknown) => {
  if (value === asker) return `${name} me`;
  if (value === another) return `${name} another`;
  if (value === given) return `${name} given`;
  return `${name} ${value === null ? 'none' : value}`;
};

it(
  'a row is read, added and changed in each of its states by those whose turn it is, and by nobody else',
  () =>
    trial(database(), async ({ tx, become, becomeOwner }) => {
      const child = await makeChild(tx);
      for (const code of Object.values(personOf)) await relate(tx, child, code, 'named-list');
      const parents = await layParents(tx, child);
      const all = (await policyQuestions(tx)).filter(({ condition }) => condition !== '((true))');
      const alike = Map.groupBy(all, butForTheClass);
      const questions = all.filter((one) => (alike.get(butForTheClass(one)) ?? []).length < many);
      const tried: { key: string; says: string; row: Row; who: string[] }[] = [];
      for (const question of questions) {
        const key = `${question.table} ${question.of}`;
        const columns = await columnsOf(tx, question.table);
        const base: Row = {
          ...plainRow(columns, child, parents.inspection),
          ...usually[key],
          ...(key === 'plan_line delete' ? { plan_id: parents.draft } : {}),
          // An emergency begins when it is said.
          ...(key === 'break_glass add' ? { starts_at: parents.now } : {}),
        };
        const add = (says: string, more: Row = {}) =>
          tried.push({ key, says, row: { ...base, ...more }, who: [] });
        add('');
        if ('child_id' in base) {
          add(apart, { child_id: parents.apart });
          if (question.of !== 'change to') add(sealed, { child_id: parents.sealed });
        }
        if ('inspection_id' in base)
          add('of one that is published', { inspection_id: parents.published });
        for (const column of columns)
          for (const value of othersOf(question, column))
            if (value !== base[column.name]) add(say(column.name, value), { [column.name]: value });
      }
      for (const role of roleNames) {
        await become(personOf[role]);
        const mine = new Map([[asker, staffId(personOf[role])]]);
        // Each question has its own rows: two of one table are asked one after the other.
        for (const of of new Set(questions.map((question) => question.of))) {
          const some = questions.filter((question) => question.of === of);
          const rowsOf = Object.groupBy(
            tried.filter(({ key }) => key.endsWith(` ${of}`)),
            ({ key }) => key.slice(0, -of.length - 1),
          );
          const found = await allowed(
            tx,
            some,
            Object.fromEntries(
              Object.entries(rowsOf).map(([table, its = []]) => [
                table,
                withIds(
                  its.map(({ row }) => row),
                  mine,
                ),
              ]),
            ),
          );
          for (const [table, its = []] of Object.entries(rowsOf))
            for (const place of found.get(`${table} ${of}`) ?? []) its[place]?.who.push(role);
        }
        await becomeOwner();
      }
      const found = Object.values(Object.groupBy(tried, ({ key }) => key)).flatMap((its = []) => {
        const [first = '', ...more] = its.map(({ who }) => who.join(' ') || 'nobody');
        const said = (at: number, who: string) => ({
          to: its[at]?.key,
          row: its[at]?.says,
          who: who === roleNames.join(' ') ? 'everybody' : who,
        });
        return [
          said(0, first),
          ...more.flatMap((who, at) =>
            who === (its[at + 1]?.says === sealed ? 'nobody' : first) ? [] : said(at + 1, who),
          ),
        ];
      });
      expect(found).toEqual(parse(readFileSync(whoMay), { columns: true }));
    }),
  120_000,
);
