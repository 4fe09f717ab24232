import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { deciding, give, textOf } from '../support/deciding.ts';
import {
  agreedDecision,
  idIn,
  makeReferredChild,
  setUpPanel,
  today,
  versionIn,
} from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';

const counter = statementCounter();
const database = testDatabase(counter);
const { people, asOwner, heard, decided, confirmed } = deciding(database);

describe('recording a decision', () => {
  it('needs both agencies’ positions, identity and fairness, and reasons', async () => {
    const { decide } = await heard();
    const version = versionIn(await textOf(people.marguerite, decide));
    const answer = await people.marguerite.post(
      decide,
      agreedDecision(version, { position_police: '', diversity: ' ', rationale: '' }),
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter the position of police');
    expect(page).toContain('identity and any unfair treatment');
    expect(page).toContain('Enter the reasons for the decision');
    expect(page).toContain('What the child and the shop said');
  });

  it('who spoke for each agency begins as who came for it', async () => {
    const { decide } = await heard();
    const page = await textOf(people.marguerite, decide);
    expect(page).toMatch(/name="position_police_by"[^>]*value="Quentin Larkin"/);
    expect(page).toMatch(/name="position_youth_justice_by"[^>]*value="Marguerite Oyelaran"/);
  });

  it('lighter or heavier than the gravity usually leads to needs its reason', async () => {
    const { decide } = await heard();
    const version = versionIn(await textOf(people.marguerite, decide));
    const heavier = agreedDecision(version, { outcome: 'youth-caution' });
    const answer = await people.marguerite.post(decide, heavier);
    expect(await answer.text()).toContain('heavier than gravity 2 usually leads to');
    const again = await people.marguerite.post(decide, {
      ...heavier,
      departure_reason: 'The third in a month',
    });
    expect(again.status).toBe(303);
  });

  it('a caution is not open to a child who does not admit it', async () => {
    const { decide } = await heard('no');
    const version = versionIn(await textOf(people.marguerite, decide));
    const answer = await people.marguerite.post(
      decide,
      agreedDecision(version, { answer: 'denies', outcome: 'youth-caution' }),
    );
    expect(await answer.text()).toContain('Youth caution is not open to a child who has answered');
  });

  it('before the paper is made there is nothing to decide', async () => {
    const { childId, referralId } = await asOwner((tx) => makeReferredChild(tx));
    const panelId = await setUpPanel(people.marguerite);
    const item = idIn(
      await people.ama.post(`/children/${childId}/panel`, {
        referral_id: referralId,
        panel_id: panelId,
      }),
    );
    expect((await people.marguerite.get(`/children/${childId}/panel/${item}/decide`)).status).toBe(
      404,
    );
  });

  it('without everyone who must be there it is refused, unless an exception is recorded', async () => {
    const { decide, childId, item, panelId } = await heard('yes', false);
    expect(await textOf(people.marguerite, decide)).toContain('Police must be present');
    expect(await textOf(people.marguerite, `/panels/${panelId}`)).toContain(
      'Attendance not marked yet',
    );
    const version = await asOwner((tx) =>
      tx
        .selectFrom('panel_item')
        .select('version')
        .where('id', '=', item)
        .executeTakeFirstOrThrow(),
    );
    const form = agreedDecision(String(version.version));
    expect((await people.marguerite.post(decide, form)).status).toBe(422);
    await people.marguerite.post(`/children/${childId}/panel/${item}/gate`, {
      requirement: 'quorum',
      reason: 'Snow closed the roads; police agreed by telephone',
    });
    expect((await people.marguerite.post(decide, form)).status).toBe(303);
    expect(await textOf(people.ama, `/children/${childId}/panel`)).toContain(
      'Snow closed the roads',
    );
  });

  it('a step that comes open again after the paper was made holds the decision back', async () => {
    const { decide, childId, referralId, item } = await heard();
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
    expect(await textOf(people.marguerite, decide)).toContain(
      'nobody has marked as used or not relevant',
    );
    const version = versionIn(
      await textOf(people.marguerite, `/children/${childId}/panel/${item}`),
    );
    const held = await people.marguerite.post(decide, agreedDecision(version));
    expect(held.status).toBe(422);
  });

  it('a case manager or a panel member does not record it', async () => {
    const { decide } = await heard();
    expect((await people.ama.get(decide)).status).toBe(403);
    const zeb = await people.other('zeb-fairbrother');
    expect((await zeb.post(decide, agreedDecision('1'))).status).toBe(403);
  });

  it('the second of two people is shown that a decision stands, and loses no word', async () => {
    const { decide } = await heard();
    const version = versionIn(await textOf(people.marguerite, decide));
    expect((await people.philippa.post(decide, agreedDecision(version))).status).toBe(303);
    const second = await people.marguerite.post(
      decide,
      agreedDecision(version, { rationale: 'Words that must not be lost' }),
    );
    expect(second.status).toBe(409);
    const shown = await second.text();
    expect(shown).toContain('Words that must not be lost');
    expect(shown).toContain('Philippa Standfast changed this item');
  });

  it('the child’s worker reads it, with who was heard and what each agency thought', async () => {
    const { page } = await decided();
    const read = await textOf(people.ama, page);
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
    expect(await textOf(people.ama, outcome)).toContain('when the police lead has confirmed');
    expect((await people.ama.post(outcome, { ...give, version: '1' })).status).toBe(422);
    expect((await people.marguerite.post(made.page, { version: '1' })).status).toBe(403);
    await people.quentin.post(made.page, {
      version: versionIn(await textOf(people.quentin, made.page)),
    });
    expect(await textOf(people.ama, made.page)).toContain('by Quentin Larkin');
    const given = await people.ama.post(outcome, {
      ...give,
      version: versionIn(await textOf(people.ama, outcome)),
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
    const version = versionIn(await textOf(people.quentin, outcome));
    expect((await people.quentin.post(outcome, { ...give, version })).status).toBe(303);
    expect(await textOf(people.ama, `/children/${childId}/panel`)).toContain('Given');
  });

  it('no further action without help closes the referral and begins no work', async () => {
    const { childId, referralId, outcome } = await confirmed({
      outcome: 'no-further-action',
      departure_reason: 'The shop asks for nothing',
    });
    const version = versionIn(await textOf(people.ama, outcome));
    await people.ama.post(outcome, { ...give, support: 'no', version });
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
    const zeb = await people.other('zeb-fairbrother');
    await zeb.post(`${page}/escalate`, { grounds: 'Too heavy for a first time' });
    expect(await textOf(people.ama, page)).toContain('A disagreement is open');
    await people.quentin.post(`${page}/escalate`, { grounds: 'Managers did not agree' });
    const read = await textOf(people.philippa, page);
    expect(read).toContain('Taken up a level');
    const [step] = read.match(/escalations\/[0-9a-f-]{36}(?![\s\S]*escalations\/)/) ?? [];
    const path = `/children/${childId}/${step}`;
    expect(
      (await people.marguerite.post(path, { result: 'upheld', result_note: 'x', version: '1' }))
        .status,
    ).toBe(403);
    const version = versionIn(await textOf(people.philippa, path));
    const answer = await people.philippa.post(path, {
      result: 'changed',
      result_note: 'New facts about the child’s part',
      version,
    });
    const decide = answer.headers.get('location') ?? '';
    expect(decide).toContain('/decide');
    const again = await people.philippa.post(
      decide,
      agreedDecision(versionIn(await textOf(people.philippa, decide)), {
        outcome: 'no-further-action',
        departure_reason: 'The child was pressed by adults',
      }),
    );
    const newPage = again.headers.get('location') ?? '';
    expect(await textOf(people.ama, page)).toContain('Replaced by a later decision');
    expect(await textOf(people.ama, newPage)).toContain('Read the decision it replaced');
  });

  it('an upheld decision is as it was before the disagreement', async () => {
    const { page, childId } = await decided();
    await people.quentin.post(`${page}/escalate`, { grounds: 'Too light' });
    const [step] = (await textOf(people.philippa, page)).match(/escalations\/[0-9a-f-]{36}/) ?? [];
    const path = `/children/${childId}/${step}`;
    const version = versionIn(await textOf(people.philippa, path));
    await people.philippa.post(path, {
      result: 'upheld',
      result_note: 'Weighed and right',
      version,
    });
    expect(await textOf(people.quentin, page)).toContain('Confirm the decision');
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
      expect((await people.marguerite.get(path)).status, path).toBe(200);
    });
    expect(statements.length, `${path}\n${statements.join('\n')}`).toBeLessThanOrEqual(8);
  }
});
