import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { approvedBy, layReport, sentBy } from '../support/reports.ts';

const database = sharedDatabase();

const add = async (tx: Tx, childId: string, reportId: string) => {
  const id = newId();
  await tx
    .insertInto('court_report_section')
    .values({
      service_id: serviceId,
      id,
      child_id: childId,
      report_id: reportId,
      section: 'life',
      words: 'Likes fixing bicycles',
    })
    .execute();
  return id;
};
const seen = (tx: Tx, childId: string) =>
  tx.selectFrom('court_report_section').select('id').where('child_id', '=', childId).execute();

async function lay(tx: Tx, { restricted = false, more = {} } = {}) {
  const child = await makeChild(tx, { worker: 'ama-lovelock', restricted });
  const report = await layReport(tx, child, more);
  return { child, report, section: await add(tx, child, report) };
}

it.each(['rosamund-achebe', 'quentin-larkin', 'ursula-peaceful', 'cleo-abacus'])(
  '%s reads nothing that is written in a report, and writes nothing in one',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const { child, report } = await lay(tx);
      await relate(tx, child, code, 'partner');
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
      await expect(add(tx, child, report)).rejects.toThrow(/row-level security/);
    }),
);

it('what is written of a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const { child } = await lay(tx, { restricted: true });
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, child)).toEqual([]);
    }
  }));

it('while a manager has it nobody changes a word of it, and nobody adds one', () =>
  trial(database(), async ({ tx, become }) => {
    const { child, report, section } = await lay(tx, { more: sentBy('ama-lovelock') });
    await become('ama-lovelock');
    const done = await tx
      .updateTable('court_report_section')
      .set({ words: 'Other' })
      .where('id', '=', section)
      .executeTakeFirstOrThrow();
    expect(Number(done.numUpdatedRows)).toBe(0);
    await expect(add(tx, child, report)).rejects.toThrow(/row-level security/);
  }));

it('a manager who wrote under one heading, and be it a word of another’s, does not approve the report', () =>
  trial(database(), async ({ tx, become }) => {
    const { report, section } = await lay(tx);
    await become('marguerite-oyelaran');
    await tx
      .updateTable('court_report_section')
      .set({ words: 'Mends bicycles' })
      .where('id', '=', section)
      .execute();
    await become('ama-lovelock');
    const change = (to: object) =>
      tx.updateTable('court_report').set(to).where('id', '=', report).execute();
    await change(sentBy('ama-lovelock'));
    await become('marguerite-oyelaran');
    await expect(change(approvedBy('marguerite-oyelaran'))).rejects.toThrow(/did not write it/);
  }));

it('nobody writes in another child’s report under the name of this one', () =>
  trial(database(), async ({ tx, become }) => {
    const { report } = await lay(tx);
    const other = await makeChild(tx, { worker: 'ama-lovelock' });
    await become('ama-lovelock');
    await expect(add(tx, other, report)).rejects.toThrow(/row-level security/);
  }));

it('the child’s worker writes it', () =>
  trial(database(), async ({ tx, become }) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const report = await layReport(tx, child);
    await become('ama-lovelock');
    await add(tx, child, report);
    expect(await seen(tx, child)).toHaveLength(1);
  }));
