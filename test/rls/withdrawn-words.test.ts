import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { relate } from '../support/children.ts';
import { sharedDatabase, trial } from '../support/database.ts';
import { layPanel, seat } from '../support/panel-rows.ts';

const database = sharedDatabase();
const words = 'I want him to mend the fence. I am still frightened.';

/** A member's seat at a panel whose paper holds a victim's words, in the state given. */
async function paperWithWords(tx: Tx, state: 'ready' | 'decided' = 'ready') {
  const rows = await layPanel(tx);
  await seat(tx, rows.childId);
  await relate(tx, rows.childId, 'ursula-peaceful', 'co-worker');
  await tx.updateTable('panel_item').set({ state }).where('id', '=', rows.item).execute();
  const line = newId();
  await tx
    .insertInto('victim_involvement')
    .values({
      ...rows.own,
      id: line,
      label: 'Victim A',
      wishes: 'given',
      shared_with_worker: words,
      shared_on: '2026-01-10',
      share_consent_on: '2026-01-10',
    })
    .execute();
  const content = { victims: [{ label: 'Victim A', wishes: 'Given', shared: words }] };
  const paper = newId();
  await tx
    .insertInto('panel_paper')
    .values({
      ...rows.own,
      id: paper,
      panel_item_id: rows.item,
      content: JSON.stringify(content),
    })
    .execute();
  return { ...rows, line, paper };
}

const papers = (tx: Tx, childId: string) =>
  tx.selectFrom('panel_paper').select('id').where('child_id', '=', childId).execute();
const share = (tx: Tx, line: string, shared: string | null) =>
  tx
    .updateTable('victim_involvement')
    .set({ shared_with_worker: shared })
    .where('id', '=', line)
    .execute();
const historyOfPapers = (tx: Tx, childId: string) =>
  tx
    .selectFrom('change_log')
    .select('id')
    .where('child_id', '=', childId)
    .where('table_name', '=', 'panel_paper')
    .execute();

describe('a victim’s words in a panel paper', () => {
  it.each([
    ['takes all of them back', null],
    ['shares less', 'I want him to mend the fence.'],
  ])('are gone for everyone when the victim %s before the panel has decided', (_how, shared) =>
    trial(database(), async ({ tx, become }) => {
      const rows = await paperWithWords(tx);
      await become('xanthe-goodenough');
      expect(await papers(tx, rows.childId)).toEqual([{ id: rows.paper }]);
      await become('ursula-peaceful');
      await share(tx, rows.line, shared);
      for (const code of ['xanthe-goodenough', 'ama-lovelock', 'marguerite-oyelaran']) {
        await become(code);
        expect(await papers(tx, rows.childId), code).toEqual([]);
        expect(await historyOfPapers(tx, rows.childId), code).toEqual([]);
      }
      const item = await tx
        .selectFrom('panel_item')
        .select(['state', 'state_reason'])
        .where('id', '=', rows.item)
        .executeTakeFirstOrThrow();
      expect(item.state).toBe('listed');
      expect(item.state_reason).toContain('make it anew');
    }),
  );

  it('are gone too when the victim’s line is closed', () =>
    trial(database(), async ({ tx, become }) => {
      const rows = await paperWithWords(tx);
      await become('ursula-peaceful');
      await tx
        .updateTable('victim_involvement')
        .set({ ended_on: '2026-02-01', end_reason: 'no-contact-wanted' })
        .where('id', '=', rows.line)
        .execute();
      await become('xanthe-goodenough');
      expect(await papers(tx, rows.childId)).toEqual([]);
    }));

  it('stay while the victim only adds to them', () =>
    trial(database(), async ({ tx, become }) => {
      const rows = await paperWithWords(tx);
      await become('ursula-peaceful');
      await share(tx, rows.line, `${words} And a letter.`);
      await become('xanthe-goodenough');
      expect(await papers(tx, rows.childId)).toEqual([{ id: rows.paper }]);
    }));

  it('stay in the paper that a decision rests on', () =>
    trial(database(), async ({ tx, become }) => {
      const rows = await paperWithWords(tx, 'decided');
      await become('ursula-peaceful');
      await share(tx, rows.line, null);
      await become('xanthe-goodenough');
      expect(await papers(tx, rows.childId)).toEqual([{ id: rows.paper }]);
    }));
});

it('only the newest paper about a child stands', () =>
  trial(database(), async ({ tx, become }) => {
    const rows = await layPanel(tx);
    await seat(tx, rows.childId);
    await become('ama-lovelock');
    const newer = newId();
    await tx
      .insertInto('panel_paper')
      .values({
        ...rows.own,
        id: newer,
        panel_item_id: rows.item,
        content: JSON.stringify({ summary: 'Newer' }),
      })
      .execute();
    await become('xanthe-goodenough');
    expect(await papers(tx, rows.childId)).toEqual([{ id: newer }]);
  }));
