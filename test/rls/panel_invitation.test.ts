import { expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layOrderPanel } from '../support/order-panel.ts';
import { today } from '../support/panels.ts';

const database = sharedDatabase();
type Laid = Awaited<ReturnType<typeof layOrderPanel>>;
const invite = (tx: Tx, { childId, item }: Laid, more: object = { who: 'child' }) =>
  tx
    .insertInto('panel_invitation')
    .values({
      ...{ service_id: serviceId, id: newId(), child_id: childId, panel_item_id: item },
      ...{ who: 'child', told_on: today, how: 'On a visit', ...more },
    })
    .execute();
const seen = (tx: Tx, { childId }: Laid) =>
  tx.selectFrom('panel_invitation').select('id').where('child_id', '=', childId).execute();

it.each(['rosamund-achebe', 'quentin-larkin', 'xanthe-goodenough', 'cleo-abacus'])(
  '%s, who has no part in the child’s life, does not see who is asked to a panel',
  (code) =>
    trial(database(), async ({ tx, become }) => {
      const laid = await layOrderPanel(tx);
      await invite(tx, laid);
      await become(code);
      expect(await seen(tx, laid)).toEqual([]);
    }),
);

it('who is asked about a sealed child is hidden from the service’s own staff', () =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx, { restricted: true });
    await invite(tx, laid);
    for (const code of ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast']) {
      await become(code);
      expect(await seen(tx, laid)).toEqual([]);
    }
  }));

it('a member of the panel from the community sees not who is asked, and asks nobody', () =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    await invite(tx, laid);
    await relate(tx, laid.childId, 'zeb-fairbrother', 'panel');
    await become('zeb-fairbrother');
    expect(await seen(tx, laid)).toEqual([]);
    await expect(invite(tx, laid)).rejects.toThrow(/row-level security/);
  }));

it.each([
  ['given', true],
  ['no-consent', false],
  ['not-sought', false],
])('the worker asks a person harmed whose wishes are %s: %s', (wishes, may) =>
  trial(database(), async ({ tx, become }) => {
    const laid = await layOrderPanel(tx);
    const victim = newId();
    await tx
      .insertInto('victim_involvement')
      .values({
        ...{ service_id: serviceId, id: victim, child_id: laid.childId, label: 'Victim A', wishes },
        ...(wishes === 'no-consent' ? { no_wishes_reason: 'Did not agree' } : {}),
      })
      .execute();
    await become('ama-lovelock');
    const asked = invite(tx, laid, { who: 'victim', victim_involvement_id: victim });
    if (may) await asked;
    else await expect(asked).rejects.toThrow(/row-level security/);
  }),
);
