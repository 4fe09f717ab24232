import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { missedRun } from '../../src/domain/contacts/attendance.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { dutiesOf } from '../../src/platform/db/due-work.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, sharedDatabase, staffId, trialOfDuties } from '../support/database.ts';
import { duties, put } from '../support/duties.ts';

const database = sharedDatabase();
const own = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });
const ofChild = (work: (tx: Tx, id: string) => Promise<void>) =>
  trialOfDuties(database(), async ({ tx }) => {
    const id = await makeChild(tx, { worker: 'ama-lovelock' });
    await work(tx, id);
  });
const withWork = (work: (tx: Tx, id: string) => Promise<void>) =>
  ofChild(async (tx, id) => {
    await put.involvement(tx, id);
    await work(tx, id);
  });
const home = (tx: Tx, id: string, more: object) =>
  tx
    .insertInto('child_address')
    .values({
      ...own(id),
      lines: '1 Quay Street',
      accommodation_type: 'parents',
      valid_from: '2026-04-01',
      source: 'child',
      ...more,
    })
    .execute();
const warn = (tx: Tx, id: string, kind: string) =>
  tx
    .insertInto('warning')
    .values({
      ...own(id),
      kind,
      detail: 'Invented',
      owner_id: staffId('ama-lovelock'),
      raised_on: '2026-04-01',
      review_on: '2026-10-01',
    })
    .execute();
const proposed = async (tx: Tx, id: string) =>
  (
    await tx
      .selectFrom('change_proposed')
      .select('type')
      .where('child_id', '=', id)
      .where('service_id', '=', serviceId)
      .execute()
  ).map(({ type }) => type);
const steps = (tx: Tx, id: string) =>
  tx
    .selectFrom('work_step')
    .select(['kind', 'owner_id', 'state'])
    .where('child_id', '=', id)
    .where('service_id', '=', serviceId)
    .orderBy('kind')
    .execute();

describe('the record proposes a change', () => {
  it('when a child sofa-surfs, or the home is not suitable, and not for a settled home', () =>
    withWork(async (tx, id) => {
      await home(tx, id, { valid_to: '2026-04-02' });
      await home(tx, id, { valid_from: '2026-04-02', valid_to: '2026-04-03', suitable: 'yes' });
      expect(await proposed(tx, id)).toEqual([]);
      await home(tx, id, { valid_from: '2026-04-03', accommodation_type: 'sofa-surfing' });
      expect(await proposed(tx, id)).toEqual(['sofa-surfing']);
      expect(await duties(tx, 'change_answered', id)).toEqual([
        { due: '2026-04-08', done: null, stopped: null },
      ]);
    }));

  it('when a home that was settled is found not suitable', () =>
    withWork(async (tx, id) => {
      await home(tx, id, {});
      await tx
        .updateTable('child_address')
        .set({ suitable: 'no' })
        .where('child_id', '=', id)
        .where('service_id', '=', serviceId)
        .execute();
      expect(await proposed(tx, id)).toEqual(['housing-move']);
    }));

  it('when a warning of danger is raised, and not for help that a child needs', () =>
    withWork(async (tx, id) => {
      await warn(tx, id, 'communication-need');
      expect(await proposed(tx, id)).toEqual([]);
      await warn(tx, id, 'exploitation');
      expect(await proposed(tx, id)).toEqual(['exploitation-signal']);
    }));

  it('once for a run of missed contacts, from the number at which worker and manager are warned', () =>
    withWork(async (tx, id) => {
      const miss = (day: string) =>
        put.contact(tx, id, day, {
          attendance: 'unacceptable-absence',
          absence_reason: 'forgot',
          child_seen: 'not-seen',
        });
      const runs = [];
      for (const day of ['2026-04-02', '2026-04-07', '2026-04-08']) {
        await miss(day);
        runs.push(await proposed(tx, id));
      }
      expect(runs).toEqual([[], ['missed-contacts'], ['missed-contacts']]);
      const missed = [1, 2].map((count) =>
        Array.from({ length: count }, (_each, on) => ({
          on: `${on}`,
          attendance: 'unacceptable-absence' as const,
        })),
      );
      expect(missed.map((contacts) => missedRun(contacts).isWarning)).toEqual([false, true]);
      await put.contact(tx, id, '2026-04-09');
      await miss('2026-04-10');
      await miss('2026-04-13');
      expect(await proposed(tx, id)).toEqual(['missed-contacts', 'missed-contacts']);
    }));

  it('not while nobody works with the child', () =>
    ofChild(async (tx, id) => {
      await warn(tx, id, 'exploitation');
      expect(await proposed(tx, id)).toEqual([]);
    }));

  it('and it stands on the home of the child’s worker, who may not read every address', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock' });
      await put.involvement(tx, id);
      await home(tx, id, { accommodation_type: 'street-homeless', non_disclosure: true });
      const actor = await become('ama-lovelock');
      const mine = (await dutiesOf(tx, actor)).filter(({ childId }) => childId === id);
      expect(mine.map(({ what }) => what)).toContain(
        'Record the change, or say why not: a home that is not settled or not suitable',
      );
    }));
});

describe('nothing closes into nothing', () => {
  const referral = (tx: Tx, id: string, more: object) =>
    put.referral(tx, id, {
      state: 'awaiting-allocation',
      allocated_on: null,
      allocated_to: null,
      ...more,
    });
  const ama = () => staffId('ama-lovelock');

  it.each(['court', 'bail-remand', 'transfer-in', 'caretaking'])(
    'a referral on the pathway %s leaves a step with the child’s worker',
    (pathway) =>
      ofChild(async (tx, id) => {
        await referral(tx, id, { pathway });
        expect(await steps(tx, id)).toEqual([{ kind: pathway, owner_id: ama(), state: 'open' }]);
      }),
  );

  it('a child of another area too, and an out-of-court case leaves none', () =>
    ofChild(async (tx, id) => {
      await referral(tx, id, {});
      expect(await steps(tx, id)).toEqual([]);
      await referral(tx, id, { area: 'another', state: 'signposted', pathway: null });
      expect((await steps(tx, id)).map(({ kind }) => kind)).toEqual(['other-area']);
    }));

  it('triage that is done again takes back what nobody has seen to', () =>
    ofChild(async (tx, id) => {
      const one = await referral(tx, id, { pathway: 'court' });
      await tx
        .updateTable('referral')
        .set({ pathway: 'bail-remand' })
        .where('id', '=', one)
        .where('service_id', '=', serviceId)
        .execute();
      expect((await steps(tx, id)).map(({ kind }) => kind)).toEqual(['bail-remand']);
    }));

  it('a charge leaves a step, help until court another once it is given, and a decision of police a third', () =>
    ofChild(async (tx, id) => {
      const referralId = await put.referral(tx, id);
      const item = await put.panelItem(tx, id, referralId);
      const decision_id = await put.decision(tx, id, item, { outcome: 'charge' });
      const disposal = {
        ...own(id),
        referral_id: referralId,
        decision_id,
        outcome: 'charge',
        decided_on: '2026-04-16',
      };
      await tx.insertInto('disposal').values(disposal).execute();
      expect((await steps(tx, id)).map(({ kind }) => kind)).toEqual(['charge']);
      await tx
        .updateTable('disposal')
        .set({ given_on: '2026-04-17' })
        .where('id', '=', disposal.id)
        .where('service_id', '=', serviceId)
        .execute();
      await tx
        .insertInto('police_notice')
        .values({
          ...own(id),
          disposal_id: disposal.id,
          kind: 'not-complied',
          evidence: 'Invented',
          sent_on: '2026-04-20',
          sent_to: 'police',
          proof: 'letter',
          police_decision: 'Charged',
        })
        .execute();
      expect((await steps(tx, id)).map(({ kind }) => kind)).toEqual([
        'charge',
        'help-after-charge',
        'police-decision',
      ]);
    }));

  it('a step stands on a manager’s home until somebody has the child, and goes along to the next worker', () =>
    trialOfDuties(database(), async ({ tx, become }) => {
      const id = await makeChild(tx);
      await referral(tx, id, { pathway: 'court' });
      const manager = await become('marguerite-oyelaran');
      const theirs = (await dutiesOf(tx, manager)).filter(({ childId }) => childId === id);
      expect(theirs.map(({ standard }) => standard)).toContain('work-step');
    }));

  it('a step goes along with the child', () =>
    ofChild(async (tx, id) => {
      await referral(tx, id, { pathway: 'court' });
      await tx
        .updateTable('relationship')
        .set({ ends_at: new Date().toISOString() })
        .where('child_id', '=', id)
        .where('service_id', '=', serviceId)
        .execute();
      expect((await steps(tx, id)).map(({ owner_id }) => owner_id)).toEqual([null]);
      await relate(tx, id, 'ben-thackery', 'allocated');
      expect((await steps(tx, id)).map(({ owner_id }) => owner_id)).toEqual([
        staffId('ben-thackery'),
      ]);
    }));

  it('what is planned, promised and to be looked at again goes to whoever works with the child next; what is done, another’s, another child’s or still theirs stays', () =>
    trialOfDuties(database(), async ({ tx }) => {
      const [id, other] = [await makeChild(tx), await makeChild(tx)];
      const ended = new Date(Date.now() - 60_000);
      for (const code of ['ama-lovelock', 'ben-thackery'])
        await relate(tx, id, code, 'allocated', ended);
      await relate(tx, id, 'ben-thackery', 'co-worker');
      const laid = [
        { child: id, code: 'ama-lovelock', done: false, next: 'chandra-pell' },
        { child: id, code: 'ama-lovelock', done: true, next: 'ama-lovelock' },
        { child: id, code: 'ben-thackery', done: false, next: 'ben-thackery' },
        { child: id, code: 'marguerite-oyelaran', done: false, next: 'marguerite-oyelaran' },
        { child: other, code: 'ama-lovelock', done: false, next: 'ama-lovelock' },
      ];
      for (const { child, code, done } of laid) await layWork(tx, child, staffId(code), done);
      await relate(tx, id, 'chandra-pell', 'allocated');
      for (const child of [id, other]) {
        const whose = laid
          .filter((row) => row.child === child)
          .map(({ done, next }) => `${done ? 'done' : 'open'} ${staffId(next)}`)
          .sort();
        expect(await workOf(tx, child)).toEqual({ contact: whose, warning: whose, action: whose });
      }
    }));
});

/** A contact, a warning and a promise of somebody. */
async function layWork(tx: Tx, child: string, staff: string, done: boolean): Promise<void> {
  const day = '2026-04-02';
  await put.contact(tx, child, day, {
    worker_id: staff,
    ...(done ? {} : { status: 'planned', attendance: null }),
  });
  await tx
    .insertInto('warning')
    .values({
      ...own(child),
      kind: 'exploitation',
      detail: 'Invented',
      owner_id: staff,
      raised_on: day,
      review_on: '2026-10-01',
      ...(done ? { ended_on: day, end_reason: 'It is over' } : {}),
    })
    .execute();
  await tx
    .insertInto('action')
    .values({
      ...own(child),
      about_table: 'panel_item',
      about_id: newId(),
      what: 'Ring the school',
      owner_id: staff,
      owner_name: 'Invented',
      agency: 'yjs',
      original_due: day,
      due_on: day,
      ...(done ? { done_on: day, evidence: 'They rang' } : {}),
    })
    .execute();
}

/** Whether each piece of work with a child is done, and whose it is. */
async function workOf(tx: Tx, child: string): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ kind: string; whose: string[] }>`
    select kind, array_agg(case when done then 'done ' else 'open ' end || owner) as whose from (
      select 'contact' as kind, service_id, child_id, status = 'recorded' as done, worker_id as owner from contact
      union all select 'warning', service_id, child_id, ended_on is not null, owner_id from warning
      union all select 'action', service_id, child_id, done_on is not null, owner_id from action) w
    where service_id = ${serviceId} and child_id = ${child} group by kind`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, whose }) => [kind, whose.sort()]));
}
