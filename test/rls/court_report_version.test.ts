import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layReport, sentBy } from '../support/reports.ts';

const database = sharedDatabase();

const add = (tx: Tx, childId: string, reportId: string) =>
  tx
    .insertInto('court_report_version')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      report_id: reportId,
      number: 1,
      sent_on: '2026-09-14',
      content: '{}',
    })
    .execute();
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('court_report_version').select('id').where('child_id', '=', childId).execute();

async function lay(tx: Tx, { restricted = false, more = {} } = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const report = await layReport(tx, child, more);
  await add(tx, child, report);
  return { child, report };
}

describe('court_report_version', () => {
  it.each(['rosamund-achebe', 'quentin-larkin', 'ursula-peaceful', 'cleo-abacus'])(
    '%s reads no report as it was sent, and adds none',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const { child, report } = await lay(tx);
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await seen(tx, child)).toEqual([]);
        await expect(add(tx, child, report)).rejects.toThrow(/row-level security/);
      }),
  );

  it('that of a sealed child is hidden from the service’s own staff', () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx, { restricted: true });
      await become('ama-lovelock');
      expect(await seen(tx, child)).toEqual([]);
    }));

  it('a report is sent as it is written, and nobody changes what was sent', () =>
    trial(database(), async ({ tx, become }) => {
      const { child } = await lay(tx);
      await become('ama-lovelock');
      expect(await seen(tx, child)).toHaveLength(1);
      await expect(
        tx.updateTable('court_report_version').set({ number: 2 }).execute(),
      ).rejects.toThrow(/permission denied/);
    }));

  it('nothing is put beside a report that a manager has already', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await makeChild(tx, { worker: 'ama-lovelock' });
      const report = await layReport(tx, child, sentBy('ama-lovelock'));
      await become('ama-lovelock');
      await expect(add(tx, child, report)).rejects.toThrow(/row-level security/);
    }));
});

describe('what a person harmed agreed to have told', () => {
  const told = async (tx: Tx, childId: string) =>
    (await sql<{ words: string }>`select words from told_of_victims(${childId})`.execute(tx)).rows;
  const victim = (tx: Tx, child_id: string, label: string, tell_child: string) =>
    tx
      .insertInto('victim_involvement')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id,
        label,
        tell_child,
        shared_with_worker: `Words of ${label}`,
        shared_on: '2026-09-01',
        share_consent_on: '2026-09-01',
      })
      .execute();
  const layTwo = async (tx: Tx, restricted = false) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
    await victim(tx, child, 'Victim A', 'yes');
    await victim(tx, child, 'Victim B', 'no');
    return child;
  };

  it.each(['ama-lovelock', 'marguerite-oyelaran', 'odile-farthingale'])(
    '%s reads the words that the child may be told, and no others',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await layTwo(tx);
        await become(code);
        expect(await told(tx, child)).toEqual([{ words: 'Words of Victim A' }]);
      }),
  );

  it.each(['rosamund-achebe', 'ursula-peaceful', 'cleo-abacus', 'annie-twelvetrees'])(
    '%s, who reads no report, is given none of them',
    (code) =>
      trial(database(), async ({ tx, become }) => {
        const child = await layTwo(tx);
        await relate(tx, child, code, 'partner');
        await become(code);
        expect(await told(tx, child)).toEqual([]);
      }),
  );

  it('nobody is given those about a sealed child who is not theirs', () =>
    trial(database(), async ({ tx, become }) => {
      const child = await layTwo(tx, true);
      await become('marguerite-oyelaran');
      expect(await told(tx, child)).toEqual([]);
    }));
});
