import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type RecordClass, recordClasses } from '../../src/domain/access/record-classes.data.ts';
import { type Role, type RoleRow, roleNames, roles } from '../../src/domain/access/roles.data.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { toTheChild } from '../support/letters.ts';
import { personOf } from '../support/people-of-roles.ts';

const database = sharedDatabase();
const classes = Object.keys(recordClasses) as RecordClass[];
const partnerClasses: readonly RecordClass[] = ['RC7', 'RC8', 'RC9', 'RC10'];

type Classed = {
  /** The classes that a row of it may name. */
  readonly classes: readonly RecordClass[];
  readonly row: (of: RecordClass) => Readonly<Record<string, string | Uint8Array>>;
  /** Whether a role reads a row of a class, from the matrix of roles alone. */
  readonly reads: (row: RoleRow, of: RecordClass, role: Role) => boolean;
};
const whole = (row: RoleRow, of: RecordClass) => /^[WRA]/.test(row.classes[of] ?? '');
const day = '2026-03-02';

const files = new Map(classes.map((of) => [of, newId()]));
const letter = newId();
const fileOf = (of: RecordClass) => files.get(of) ?? '';

/** Every table whose rows each name their own class. */
const tables: Readonly<Record<string, Classed>> = {
  characteristic: {
    classes,
    row: (of) => ({ kind: of, code: 'x', source: 'Test', recorded_on: day }),
    reads: whole,
  },
  child_file: {
    classes,
    row: (of) => ({
      id: fileOf(of),
      name: 'report.pdf',
      kind: 'court',
      source: 'Test',
      type: 'pdf',
      bytes: '9',
    }),
    reads: whole,
  },
  child_file_content: {
    classes,
    row: (of) => ({ file_id: fileOf(of), content: new Uint8Array([0]) }),
    reads: whole,
  },
  correction: {
    classes,
    row: () => ({
      table_name: 'contact',
      row_id: newId(),
      kind: 'withdrawn',
      reason: 'Another child’s',
      kept: '{}',
      corrected_on: day,
    }),
    reads: whole,
  },
  // Those to a person harmed hang on their line: test/rls/letter.test.ts tries them.
  letter: { classes: ['RC3'], row: () => ({ id: letter, ...toTheChild }), reads: whole },
  letter_delivery: {
    classes: ['RC3'],
    row: () => ({ letter_id: letter, how: 'post', given_on: day, proof: 'Signed for' }),
    reads: whole,
  },
  partner_note: { classes: partnerClasses, row: () => ({ detail: 'Invented' }), reads: whole },
  // The answer for the team is the part of the partner's class that is meant for sharing.
  information_request: {
    classes: partnerClasses,
    row: () => ({ agency: 'probation', question: 'What is known?', asked_on: day, due_on: day }),
    reads: (row, of) => whole(row, 'RC4') && row.classes[of] !== undefined,
  },
  change_log: {
    classes,
    row: (of) => ({ table_name: 'plan', row_id: of, operation: 'insert' }),
    reads: whole,
  },
};

async function layOut(tx: Tx, role: Role | null): Promise<string> {
  const childId = await makeChild(tx, { worker: 'ben-thackery' });
  if (role) await relate(tx, childId, personOf[role], 'partner');
  for (const [table, { classes: named, row }] of Object.entries(tables))
    for (const of of named) {
      const values: Record<string, string | Uint8Array> = {
        service_id: serviceId,
        child_id: childId,
        record_class: of,
        ...(['change_log', 'child_file_content'].includes(table) ? {} : { id: newId() }),
        ...row(of),
      };
      await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(values).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values(values))})`.execute(tx);
    }
  return childId;
}

describe('a row that names its own class', () => {
  it('stands only in tables that are tried here', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const { rows } = await sql<{ name: string }>`
        select c.relname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
        where a.attname = 'record_class' and not a.attisdropped and c.relnamespace = 'public'::regnamespace order by 1`.execute(
        tx,
      );
      expect(rows.map(({ name }) => name)).toEqual(Object.keys(tables).sort());
    }));

  it.each(roleNames)('is read by %s, who works with the child, only in a class of theirs', (role) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await layOut(tx, role);
      await become(personOf[role]);
      const row: RoleRow = roles[role];
      for (const [table, { classes: named, reads }] of Object.entries(tables)) {
        const marks = table === 'change_log' ? sql`and table_name = 'plan'` : sql``;
        const { rows } = await sql<{ of: string }>`
          select record_class as of from ${sql.table(table)} where child_id = ${childId} ${marks}`.execute(
          tx,
        );
        const may = named.filter((of) => reads(row, of, role));
        expect(rows.map(({ of }) => of).sort(), `${role} of ${table}`).toEqual([...may].sort());
      }
    }),
  );

  it('of what parents say of themselves is read by no case manager who does not work with the child, in whichever table', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const childId = await layOut(tx, null);
      for (const [code, sees] of [
        ['ama-lovelock', 0],
        ['ben-thackery', 1],
      ] as const) {
        await become(code);
        for (const [table, { classes: named }] of Object.entries(tables)) {
          if (!named.includes('RC12')) continue;
          const marks = table === 'change_log' ? sql`and table_name = 'plan'` : sql``;
          const { rows } = await sql`
            select 1 from ${sql.table(table)} where child_id = ${childId} and record_class = 'RC12' ${marks}`.execute(
            tx,
          );
          expect(rows.length, `${code} of ${table}`).toBe(sees);
        }
      }
    }));
});
