import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trial } from '../support/database.ts';
import { layPanel } from '../support/panel-rows.ts';
import { approvedBy, layReport, sentBy } from '../support/reports.ts';

const database = sharedDatabase();

async function lay(tx: Tx, { restricted = false, more = {} } = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  return { child, report: await layReport(tx, child, more) };
}
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('court_report').select('id').where('child_id', '=', childId).execute();
const change = (tx: Tx, id: string, to: object) =>
  tx.updateTable('court_report').set(to).where('id', '=', id).executeTakeFirstOrThrow();
const changed = async (tx: Tx, id: string, to: object) =>
  Number((await change(tx, id, to)).numUpdatedRows);
/** The change is refused, and what comes after it in the trial still goes on. */
async function refused(tx: Tx, doing: () => Promise<unknown>, says: RegExp) {
  await sql`savepoint before`.execute(tx);
  await expect(doing()).rejects.toThrow(says);
  await sql`rollback to savepoint before`.execute(tx);
}
const back = { status: 'returned', returned_on: '2026-09-15', manager_note: 'Say more' };

describe('court_report: who cannot see it', () => {
  it.each([
    'rosamund-achebe',
    'quentin-larkin',
    'ursula-peaceful',
    'xanthe-goodenough',
    'cleo-abacus',
  ])('%s, whose work it is not', (code) =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx);
      await relate(tx, child, code, 'partner');
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }),
  );

  it('nobody but the named list when the record is sealed', () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx, { restricted: true });
      for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
      }
    }));

  it('a manager who has declared an interest in the child neither reads nor approves it', () =>
    trial(database(), async ({ tx, become }) => {
      const { childId, item, own } = await layPanel(tx);
      const report = await layReport(tx, childId, sentBy('ama-lovelock'));
      await tx
        .insertInto('panel_conflict')
        .values({
          ...own,
          id: newId(),
          panel_item_id: item,
          staff_id: staffId('marguerite-oyelaran'),
          interest: 'A neighbour',
          managed_by: 'Leaves it to a colleague',
        })
        .execute();
      await become('marguerite-oyelaran');
      expect(await seen(tx, childId)).toEqual([]);
      expect(await changed(tx, report, approvedBy('marguerite-oyelaran'))).toBe(0);
    }));
});

describe('court_report: who cannot change it', () => {
  it('business support, who records what a court does, begins none and changes none', () =>
    trial(database(), async ({ tx, become }) => {
      const { child, report } = await lay(tx);
      await become('annie-twelvetrees');
      expect(await changed(tx, report, { asked_on: '2026-09-02' })).toBe(0);
      await expect(layReport(tx, child)).rejects.toThrow(/row-level security/);
    }));

  it('a case manager who does not work with the child begins none', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ben-thackery' });
      await become('ama-lovelock');
      await expect(layReport(tx, child)).rejects.toThrow(/row-level security/);
    }));

  it('a worker neither approves it nor sends it back to themselves, and sends it in no other name', () =>
    trial(database(), async ({ tx, become }) => {
      const { report } = await lay(tx, { more: sentBy('ama-lovelock') });
      const { report: other } = await lay(tx);
      await become('ama-lovelock');
      for (const to of [approvedBy('marguerite-oyelaran'), back])
        await refused(tx, () => change(tx, report, to), /did not write it/);
      await refused(tx, () => change(tx, other, sentBy('ben-thackery')), /own name/);
    }));

  it('a worker begins none that is approved already', () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx);
      await become('ama-lovelock');
      const done = { ...sentBy('ama-lovelock'), ...approvedBy('marguerite-oyelaran') };
      await expect(layReport(tx, child, done)).rejects.toThrow(/row-level security/);
    }));

  it('a manager approves none that they wrote or sent, none that waits for nobody, and in no other name', () =>
    trial(database(), async ({ tx, become }) => {
      const own = await lay(tx, {
        more: { ...sentBy('ama-lovelock'), author_id: staffId('marguerite-oyelaran') },
      });
      const sent = await lay(tx, { more: sentBy('marguerite-oyelaran') });
      const unsent = await lay(tx);
      const waits = await lay(tx, { more: sentBy('ama-lovelock') });
      const written = await lay(tx, { more: sentBy('ama-lovelock') });
      await tx
        .insertInto('court_report_version')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: written.child,
          report_id: written.report,
          number: 1,
          sent_on: '2026-09-10',
          content: '{}',
          created_by: staffId('marguerite-oyelaran'),
        })
        .execute();
      await become('marguerite-oyelaran');
      for (const { report } of [own, sent, unsent, written])
        await refused(tx, () => change(tx, report, approvedBy('marguerite-oyelaran')), /./);
      await refused(
        tx,
        () => change(tx, waits.report, approvedBy('philippa-standfast')),
        /own name/,
      );
    }));
});

describe('court_report: who can', () => {
  it('a worker begins and sends it, a manager who did not write it sends it back, and then approves it', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      await become('ama-lovelock');
      const report = await layReport(tx, child);
      expect(await changed(tx, report, sentBy('ama-lovelock'))).toBe(1);
      await become('marguerite-oyelaran');
      expect(await changed(tx, report, back)).toBe(1);
      await become('ama-lovelock');
      expect(await changed(tx, report, sentBy('ama-lovelock'))).toBe(1);
      await become('marguerite-oyelaran');
      expect(await changed(tx, report, approvedBy('marguerite-oyelaran'))).toBe(1);
    }));
});
