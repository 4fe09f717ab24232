import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { today } from '../support/audits.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { makeInspection } from '../support/inspections.ts';
import { type Part, parts, type Values } from './inspection-parts.data.ts';

const database = sharedDatabase();
const day = '2026-06-03';

/** What the board reads of an inspection once it is published. */
const boards = [
  'inspection_evidence',
  'inspection_rating',
  'inspection_recommendation',
  'inspection_text',
];
const outsiders = [
  'ama-lovelock',
  'quentin-larkin',
  'rosamund-achebe',
  'xanthe-goodenough',
  'annie-twelvetrees',
  'cleo-abacus',
  'freddie-okafor-bright',
];

const count = async (tx: Tx, table: string) =>
  (await sql`select id from ${sql.table(table)}`.execute(tx)).rows.length;

async function add(tx: Tx, part: Part, inspectionId: string): Promise<string> {
  const id = newId();
  const own: Values = { service_id: serviceId, id, inspection_id: inspectionId };
  const more = part.table === 'inspection_audit' ? { audit_id: await anAudit(tx) } : {};
  const row = { ...own, ...part.row, ...more };
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(part.table)} (${columns}) select ${columns}
    from jsonb_populate_record(null::${sql.table(part.table)}, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
  return id;
}

// Laid beforehand by the owner where the person may not plan one.
let audit = '';
async function anAudit(tx: Tx): Promise<string> {
  if (audit) return audit;
  const id = newId();
  await tx
    .insertInto('audit')
    .values({
      service_id: serviceId,
      id,
      title: 'Cases',
      kind: 'mock-inspection',
      framework_id: '2025',
      standards: ['2.1'],
      month: '2026-06-01',
      due_on: '2026-06-30',
      lead_id: staffId('philippa-standfast'),
    })
    .execute();
  return id;
}

async function change(tx: Tx, { table, change: values }: Part, id: string): Promise<bigint> {
  const set = sql.join(
    Object.entries(values ?? {}).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
  );
  const done = await sql`update ${sql.table(table)} set ${set} where id = ${id}`.execute(tx);
  return done.numAffectedRows ?? 0n;
}

async function refused(tx: Tx, attempt: () => Promise<unknown>, what = ''): Promise<void> {
  await sql`savepoint attempt`.execute(tx);
  await expect(attempt(), what).rejects.toThrow(/row-level security/);
  await sql`rollback to savepoint attempt`.execute(tx);
}

describe('an inspection: who cannot see it', () => {
  it.each(outsiders)('%s sees neither it nor any part of it, published or not', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const open = await makeInspection(tx);
      await makeInspection(tx, { published: true });
      for (const part of parts) await add(tx, part, open);
      await become(code);
      expect(await count(tx, 'inspection')).toBe(0);
      for (const { table } of parts) expect(await count(tx, table), table).toBe(0);
    }),
  );

  it('the board sees what is published and nothing of what is still being made', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      const open = await makeInspection(tx);
      for (const part of parts) await add(tx, part, open);
      await become('gwendolen-osei');
      expect(await count(tx, 'inspection')).toBe(0);
      for (const { table } of parts) expect(await count(tx, table), table).toBe(0);
      await becomeOwner();
      const published = await makeInspection(tx, { published: true });
      for (const part of parts) await add(tx, part, published);
      await become('gwendolen-osei');
      expect(await count(tx, 'inspection')).toBe(1);
      for (const { table } of parts)
        expect(await count(tx, table), table).toBe(boards.includes(table) ? 1 : 0);
    }));
});

describe('an inspection: who cannot change it', () => {
  it.each(['edith-fairlamp', 'desmond-plumb', 'gwendolen-osei', 'ama-lovelock'])(
    '%s starts none, adds nothing and changes nothing',
    (code) =>
      trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
        for (const part of parts) {
          await becomeOwner();
          const inspection = await makeInspection(tx);
          const id = await add(tx, part, inspection);
          audit = await anAudit(tx);
          await become(code);
          if (part.change) expect(await change(tx, part, id), part.table).toBe(0n);
          await refused(tx, () => add(tx, part, inspection), part.table);
          audit = '';
        }
        await expect(makeInspection(tx)).rejects.toThrow(/row-level security/);
      }),
  );

  it('an inspector who leads one writes in that one and in no other, and does not publish it', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const led = await makeInspection(tx, { lead: 'edith-fairlamp' });
      const other = await makeInspection(tx);
      await become('edith-fairlamp');
      for (const part of parts.filter(({ table }) => table !== 'inspection_audit')) {
        const id = await add(tx, part, led);
        if (part.change) expect(await change(tx, part, id), part.table).toBe(1n);
        await refused(tx, () => add(tx, part, other), part.table);
      }
      const moved =
        await sql`update inspection set state = 'draft' where id in (${led}, ${other})`.execute(tx);
      expect(moved.numAffectedRows).toBe(1n);
      const publish = sql`update inspection set state = 'published', published_on = current_date, case_figures = '{}' where id = ${led}`;
      await expect(publish.execute(tx)).rejects.toThrow();
    }));

  it('nobody changes what was published, but what became of its recommendations', () =>
    trialOfDuties(database(), async ({ tx, become, becomeOwner }) => {
      for (const part of parts) {
        await becomeOwner();
        const inspection = await makeInspection(tx, { published: true });
        const id = await add(tx, part, inspection);
        await become('philippa-standfast');
        if (part.change)
          expect(await change(tx, part, id), part.table).toBe(
            part.table === 'inspection_recommendation' ? 1n : 0n,
          );
      }
      const says = (words: string) =>
        sql`update inspection_recommendation set recommendation = ${words}`.execute(tx);
      // Only whoever mends the database itself puts a word right.
      await becomeOwner();
      await sql`select set_config('app.staff', '', true)`.execute(tx);
      await says('Look again');
      await become('philippa-standfast');
      await expect(says('Look away')).rejects.toThrow(/keeps its words/);
    }));

  it('a practice manager does not publish; the head does, and it is final', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeInspection(tx);
      const publish = () =>
        sql`update inspection set state = 'published', published_on = ${today}, case_figures = '{}' where id = ${id}`.execute(
          tx,
        );
      const refused = async (why: RegExp) => {
        await sql`savepoint attempt`.execute(tx);
        await expect(publish()).rejects.toThrow(why);
        await sql`rollback to savepoint attempt`.execute(tx);
      };
      await become('philippa-standfast');
      await refused(/after its panel has met/);
      await add(tx, { table: 'inspection_panel', row: { held_on: day, attended: 'Two' } }, id);
      await become('nasir-hollyoak');
      await refused(/row-level security/);
      await become('philippa-standfast');
      expect((await publish()).numAffectedRows).toBe(1n);
      const back = await sql`update inspection set title = 'Another' where id = ${id}`.execute(tx);
      expect(back.numAffectedRows).toBe(0n);
    }));

  it('nobody deletes a finding, a rating, a point or a recommendation', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await become('philippa-standfast');
      for (const { table } of parts.filter(({ change: may }) => may)) {
        await sql`savepoint attempt`.execute(tx);
        await expect(sql`delete from ${sql.table(table)}`.execute(tx), table).rejects.toThrow(
          /permission denied/,
        );
        await sql`rollback to savepoint attempt`.execute(tx);
      }
    }));
});

describe('an inspection: who can', () => {
  it.each(['philippa-standfast', 'marguerite-oyelaran'])('%s writes every part of it', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      await become(code);
      const inspection = await makeInspection(tx);
      for (const part of parts) {
        const id = await add(tx, part, inspection);
        if (part.change) expect(await change(tx, part, id), part.table).toBe(1n);
      }
    }),
  );

  it.each(['edith-fairlamp', 'desmond-plumb'])('%s reads the whole workspace', (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const inspection = await makeInspection(tx);
      for (const part of parts) await add(tx, part, inspection);
      await become(code);
      for (const { table } of parts) expect(await count(tx, table), table).toBe(1);
    }),
  );
});

const decide = async (
  tx: Tx,
  inspection: string,
  positions: readonly unknown[],
  on = day,
  confirmed: { confirmed_on?: string } = {},
) => {
  const id = newId();
  await tx
    .insertInto('decision')
    .values({
      service_id: serviceId,
      id,
      about_table: 'inspection',
      about_id: inspection,
      question: 'How is standard V1 rated?',
      positions: JSON.stringify(positions),
      information: 'The evidence',
      outcome: 'Good',
      rationale: 'Seen in the worklist',
      decided_on: on,
      decided_by: staffId('philippa-standfast'),
      ...confirmed,
    })
    .execute();
  return id;
};
const said = [{ agency: '', by: 'Head of service', position: 'Good' }];
const meet = (tx: Tx, inspection: string) =>
  add(tx, { table: 'inspection_panel', row: { held_on: day, attended: 'Two people' } }, inspection);

describe('a rating', () => {
  const rating = (decision: string | null): Part => ({
    table: 'inspection_rating',
    row: { standard: 'V1', rating: 'Good', reason: 'Seen', decision_id: decision },
  });

  it('is decided by nobody alone: there is a recorded meeting of that day, and its members’ views', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const inspection = await makeInspection(tx);
      await become('philippa-standfast');
      await refused(tx, () => decide(tx, inspection, said));
      await meet(tx, inspection);
      await refused(tx, () => decide(tx, inspection, []));
      await refused(tx, () => decide(tx, inspection, said, '2026-06-04'));
      await refused(tx, () => decide(tx, inspection, said, day, { confirmed_on: day }));
      const decision = await decide(tx, inspection, said);
      const other = await makeInspection(tx);
      await become('philippa-standfast');
      await refused(tx, () => add(tx, rating(decision), other));
      await add(tx, rating(decision), inspection);
      await add(tx, rating(null), other);
      await refused(tx, () =>
        tx
          .updateTable('inspection_rating')
          .set({ rating: 'Outstanding', decision_id: decision })
          .where('inspection_id', '=', other)
          .execute(),
      );
    }));

  it('is not proposed while the draft is being checked; the panel still decides', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const inspection = await makeInspection(tx);
      await sql`update inspection set state = 'factual-accuracy' where id = ${inspection}`.execute(
        tx,
      );
      await become('philippa-standfast');
      await refused(tx, () => add(tx, rating(null), inspection));
      await meet(tx, inspection);
      await add(tx, rating(await decide(tx, inspection, said)), inspection);
    }));
});

describe('what follows from an inspection', () => {
  const promise = async (tx: Tx, aboutId: string, owner: string) => {
    const id = newId();
    await tx
      .insertInto('action')
      .values({
        service_id: serviceId,
        id,
        about_table: 'inspection_recommendation',
        about_id: aboutId,
        what: 'Read ten plans',
        owner_id: staffId(owner),
        owner_name: 'Somebody',
        agency: 'youth-justice',
        original_due: day,
        due_on: day,
      })
      .execute();
    return id;
  };
  const recommendation = parts.find(({ table }) => table === 'inspection_recommendation');

  it('nobody says of their own action that it is done; somebody else may', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      if (!recommendation) throw new Error('There is no recommendation to lay');
      const about = await add(tx, recommendation, await makeInspection(tx));
      await become('nasir-hollyoak');
      const id = await promise(tx, about, 'nasir-hollyoak');
      const finish = () =>
        sql`update action set done_on = ${day}, evidence = 'Read' where id = ${id}`.execute(tx);
      await refused(tx, finish);
      await become('philippa-standfast');
      expect((await finish()).numAffectedRows).toBe(1n);
    }));

  it('a case manager promises nothing for it, and the board sees no action of a draft', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      if (!recommendation) throw new Error('There is no recommendation to lay');
      const about = await add(tx, recommendation, await makeInspection(tx));
      await promise(tx, about, 'philippa-standfast');
      await become('gwendolen-osei');
      expect(await count(tx, 'action')).toBe(0);
      await become('ama-lovelock');
      expect(await count(tx, 'action')).toBe(0);
      await expect(promise(tx, about, 'ama-lovelock')).rejects.toThrow(/row-level security/);
    }));

  it('a panel’s decision is read by those who hold the inspection, and not by those who read decisions about children', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const inspection = await makeInspection(tx);
      await become('philippa-standfast');
      await meet(tx, inspection);
      await decide(tx, inspection, said);
      for (const [code, seen] of [
        ['edith-fairlamp', 1],
        ['quentin-larkin', 0],
        ['gwendolen-osei', 0],
      ] as const) {
        await become(code);
        expect(await count(tx, 'decision'), code).toBe(seen);
      }
    }));
});
