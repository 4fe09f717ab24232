import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/access/can.ts';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { ownerOf } from '../support/panels.ts';
import { makeSignedAssessment } from '../support/signed-assessment.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let marguerite: Visitor;
let childId = '';
const work = newId();
const own = newId();
const referral = newId();

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute(async (tx) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', forename: 'Kit' });
      await relate(tx, id, 'marguerite-oyelaran', 'duty');
      await relate(tx, id, 'tegan-bamford-ali', 'partner');
      const row = { service_id: serviceId, child_id: id };
      await tx
        .insertInto('referral')
        .values({
          ...row,
          id: referral,
          source: 'police',
          agency: 'police',
          referred_on: '2026-01-02',
          received_on: '2026-01-02',
          triaged_on: '2026-01-05',
          state: 'decided',
        })
        .execute();
      await tx
        .insertInto('involvement')
        .values([
          { ...row, id: work, referral_id: referral, type: 'outcome-22', started_on: '2026-01-12' },
          { ...row, id: own, type: 'prevention', started_on: '2026-01-10' },
        ])
        .execute();
      await tx
        .insertInto('closure')
        .values({
          ...row,
          id: newId(),
          involvement_id: own,
          status: 'submitted',
          opened_on: '2026-05-01',
          submitted_on: '2026-05-01',
          submitted_by: staffId('marguerite-oyelaran'),
          end_reason: 'completed',
          work_ended_on: '2026-05-01',
        })
        .execute();
      await makeSignedAssessment(tx, id, { kind: 'final', signedOn: '2026-05-01' });
      // The tool's own start day is before the work here, so the final assessment is moved after it.
      await tx
        .updateTable('assessment')
        .set({ started_on: '2026-04-20' })
        .where('child_id', '=', id)
        .execute();
      return id;
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const page = urls.closure.one;
const version = async () =>
  /name="version" value="(\d+)"/.exec(await text(ama.get(page(childId, work))))?.[1] ?? '0';
const written = {
  summary: 'Boxing helped most',
  handover: 'not-decided',
  handover_to: '',
  handover_reason: '',
  child_feedback: 'It was all right. Ama listened.',
  child_feedback_not_known: '',
  parent_feedback: '',
  parent_feedback_not_known: 'Mum did not want to say',
  victims_told: 'no-victim',
  end_reason: 'completed',
  'work_ended_on-day': '1',
  'work_ended_on-month': '6',
  'work_ended_on-year': '2026',
};
const send = async (action: string, change: Record<string, string> = {}) =>
  ama.post(page(childId, work), {
    ...written,
    ...change,
    action,
    version: await version(),
  });
const pass = (check: string, reason = 'Nobody in the family can be reached to ask') =>
  ama.post(urls.closure.pass(childId, work, check), { reason });

const worker: Actor = {
  staffId: staffId('ama-lovelock'),
  serviceId,
  name: 'Ama Lovelock',
  role: 'case-manager',
  agency: 'youth-justice',
  teamId: null,
};
/** What the record itself says, read as the head of service. */
const stateOf = () =>
  asActor(
    database().app,
    { ...worker, staffId: staffId('philippa-standfast'), role: 'head-of-service' },
    async (tx) => ({
      work: await tx
        .selectFrom('involvement')
        .select(['ended_on', 'end_reason'])
        .where('id', '=', work)
        .executeTakeFirst(),
      referral: await tx
        .selectFrom('referral')
        .select('state')
        .where('id', '=', referral)
        .executeTakeFirst(),
      plan: await tx
        .selectFrom('plan')
        .select('status')
        .where('child_id', '=', childId)
        .executeTakeFirst(),
      allocated: await tx
        .selectFrom('relationship')
        .select('ends_at')
        .where('child_id', '=', childId)
        .where('kind', '=', 'allocated')
        .executeTakeFirst(),
    }),
  );

const exceptionsTo = (requirement: string) =>
  asActor(
    database().app,
    { ...worker, staffId: staffId('philippa-standfast'), role: 'head-of-service' },
    async (tx) => {
      const rows = await tx
        .selectFrom('gate_exception')
        .select('id')
        .where('about_id', '=', work)
        .where('requirement', '=', requirement)
        .execute();
      return rows.length;
    },
  );

describe('closing a piece of work', () => {
  it('shows what is still to do, each with a link to where it is done', async () => {
    await ama.post(urls.plans.start(childId), { exit_text: 'Boxing club', exit_who: 'Coach Jo' });
    const answer = await text(ama.get(page(childId, work)));
    expect(answer).toContain('Follow up the exit steps that wait for an answer: 1');
    expect(answer).toContain(urls.plans.current(childId));
    expect(answer).toContain('where the child lives');
  });

  it('is not sent while the hand-over is neither accepted nor declined with a reason', async () => {
    const answer = await send('submit');
    expect(answer.status).toBe(422);
    const said = await answer.text();
    expect(said).toContain('Select whether the hand-over was accepted');
    expect(said).toContain('Boxing helped most');
    expect((await send('submit', { handover: 'declined' })).status).toBe(422);
  });

  it('may be saved half-filled and gone on with', async () => {
    expect((await send('save')).status).toBe(303);
    expect(await text(ama.get(page(childId, work)))).toContain('Ama listened.');
  });

  it('may pass a line with a reason of some length, which is shown', async () => {
    expect((await pass('record-gaps', 'No')).status).toBe(422);
    expect((await pass('record-gaps')).status).toBe(303);
    // Pressed twice at once, it is still one exception to count.
    const twice = await Promise.all([pass('exit-steps'), pass('exit-steps')]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await exceptionsTo('exit-steps')).toBe(1);
    expect(await text(ama.get(page(childId, work)))).toContain('Nobody in the family');
  });

  it('of a child who stopped taking part is not sent before it says what kept them from it', async () => {
    const given = { handover: 'accepted', handover_to: 'Coach Jo', end_reason: 'not-engaged' };
    const answer = await send('submit', given);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choose what kept the child or family from taking part');
  });

  it('goes to the manager when nothing stands in the way', async () => {
    const given = { handover: 'accepted', handover_to: 'Coach Jo, boxing club' };
    expect((await send('submit', given)).status).toBe(303);
    expect(await text(ama.get(urls.closure.list(childId)))).toContain(
      'Closing waits for a manager',
    );
  });

  it('whoever still writes while a manager has it is told so, and has their words back', async () => {
    const late = await ama.post(page(childId, work), {
      ...written,
      summary: 'He asked about cooking too',
      action: 'save',
      version: '1',
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toMatch(
      /A manager has the closing now[\s\S]*He asked about cooking too/,
    );
    const passed = await pass('exit-steps', 'The coach has moved away');
    expect(passed.status).toBe(409);
    expect(await passed.text()).toContain('The coach has moved away');
    expect((await ama.get(urls.closure.pass(childId, work, 'exit-steps'))).status).toBe(409);
  });
});

const versionOn = async (visitor: Visitor, path: string) =>
  /name="version" value="(\d+)"/.exec(await text(visitor.get(path)))?.[1] ?? '';

/** Answers as somebody who has just opened the page. */
const judge = async (visitor: Visitor, path: string, verdict: string, note = '') =>
  visitor.post(path, { verdict, manager_note: note, version: await versionOn(visitor, path) });

describe('approving a closing', () => {
  it('is refused to whoever sent it', async () => {
    const answer = await judge(marguerite, urls.closure.approve(childId, own), 'approve');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('another manager has to approve it');
  });

  it('is not the worker’s', async () => {
    const answer = await ama.post(urls.closure.approve(childId, work), { verdict: 'approve' });
    expect(answer.status).toBe(403);
  });

  it('may send it back with what is still to do, and the worker sends it again', async () => {
    const path = urls.closure.approve(childId, work);
    expect((await judge(marguerite, path, 'return')).status).toBe(422);
    const read = await versionOn(marguerite, path);
    await judge(marguerite, path, 'return', 'Ask the school too');
    expect(await text(ama.get(page(childId, work)))).toContain('Ask the school too');
    await send('submit', { handover: 'accepted', handover_to: 'Coach Jo' });
    // Whoever read the first one has not read what was sent again.
    const late = await marguerite.post(path, {
      verdict: 'approve',
      manager_note: 'Good work',
      version: read,
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Good work');
  });

  it('waits when a change opened a review meanwhile', async () => {
    const recorded = await ama.post(urls.reviews.record(childId, 'arrest'), {
      'happened_on-day': '8',
      'happened_on-month': '1',
      'happened_on-year': '2026',
      'known_on-day': '8',
      'known_on-month': '1',
      'known_on-year': '2026',
      detail: 'Arrested with two others',
      source: 'Police',
    });
    const answer = await judge(marguerite, urls.closure.approve(childId, work), 'approve');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Hold the open reviews: 1');
    const review = recorded.headers.get('location') ?? '';
    await ama.post(review, {
      version: '1',
      findings: 'No further action by police',
      result: 'nothing-changed',
      no_change_reason: 'A mistake of identity',
    });
  });

  it('ends the work and closes its referral; while other work is live the plan and the worker stay', async () => {
    // Two managers at once: one approves, the other is told that it is done.
    const philippa = await site.as('philippa-standfast');
    const path = urls.closure.approve(childId, work);
    const approval = {
      verdict: 'approve',
      manager_note: 'Good work',
      version: await versionOn(marguerite, path),
    };
    const answers = await Promise.all(
      [marguerite, philippa].map((manager) => manager.post(path, approval)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await stateOf()).toMatchObject({
      work: { ended_on: '2026-06-01', end_reason: 'completed' },
      referral: { state: 'closed' },
      plan: { status: 'draft' },
      allocated: { ends_at: null },
    });
  });

  it('of the last work ends the plan and the access of everybody who worked with the child', async () => {
    const tegan = await site.as('tegan-bamford-ali');
    expect((await tegan.get(urls.child.overview(childId))).status).toBe(200);
    const philippa = await site.as('philippa-standfast');
    const path = urls.closure.approve(childId, own);
    // Sent by a manager without the worker's answers: it goes back, the worker finishes it, another manager approves.
    await judge(philippa, path, 'return', 'The worker finishes it');
    const mine = page(childId, own);
    for (const check of ['record-gaps', 'exit-steps'])
      await ama.post(urls.closure.pass(childId, own, check), {
        reason: 'Nobody in the family can be reached to ask',
      });
    const at = /name="version" value="(\d+)"/.exec(await text(ama.get(mine)))?.[1] ?? '';
    await ama.post(mine, {
      ...written,
      handover: 'not-needed',
      handover_reason: 'School and Nan carry on',
      end_reason: 'withdrew',
      disengagement_reason: 'fear-of-others',
      action: 'submit',
      version: at,
    });
    expect(await text(philippa.get(path))).toContain('Afraid of meeting others');
    expect((await judge(philippa, path, 'approve')).status).toBe(303);
    expect(await text(philippa.get(urls.closure.list(childId)))).toContain('Afraid of meeting');
    const state = await stateOf();
    expect(state.plan).toEqual({ status: 'ended' });
    expect((await judge(philippa, path, 'approve')).status).toBe(409);
    expect(state.allocated?.ends_at).not.toBeNull();
    expect((await tegan.get(urls.child.overview(childId))).status).toBe(404);
  });
});

it('an appointment left after the last work is asked about before it ends, and is no plain “next” once nobody works with the child', async () => {
  const asOwner = ownerOf(database);
  const { left, last } = await asOwner(async (tx) => {
    const id = await makeChild(tx, { worker: 'ama-lovelock' });
    await put.contact(tx, id, '2999-01-02', {
      ...{ status: 'planned', held_at: null, planned_at: '2999-01-02T10:00:00Z' },
      ...{ attendance: null, child_seen: 'not-applicable' },
    });
    return { left: id, last: await put.involvement(tx, id) };
  });
  const asked = 'Call off what is still planned with the child: 1';
  expect(await text(ama.get(page(left, last)))).toContain(asked);
  const warned = 'No work is open';
  expect(await text(ama.get(urls.child.overview(left)))).not.toContain(warned);
  await asOwner((tx) =>
    tx
      .updateTable('involvement')
      .set({ ended_on: '2026-05-01', end_reason: 'completed' })
      .where('id', '=', last)
      .execute(),
  );
  expect(await text(ama.get(urls.child.overview(left)))).toContain(warned);
});
