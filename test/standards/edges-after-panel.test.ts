import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, sharedDatabase, staffId } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { askedOf } from '../support/standards.ts';

const { asked, done, stopped } = askedOf(sharedDatabase());
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });

describe('decisions and disagreements', () => {
  const decided = (more: object) => async (tx: Tx, id: string) =>
    put.decision(tx, id, await put.panelItem(tx, id, await put.referral(tx, id)), more);
  it('police confirm what a panel decided and still stands', async () => {
    for (const status of ['escalated', 'replaced'])
      expect(await stopped('decision_confirmed', decided({ status })), status).toEqual([
        '2026-04-01',
      ]);
    expect(await stopped('decision_confirmed', decided({}))).toEqual([null]);
    expect(await asked('decision_confirmed', decided({ about_table: 'inspection' }))).toEqual([]);
  });

  it('what a panel decided of another referral is no result of this one; the first decision is', async () => {
    const lay = async (tx: Tx, id: string) => {
      const [one, other] = [await put.referral(tx, id), await put.referral(tx, id)];
      for (const referral_id of [one, other])
        await put.assessment(tx, id, '2026-04-02', { referral_id });
      const item = await put.panelItem(tx, id, other);
      await put.decision(tx, id, item, { decided_on: '2026-04-21', status: 'replaced' });
      await put.decision(tx, id, item, { decided_on: '2026-04-20' });
    };
    for (const view of ['police_told', 'panel_after_assessment'])
      expect((await done(view, lay)).sort(), view).toEqual(['2026-04-20', null]);
  });

  it('a disagreement is answered at its own level', async () => {
    const lay = async (tx: Tx, id: string) => {
      const row = {
        ...own(id),
        decision_id: await decided({})(tx, id),
        level: 1,
        grounds: 'Invented',
        parties: 'Police',
        raised_on: '2026-04-01',
        raised_by: staffId('ama-lovelock'),
        due_on: '2026-04-10',
        result: 'upheld',
        resolved_on: '2026-04-09',
        resolved_by: staffId('philippa-standfast'),
      };
      await tx.insertInto('escalation').values(row).execute();
    };
    expect(await done('escalation_answered', lay, 'philippa-standfast')).toEqual(['2026-04-09']);
  });
});

describe('outcomes', () => {
  const given = { given_on: '2026-04-17' };
  it('of a decision that was replaced fall away on its day; of any other they do not', async () => {
    const lay = (status: string) => async (tx: Tx, id: string) => {
      await put.disposal(tx, id, given);
      await tx.updateTable('decision').set({ status }).where('child_id', '=', id).execute();
    };
    for (const view of ['outcome_delivered', 'outcome_finished']) {
      expect(await stopped(view, lay('replaced')), view).toEqual(['2026-04-01']);
      expect(await stopped(view, lay('final')), view).toEqual([null]);
    }
  });

  const plan = (id: string, more: object) => ({
    ...own(id),
    status: 'agreed',
    started_on: '2026-04-02',
    agreed_on: '2026-04-20',
    review_on: '2026-07-20',
    ...more,
  });
  it.each<[string, object, string | null]>([
    ['agreed after it', {}, '2026-04-20'],
    ['agreed before it and still followed', { agreed_on: '2026-03-02' }, '2026-03-02'],
    [
      'ended on its day',
      { status: 'ended', agreed_on: '2026-03-02', ended_on: '2026-04-17' },
      '2026-03-02',
    ],
    ['ended before it', { status: 'ended', agreed_on: '2026-03-02', ended_on: '2026-04-16' }, null],
    ['still a draft', { status: 'draft', agreed_on: null, review_on: null }, null],
  ])('have a plan: %s', async (_what, more, agreed) => {
    const lay = async (tx: Tx, id: string) => {
      await put.disposal(tx, id, given);
      await tx.insertInto('plan').values(plan(id, more)).execute();
    };
    expect(await done('plan_after_outcome', lay)).toEqual([agreed]);
  });

  it('that ended ask for no plan any more, nor does work that has ended', async () => {
    const completed = { ...given, completed_on: '2026-04-20', completion: 'completed' };
    expect(
      await stopped('plan_after_outcome', (tx, id) => put.disposal(tx, id, completed)),
    ).toEqual(['2026-04-20']);
    const ended = async (tx: Tx, id: string) => {
      await put.disposal(tx, id, given);
      await tx
        .updateTable('involvement')
        .set({ ended_on: '2026-04-21', end_reason: 'completed' })
        .where('child_id', '=', id)
        .execute();
    };
    expect(await stopped('plan_after_outcome', ended)).toEqual(['2026-04-21']);
  });

  it('that police wait for are told of once the notice is sent, by its first sending', async () => {
    const lay =
      (...sent: (string | null)[]) =>
      async (tx: Tx, id: string) => {
        const more = {
          outcome: 'outcome-23',
          completion: 'not-completed',
          completed_on: '2026-04-20',
          ...given,
        };
        const disposal_id = await put.disposal(tx, id, more);
        const notice = { kind: 'not-complied', evidence: 'Invented', disposal_id };
        for (const sent_on of sent)
          await tx
            .insertInto('police_notice')
            .values({
              ...own(id),
              ...notice,
              ...(sent_on ? { sent_on, sent_to: 'Desk', proof: 'Receipt' } : {}),
            })
            .execute();
      };
    expect(await done('police_notified', lay(null))).toEqual([null]);
    expect(await done('police_notified', lay('2026-04-21'))).toEqual(['2026-04-21']);
  });

  it('that police were told of one is no notice of another', async () => {
    const lay = async (tx: Tx, id: string) => {
      const more = { outcome: 'outcome-23', completion: 'completed', completed_on: '2026-04-20' };
      await put.disposal(tx, id, { ...given, ...more });
      const disposal_id = await put.disposal(tx, id, { ...given, ...more });
      await tx
        .insertInto('police_notice')
        .values({
          ...own(id),
          ...{ disposal_id, kind: 'completed', evidence: 'Invented' },
          ...{ sent_on: '2026-04-22', sent_to: 'Desk', proof: 'Receipt' },
        })
        .execute();
    };
    expect((await done('police_notified', lay)).sort()).toEqual(['2026-04-22', null]);
  });
});
