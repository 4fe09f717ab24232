import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { makeInspection } from '../support/inspections.ts';

const database = sharedDatabase();
const document = { title: 'T', opening: [], sections: [] };

type Stands = { readonly embargo?: 'over' | 'ahead'; readonly issued?: boolean };
async function notice(tx: Tx, inspection_id: string, { embargo, issued }: Stands = {}) {
  const id = newId();
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  await tx
    .insertInto('press_notice')
    .values({
      service_id: serviceId,
      id,
      inspection_id,
      headline: 'Our own trial',
      words: 'It went well',
      contact: 'Press desk',
      embargo_until: embargo ? hours(embargo === 'over' ? -1 : 1) : null,
      ...(issued ? { issued_at: hours(-2), issued_document: JSON.stringify(document) } : {}),
    })
    .execute();
  return id;
}
async function quotation(tx: Tx, inspection_id: string) {
  const id = newId();
  await tx
    .insertInto('press_quotation')
    .values({
      service_id: serviceId,
      id,
      inspection_id,
      number: 1,
      words: 'It went well',
      said_by: 'A parent',
      text_part: 'voice',
    })
    .execute();
  return id;
}
const notices = async (tx: Tx) =>
  (await tx.selectFrom('press_notice').select('id').execute()).map(({ id }) => id);
const quotations = async (tx: Tx) =>
  (await tx.selectFrom('press_quotation').select('id').execute()).length;
const change = async (tx: Tx, id: string, columns: Record<string, unknown>) =>
  (
    await tx
      .updateTable('press_notice')
      .set(columns as never)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).numUpdatedRows;
async function refused(tx: Tx, attempt: () => Promise<unknown>, why: RegExp) {
  await sql`savepoint attempt`.execute(tx);
  await expect(attempt()).rejects.toThrow(why);
  await sql`rollback to savepoint attempt`.execute(tx);
}

describe('a press notice: who cannot read it', () => {
  it.each([
    ['cleo-abacus', 'who reads published results and not the report'],
    ['gwendolen-osei', 'of the board, before its report is published'],
  ])('%s, %s, reads none that is a draft or under embargo', (code) =>
    trial(database(), async ({ tx, become }) => {
      await notice(tx, await makeInspection(tx));
      await notice(tx, await makeInspection(tx), { embargo: 'ahead', issued: true });
      await become(code);
      expect(await notices(tx)).toEqual([]);
    }),
  );

  it('the board reads no draft of a published inspection, and who agreed to be quoted at no time', () =>
    trial(database(), async ({ tx, become }) => {
      const draft = await makeInspection(tx, { published: true });
      await notice(tx, draft);
      await quotation(tx, draft);
      const held = await makeInspection(tx, { published: true });
      const id = await notice(tx, held, { embargo: 'ahead', issued: true });
      await become('gwendolen-osei');
      expect(await notices(tx)).toEqual([id]);
      expect(await quotations(tx)).toBe(0);
    }));

  it.each(['ama-lovelock', 'xanthe-goodenough', 'annie-twelvetrees'])(
    '%s, who reads no published results, reads none that is out either',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        await notice(tx, await makeInspection(tx), { embargo: 'over', issued: true });
        await become(code);
        expect(await notices(tx)).toEqual([]);
      }),
  );

  it('whoever reads published results reads it from the hour its embargo is over', () =>
    trial(database(), async ({ tx, become }) => {
      const over = await notice(tx, await makeInspection(tx), { embargo: 'over', issued: true });
      const none = await notice(tx, await makeInspection(tx), { issued: true });
      await become('cleo-abacus');
      expect((await notices(tx)).sort()).toEqual([over, none].sort());
    }));
});

describe('a press notice: who cannot change it', () => {
  it.each(['edith-fairlamp', 'desmond-plumb', 'gwendolen-osei', 'cleo-abacus'])(
    '%s writes and quotes nothing in an inspection that they do not lead',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const inspection = await makeInspection(tx, { published: true });
        const id = await notice(tx, inspection, { embargo: 'ahead', issued: true });
        const other = await makeInspection(tx, { published: true });
        await become(code);
        expect(await change(tx, id, { headline: 'Another' })).toBe(0n);
        await refused(tx, () => notice(tx, other), /row-level security/);
        await refused(tx, () => quotation(tx, other), /row-level security/);
      }),
  );

  it('whoever leads it writes and quotes, and does not issue it', () =>
    trial(database(), async ({ tx, become }) => {
      const led = await makeInspection(tx, { published: true, lead: 'edith-fairlamp' });
      await become('edith-fairlamp');
      const id = await notice(tx, led);
      await quotation(tx, led);
      expect(await change(tx, id, { headline: 'Another' })).toBe(1n);
      const issue = { issued_at: new Date(), issued_document: JSON.stringify(document) };
      await refused(tx, () => change(tx, id, issue), /row-level security/);
      await refused(
        tx,
        async () => notice(tx, await makeInspection(tx), { issued: true }),
        /row-level security/,
      );
    }));

  it('the head issues it, only of a published report, by the database’s own clock, and never with words changed under it', () =>
    trial(database(), async ({ tx, become }) => {
      const early = await notice(tx, await makeInspection(tx), { embargo: 'ahead' });
      const ready = await notice(tx, await makeInspection(tx, { published: true }), {
        embargo: 'ahead',
      });
      const issue = { issued_at: '2020-01-01', issued_document: JSON.stringify(document) };
      await become('philippa-standfast');
      await refused(tx, () => change(tx, early, issue), /row-level security/);
      expect(await change(tx, ready, issue)).toBe(1n);
      const { issued_at } = await tx
        .selectFrom('press_notice')
        .select('issued_at')
        .where('id', '=', ready)
        .executeTakeFirstOrThrow();
      expect(Math.abs(Number(issued_at) - Date.now())).toBeLessThan(60_000);
      await refused(tx, () => change(tx, ready, { words: 'Another' }), /issued anew/);
      const back = { words: 'Another', issued_at: null, issued_document: null };
      expect(await change(tx, ready, back)).toBe(1n);
    }));

  it('nobody changes what is out, nor deletes any', () =>
    trial(database(), async ({ tx, become }) => {
      const out = await notice(tx, await makeInspection(tx, { published: true }), {
        embargo: 'over',
        issued: true,
      });
      await become('philippa-standfast');
      const back = { words: 'Another', issued_at: null, issued_document: null };
      expect(await change(tx, out, back)).toBe(0n);
      await refused(tx, () => tx.deleteFrom('press_notice').execute(), /permission denied/);
      await refused(tx, () => tx.deleteFrom('press_quotation').execute(), /permission denied/);
    }));
});
