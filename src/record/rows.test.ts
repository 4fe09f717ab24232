import { beforeAll, describe, expect, it } from 'vitest';
import { makeChild } from '../../test/support/children.ts';
import { actorOf, staffId, testDatabase } from '../../test/support/database.ts';
import { ownerOf } from '../../test/support/panels.ts';
import type { Actor } from '../domain/access/can.ts';
import { asActor, type Tx } from '../platform/db/as-actor.ts';
import { mayClose, mayReport, promiseAction } from './action-rows.ts';
import { keepDecision } from './decisions.ts';
import { addEpisode, episodesOf, unlessTaken } from './episode-rows.ts';
import { addRow, changeRow } from './rows.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let ama: Actor;
let childId = '';
const as = <T>(work: (tx: Tx) => Promise<T>) => asActor(database().app, ama, work);

beforeAll(async () => {
  childId = await asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  ama = await actorOf(database().app, 'ama-lovelock');
});

const school = (provider: string) => ({
  child_id: childId,
  provision: 'mainstream-school',
  provider,
  source: 'school',
  valid_from: '2026-09-01',
});

describe('a row', () => {
  it('is added in its author’s service, and changed only as it was read', async () => {
    await as(async (tx) => {
      const id = await addRow(tx, ama, 'education_episode', school('Northfield'));
      const read = { id, version: 1 };
      expect(await changeRow(tx, 'education_episode', read, { provider: 'Southfield' })).toEqual({
        kind: 'saved',
      });
      expect(await changeRow(tx, 'education_episode', read, { provider: 'Late' })).toEqual({
        kind: 'moved-on',
        id,
      });
      const row = await tx
        .selectFrom('education_episode')
        .select(['provider', 'version', 'created_by', 'service_id'])
        .where('id', '=', id)
        .executeTakeFirst();
      expect(row).toEqual({
        provider: 'Southfield',
        version: 2,
        created_by: ama.staffId,
        service_id: ama.serviceId,
      });
    });
  });

  it('of a child whom its reader does not work with is as if it moved on: nothing tells that it is there', async () => {
    const row = await asOwner(async (tx) => {
      const other = await makeChild(tx, { restricted: true });
      const id = await addRow(tx, ama, 'education_episode', {
        ...school('Hidden'),
        child_id: other,
      });
      return { id, version: 1 };
    });
    expect(await as((tx) => changeRow(tx, 'education_episode', row, { provider: 'Seen' }))).toEqual(
      { kind: 'moved-on', id: row.id },
    );
  });
});

describe('an episode', () => {
  it('ends what it replaces on the day that it begins, and says who checked it', async () => {
    const child = await asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
    const add = (tx: Tx, provider: string, valid_from: string, replaces: boolean) =>
      addEpisode(tx, ama, 'education_episode', {
        childId: child,
        columns: { ...school(provider), child_id: child, valid_from },
        replaces,
        verified: replaces,
        today: '2026-10-06',
      });
    const [now, before] = await as(async (tx) => {
      await add(tx, 'Primary', '2022-09-01', false);
      await add(tx, 'Academy', '2026-09-01', true);
      return episodesOf<Record<never, never>>(tx, 'education_episode', child);
    });
    expect(before).toMatchObject({ provider: 'Primary', valid_to: '2026-09-01', checked_by: null });
    expect(now).toMatchObject({
      provider: 'Academy',
      valid_to: null,
      verified_on: '2026-10-06',
      checked_by: 'Ama Lovelock',
    });
  });

  it('that the database refuses beside another leaves the rest of the work standing', async () => {
    const care = (tx: Tx) =>
      addRow(tx, ama, 'care_episode', {
        child_id: childId,
        status: 'looked-after',
        valid_from: '2026-01-01',
        source: 'social-care',
      });
    await asOwner(async (tx) => {
      expect(await unlessTaken(tx, () => care(tx))).toBe(true);
      expect(await unlessTaken(tx, () => care(tx))).toBe(false);
      expect(await episodesOf(tx, 'care_episode', childId)).toHaveLength(1);
      await expect(
        unlessTaken(tx, async () => {
          throw new Error('Something else');
        }),
      ).rejects.toThrow('Something else');
    });
  });
});

describe('an action', () => {
  const action = {
    owner_id: staffId('ben-thackery'),
    created_by: staffId('ama-lovelock'),
    done_on: null,
    owner_may_close: false,
    add_permission: 'inspection.edit',
  };
  const person = (code: string, role: Actor['role']) => ({ ...ama, staffId: staffId(code), role });

  it('is reported on by whoever owns it or gives such actions, until it is done', () => {
    const owner = person('ben-thackery', 'case-manager');
    expect(mayReport(owner, action, null)).toBe(true);
    expect(mayReport(person('someone', 'case-manager'), action, null)).toBe(false);
    expect(mayReport(person('ursula', 'head-of-service'), action, null)).toBe(true);
    expect(mayReport(owner, { ...action, done_on: '2026-10-01' }, null)).toBe(false);
  });

  it('is said to be done by its owner only where its kind allows it, and else by another who gives such actions', () => {
    const owner = person('ben-thackery', 'case-manager');
    expect(mayClose(owner, action, null)).toBe(false);
    expect(mayClose(owner, { ...action, owner_may_close: true }, null)).toBe(true);
    const head = person('ursula', 'head-of-service');
    expect(mayClose(head, action, null)).toBe(true);
    expect(mayClose(head, { ...action, owner_id: head.staffId }, null)).toBe(false);
    expect(mayClose(head, { ...action, owner_id: null, created_by: head.staffId }, null)).toBe(
      false,
    );
  });

  it('keeps the day that was promised first', async () => {
    const row = await asOwner(async (tx) => {
      const id = await promiseAction(tx, ama, {
        about: { table: 'oversight_entry', id: childId },
        childId,
        what: 'Ring the school',
        owner: { id: ama.staffId, name: 'Ama Lovelock', agency: 'Youth justice' },
        dueOn: '2026-10-20',
      });
      return tx.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    });
    expect(row).toMatchObject({ original_due: '2026-10-20', due_on: '2026-10-20', done_on: null });
  });
});

it('a decision that takes another’s place leaves it standing, marked so', async () => {
  const decided = (replaces: string | null) => ({
    about: { table: 'audit_panel', id: childId },
    question: 'What is the rating?',
    options: ['Good', 'Outstanding'],
    positions: [{ agency: 'Youth justice', by: 'Ama Lovelock', position: 'Good' }],
    information: 'The readings',
    outcome: 'Good',
    rationale: 'The readings agree',
    dissent: null,
    decidedOn: '2026-10-06',
    replaces,
  });
  await asOwner(async (tx) => {
    const [{ about_table: table } = { about_table: '' }] = await tx
      .selectFrom('decision_rule')
      .select('about_table')
      .orderBy('about_table')
      .execute();
    const about = { table, id: childId };
    const first = await keepDecision(tx, ama, { ...decided(null), about });
    await keepDecision(tx, ama, { ...decided(first), about });
    const rows = await tx
      .selectFrom('decision')
      .select(['status', 'replaces_id'])
      .where('about_id', '=', childId)
      .orderBy('created_at')
      .execute();
    expect(rows.map(({ replaces_id }) => replaces_id)).toEqual(
      expect.arrayContaining([null, first]),
    );
    expect(rows.filter(({ status }) => status === 'replaced')).toHaveLength(1);
  });
});
