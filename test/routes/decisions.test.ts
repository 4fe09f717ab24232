import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import {
  agreedDecision,
  boxes,
  idIn,
  makeReady,
  makeReferredChild,
  markAllPresent,
  ownerOf,
  setUpPanel,
  today,
  versionIn,
} from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let marguerite: Visitor;
let quentin: Visitor;
let philippa: Visitor;

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  marguerite = await site.as('marguerite-oyelaran');
  quentin = await site.as('quentin-larkin');
  philippa = await site.as('philippa-standfast');
  return () => site.jobs.stop();
});

const text = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

/** A child ready to be decided about, everyone having come. */
async function heard(admission = 'yes', present = true) {
  const made = await asOwner((tx) => makeReferredChild(tx, { admission }));
  const panelId = await setUpPanel(marguerite);
  const item = await makeReady(ama, made.childId, made.referralId, panelId);
  if (present) await markAllPresent(marguerite, panelId);
  const decide = `/children/${made.childId}/panel/${item}/decide`;
  return { ...made, panelId, item, decide };
}

async function decided(change: Record<string, string | string[]> = {}) {
  const made = await heard();
  const version = versionIn(await text(marguerite, made.decide));
  const answer = await marguerite.post(made.decide, agreedDecision(version, change));
  const decision = idIn(answer);
  return { ...made, decision, page: `/children/${made.childId}/decisions/${decision}` };
}

async function confirmed(change: Record<string, string | string[]> = {}) {
  const made = await decided(change);
  const version = versionIn(await text(quentin, made.page));
  await quentin.post(`${made.page}/confirm`, { version });
  const disposal = await asOwner((tx) =>
    tx
      .selectFrom('disposal')
      .select('id')
      .where('decision_id', '=', made.decision)
      .executeTakeFirstOrThrow(),
  );
  return { ...made, outcome: `/children/${made.childId}/outcomes/${disposal.id}` };
}

const give = {
  ...boxes('given-on', today),
  'given-by': 'PC 4287',
  'appropriate-adult': 'Mother',
};

describe('recording a decision', () => {
  it('needs both agencies’ positions, identity and fairness, and reasons', async () => {
    const { decide } = await heard();
    const version = versionIn(await text(marguerite, decide));
    const answer = await marguerite.post(
      decide,
      agreedDecision(version, { 'position-police': '', diversity: ' ', rationale: '' }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter the position of police');
    expect(page).toContain('identity and any unfair treatment');
    expect(page).toContain('Enter the reasons for the decision');
    expect(page).toContain('What the child and the shop said');
  });

  it('lighter or heavier than the gravity usually leads to needs its reason', async () => {
    const { decide } = await heard();
    const version = versionIn(await text(marguerite, decide));
    const heavier = agreedDecision(version, { outcome: 'youth-caution' });
    const answer = await marguerite.post(decide, heavier);
    expect(await answer.text()).toContain('heavier than gravity 2 usually leads to');
    const again = await marguerite.post(decide, {
      ...heavier,
      'departure-reason': 'The third in a month',
    });
    expect(again.status).toBe(303);
  });

  it('a caution is not open to a child who does not admit it', async () => {
    const { decide } = await heard('no');
    const version = versionIn(await text(marguerite, decide));
    const answer = await marguerite.post(
      decide,
      agreedDecision(version, { answer: 'denies', outcome: 'youth-caution' }),
    );
    expect(await answer.text()).toContain('Youth caution is not open to a child who has answered');
  });

  it('before the paper is made there is nothing to decide', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(marguerite);
    const item = idIn(
      await ama.post(`/children/${childId}/panel`, { referral: referralId, panel: panelId }),
    );
    expect((await marguerite.get(`/children/${childId}/panel/${item}/decide`)).status).toBe(404);
  });

  it('without everyone who must be there it is refused, unless an exception is recorded', async () => {
    const { decide, childId, item, panelId } = await heard('yes', false);
    expect(await text(marguerite, decide)).toContain('Police must be present');
    expect(await text(marguerite, `/panels/${panelId}`)).toContain('Attendance not marked yet');
    const version = await asOwner((tx) =>
      tx
        .selectFrom('panel_item')
        .select('version')
        .where('id', '=', item)
        .executeTakeFirstOrThrow(),
    );
    const form = agreedDecision(String(version.version));
    expect((await marguerite.post(decide, form)).status).toBe(422);
    await marguerite.post(`/children/${childId}/panel/${item}/gate`, {
      requirement: 'quorum',
      reason: 'Snow closed the roads; police agreed by telephone',
    });
    expect((await marguerite.post(decide, form)).status).toBe(303);
    expect(await text(ama, `/children/${childId}/panel`)).toContain('Snow closed the roads');
  });

  it('a step that comes open again after the paper was made holds the decision back', async () => {
    const { decide, childId, referralId } = await heard();
    await asOwner((tx) =>
      tx
        .insertInto('information_request')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: childId,
          referral_id: referralId,
          agency: 'education',
          record_class: 'RC9',
          question: 'How is school?',
          asked_on: today,
          due_on: today,
          status: 'answered',
          answered_on: today,
          answer_for_team: 'Comes most days',
        })
        .execute(),
    );
    expect(await text(marguerite, decide)).toContain('nobody has marked as used or not relevant');
    const held = await marguerite.post(decide, agreedDecision('1'));
    expect(held.status).toBe(422);
  });

  it('a case manager or a panel member does not record it', async () => {
    const { decide } = await heard();
    expect((await ama.get(decide)).status).toBe(403);
    const zeb = await site.as('zeb-fairbrother');
    expect((await zeb.post(decide, agreedDecision('1'))).status).toBe(403);
  });

  it('the second of two people is shown that a decision stands, and loses no word', async () => {
    const { decide } = await heard();
    const version = versionIn(await text(marguerite, decide));
    expect((await philippa.post(decide, agreedDecision(version))).status).toBe(303);
    const second = await marguerite.post(
      decide,
      agreedDecision(version, { rationale: 'Words that must not be lost' }),
    );
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Words that must not be lost');
  });

  it('the child’s worker reads it, with who was heard and what each agency thought', async () => {
    const { page } = await decided();
    const read = await text(ama, page);
    expect(read).toContain('A first time, and sorry');
    expect(read).toContain('Quentin Larkin, Police');
    expect(read).toContain('Waiting for the police lead to confirm');
  });
});

describe('after the decision', () => {
  it('police confirm it, and only then is the outcome given', async () => {
    const made = await decided();
    const disposal = await asOwner((tx) =>
      tx
        .selectFrom('disposal')
        .select('id')
        .where('decision_id', '=', made.decision)
        .executeTakeFirstOrThrow(),
    );
    const outcome = `/children/${made.childId}/outcomes/${disposal.id}`;
    expect(await text(ama, outcome)).toContain('when the police lead has confirmed');
    expect((await ama.post(outcome, { ...give, version: '1' })).status).toBe(422);
    expect((await marguerite.post(`${made.page}/confirm`, { version: '1' })).status).toBe(403);
    await quentin.post(`${made.page}/confirm`, {
      version: versionIn(await text(quentin, made.page)),
    });
    expect(await text(ama, made.page)).toContain('by Quentin Larkin');
    const given = await ama.post(outcome, {
      ...give,
      version: versionIn(await text(ama, outcome)),
    });
    expect(given.status).toBe(303);
    const work = await asOwner((tx) =>
      tx
        .selectFrom('involvement')
        .select(['type', 'started_on'])
        .where('child_id', '=', made.childId)
        .execute(),
    );
    expect(work).toEqual([{ type: 'community-resolution', started_on: today }]);
  });

  it('the police officer who gives the outcome may say so, and the work begins', async () => {
    const { childId, outcome } = await confirmed();
    const version = versionIn(await text(quentin, outcome));
    expect((await quentin.post(outcome, { ...give, version })).status).toBe(303);
    expect(await text(ama, `/children/${childId}/panel`)).toContain('Given');
  });

  it('no further action without help closes the referral and begins no work', async () => {
    const { childId, referralId, outcome } = await confirmed({
      outcome: 'no-further-action',
      'departure-reason': 'The shop asks for nothing',
    });
    const version = versionIn(await text(ama, outcome));
    await ama.post(outcome, { ...give, support: 'no', version });
    const after = await asOwner(async (tx) => ({
      referral: await tx
        .selectFrom('referral')
        .select('state')
        .where('id', '=', referralId)
        .executeTakeFirstOrThrow(),
      work: await tx
        .selectFrom('involvement')
        .select('id')
        .where('child_id', '=', childId)
        .execute(),
    }));
    expect(after).toEqual({ referral: { state: 'closed' }, work: [] });
  });

  it('a disagreement holds the outcome back, goes up a level and is answered by somebody else', async () => {
    const { page, childId } = await decided();
    const zeb = await site.as('zeb-fairbrother');
    await zeb.post(`${page}/escalate`, { grounds: 'Too heavy for a first time' });
    expect(await text(ama, page)).toContain('A disagreement is open');
    await quentin.post(`${page}/escalate`, { grounds: 'Managers did not agree' });
    const read = await text(philippa, page);
    expect(read).toContain('Taken up a level');
    const [step] = read.match(/escalations\/[0-9a-f-]{36}(?![\s\S]*escalations\/)/) ?? [];
    const path = `/children/${childId}/${step}`;
    expect(
      (await marguerite.post(path, { result: 'upheld', note: 'x', version: '1' })).status,
    ).toBe(403);
    const version = versionIn(await text(philippa, path));
    const answer = await philippa.post(path, {
      result: 'changed',
      note: 'New facts about the child’s part',
      version,
    });
    const decide = answer.headers.get('location') ?? '';
    expect(decide).toContain('/decide');
    const again = await philippa.post(
      decide,
      agreedDecision(versionIn(await text(philippa, decide)), {
        outcome: 'no-further-action',
        'departure-reason': 'The child was pressed by adults',
      }),
    );
    const newPage = again.headers.get('location') ?? '';
    expect(await text(ama, page)).toContain('Replaced by a later decision');
    expect(await text(ama, newPage)).toContain('Read the decision it replaced');
  });

  it('an upheld decision is as it was before the disagreement', async () => {
    const { page, childId } = await decided();
    await quentin.post(`${page}/escalate`, { grounds: 'Too light' });
    const [step] = (await text(philippa, page)).match(/escalations\/[0-9a-f-]{36}/) ?? [];
    const path = `/children/${childId}/${step}`;
    const version = versionIn(await text(philippa, path));
    await philippa.post(path, { result: 'upheld', note: 'Weighed and right', version });
    expect(await text(quentin, page)).toContain('Confirm the decision');
  });
});

describe('outcomes that police hold open', () => {
  const plan = {
    conditions: 'Six sessions with Ama',
    ...boxes('due-by', addDays(today, 100)),
  };
  const outcome23 = { outcome: 'outcome-23' };

  it('a conditional caution asks for no more hours than the limit', async () => {
    const { outcome } = await confirmed({
      outcome: 'youth-conditional-caution',
      'departure-reason': 'The third in a month',
    });
    const version = versionIn(await text(ama, outcome));
    const refused = await ama.post(outcome, {
      ...give,
      ...plan,
      version,
      'attendance-hours': '21',
    });
    expect(await refused.text()).toContain('Hours of attendance must be 20 or fewer');
    const kept = await ama.post(outcome, { ...give, ...plan, version, 'attendance-hours': '20' });
    expect(kept.status).toBe(303);
  });

  it('a deferred prosecution that was not kept is due to police until its sending is proved', async () => {
    const { childId, outcome } = await confirmed(outcome23);
    await ama.post(outcome, { ...give, ...plan, version: versionIn(await text(ama, outcome)) });
    const end = await ama.post(`${outcome}/completion`, {
      completion: 'not-completed',
      ...boxes('completed-on', today),
      evidence: 'Came once of six',
      version: versionIn(await text(ama, `${outcome}/completion`)),
    });
    const notice = end.headers.get('location') ?? '';
    expect(notice).toBe(`${outcome}/police-notice`);
    expect(await text(ama, notice)).toContain('Police must be told that this was not kept');
    expect(await text(ama, `/children/${childId}/panel`)).toContain(
      'Police must be told, with proof',
    );

    await ama.post(notice, { evidence: 'Came once of six', version: '0' });
    expect(await text(ama, notice)).toContain('sending is not proved');
    const halfSent = await ama.post(notice, {
      evidence: 'Came once of six',
      version: '1',
      ...boxes('sent-on', today),
      'sent-to': 'Sergeant Ode',
      'sent-how': 'Secure e-mail',
    });
    expect(halfSent.status).toBe(422);
    expect(await halfSent.text()).toContain('Enter the proof of sending');

    await ama.post(notice, {
      evidence: 'Came once of six',
      version: '1',
      ...boxes('sent-on', today),
      'sent-to': 'Sergeant Ode',
      'sent-how': 'Secure e-mail',
      proof: 'Receipt 118',
    });
    const sent = await text(ama, notice);
    expect(sent).toContain('Receipt 118');
    expect(sent).not.toContain('Police must be told that this was not kept');
    expect(await text(ama, `/children/${childId}/panel`)).toContain('Police told');
  });

  it('two people writing one notice do not write over each other', async () => {
    const { outcome } = await confirmed(outcome23);
    await ama.post(outcome, { ...give, ...plan, version: versionIn(await text(ama, outcome)) });
    await ama.post(`${outcome}/completion`, {
      completion: 'withdrawn',
      ...boxes('completed-on', today),
      evidence: 'The family said no',
      version: versionIn(await text(ama, `${outcome}/completion`)),
    });
    const notice = `${outcome}/police-notice`;
    await ama.post(notice, { evidence: 'Ama’s words', version: '0' });
    const second = await marguerite.post(notice, { evidence: 'Marguerite’s words', version: '0' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Ama’s words');
    expect(page).toContain('Marguerite’s words');
  });

  it('a community resolution that fell away is nobody’s notice', async () => {
    const { outcome } = await confirmed();
    await ama.post(outcome, { ...give, version: versionIn(await text(ama, outcome)) });
    const end = await ama.post(`${outcome}/completion`, {
      completion: 'not-completed',
      ...boxes('completed-on', today),
      evidence: 'Never came',
      version: versionIn(await text(ama, `${outcome}/completion`)),
    });
    expect(end.headers.get('location')).toBe(outcome);
    expect((await ama.get(`${outcome}/police-notice`)).status).toBe(404);
  });
});

it('each page of panels, decisions and outcomes needs at most eight statements', async () => {
  const waiting = await heard();
  const item = `/children/${waiting.childId}/panel/${waiting.item}`;
  const done = await confirmed({ outcome: 'outcome-23' });
  const pages = [
    '/panels',
    '/panels/new',
    `/panels/${waiting.panelId}`,
    `/panels/${waiting.panelId}/attendance`,
    `/children/${waiting.childId}/panel`,
    item,
    `${item}/gravity`,
    `${item}/gate?requirement=quorum`,
    `${item}/paper`,
    `${item}/decide`,
    `${item}/conflict`,
    done.page,
    `${done.page}/escalate`,
    done.outcome,
  ];
  for (const path of pages) {
    const statements = await counter.during(async () => {
      expect((await marguerite.get(path)).status, path).toBe(200);
    });
    expect(statements.length, `${path}\n${statements.join('\n')}`).toBeLessThanOrEqual(8);
  }
});
