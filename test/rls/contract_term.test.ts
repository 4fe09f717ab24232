import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, trialOfDuties } from '../support/database.ts';
import { layMeeting, layOrderPanel } from '../support/order-panel.ts';
import { today } from '../support/panels.ts';

const database = sharedDatabase();
type Laid = Awaited<ReturnType<typeof layOrderPanel>>;
const add = (tx: Tx, { serviceId, childId }: Laid, meeting: string) =>
  tx
    .insertInto('contract_term')
    .values({
      ...{ service_id: serviceId, id: newId(), child_id: childId, order_meeting_id: meeting },
      ...{ what: 'Mend a bicycle', due_on: today },
    })
    .execute();
const seen = (tx: Tx, { childId }: Laid) =>
  tx.selectFrom('contract_term').select('id').where('child_id', '=', childId).execute();

it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
  '%s, who has no part in the child’s life, does not see what the child promised',
  (code) =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const laid = await layOrderPanel(tx);
      await add(tx, laid, await layMeeting(tx, laid));
      await become(code);
      expect(await seen(tx, laid)).toEqual([]);
    }),
);

it('what a sealed child promised is hidden from the service’s own staff', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx, { restricted: true });
    await add(tx, laid, await layMeeting(tx, laid));
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, laid)).toEqual([]);
    }
  }));

it.each(['quentin-larkin', 'zeb-fairbrother'])('%s adds no term to a contract', (code) =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    const meeting = await layMeeting(tx, laid);
    await relate(tx, laid.childId, code, 'partner');
    await become(code);
    await expect(add(tx, laid, meeting)).rejects.toThrow(/row-level security/);
  }),
);

it('the worker adds terms until the contract is signed, and changes none', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    const meeting = await layMeeting(tx, laid);
    await become('ama-lovelock');
    await add(tx, laid, meeting);
    expect(await seen(tx, laid)).toHaveLength(1);
    await expect(
      tx.updateTable('contract_term').set({ what: 'Another' }).execute(),
    ).rejects.toThrow(/permission denied/);
  }));

it('a contract that is signed takes no new term', () =>
  trialOfDuties(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    const signed = { child_signed: true, parent_signed: 'Mum', panel_signed: 'Zeb' };
    const meeting = await layMeeting(tx, laid, { ...signed, signed_on: today });
    await become('ama-lovelock');
    await expect(add(tx, laid, meeting)).rejects.toThrow(/row-level security/);
  }));
