import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trialOfDuties } from '../support/database.ts';
import { approvedBy, layReport, sentBy } from '../support/reports.ts';

const database = sharedDatabase();
const approved = { ...sentBy('ama-lovelock'), ...approvedBy('marguerite-oyelaran') };

const say = (tx: Tx, childId: string, reportId: string) =>
  tx
    .insertInto('court_report_feedback')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      report_id: reportId,
      received_on: '2026-09-20',
      said_by: 'bench',
      useful: 'very',
      themes: ['clear'],
    })
    .execute();
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('court_report_feedback').select('id').where('child_id', '=', childId).execute();
const give = (tx: Tx, childId: string, reportId: string, report_number: number) =>
  tx
    .insertInto('disclosure')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      what: 'Pre-sentence report',
      recipient: 'The court',
      basis: 'legal-duty',
      given_on: '2026-09-20',
      report_id: reportId,
      report_number,
    })
    .execute();

async function lay(tx: Tx, { restricted = false, more = {} } = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const report = await layReport(tx, child, more);
  for (const number of [1, 2])
    await tx
      .insertInto('court_report_version')
      .values({
        service_id: serviceId,
        id: newId(),
        child_id: child,
        report_id: report,
        number,
        sent_on: '2026-09-14',
        content: '{}',
      })
      .execute();
  return { child, report };
}

it.each(['rosamund-achebe', 'quentin-larkin', 'ursula-peaceful', 'cleo-abacus'])(
  '%s neither reads nor adds what a court thought of a report',
  (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const { child, report } = await lay(tx);
      await say(tx, child, report);
      await relate(tx, child, code, 'partner');
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
      await expect(say(tx, child, report)).rejects.toThrow(/row-level security/);
    }),
);

it('what a court thought of a sealed child’s report is hidden from the service’s own staff', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, report } = await lay(tx, { restricted: true });
    await say(tx, child, report);
    await become('ama-lovelock');
    expect(await seen(tx, child)).toEqual([]);
  }));

it('whoever writes reports says what a court thought, and nobody changes it', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, report } = await lay(tx);
    await become('ama-lovelock');
    await say(tx, child, report);
    expect(await seen(tx, child)).toHaveLength(1);
    await expect(
      tx.updateTable('court_report_feedback').set({ useful: 'not' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it.each([
  ['that no manager has approved', sentBy('ama-lovelock'), 2],
  ['in a version that was not approved', approved, 1],
])('nobody gives a report %s', (_what, more, number) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, report } = await lay(tx, { more });
    await become('ama-lovelock');
    await expect(give(tx, child, report, number)).rejects.toThrow(/row-level security/);
  }),
);

it('business support, who says what else was given, gives no report', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, report } = await lay(tx, { more: approved });
    await become('annie-twelvetrees');
    await expect(give(tx, child, report, 2)).rejects.toThrow(/row-level security/);
  }));

it.each(['ama-lovelock', 'odile-farthingale'])('%s gives a report as it was approved', (code) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const { child, report } = await lay(tx, { more: approved });
    if (code !== 'ama-lovelock') await relate(tx, child, code, 'co-worker');
    await become(code);
    await give(tx, child, report, 2);
  }),
);
