import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/access/can.ts';
import { contentOf } from '../../src/domain/assessments/content.ts';
import { indicators } from '../../src/domain/assessments/indicators.data.ts';
import { fullyAnswered } from '../../src/domain/assessments/template.fixture.ts';
import { asActor, type Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { actorOf, serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
const { assessments } = urls;
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let ben: Visitor;
let marguerite: Visitor;

let children: string[] = [];
/** A child whose assessment was sent by a manager, as a worker's who has since become one. */
let sentByManager: { child: string; id: string };

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      children = [];
      for (let count = 0; count < 22; count += 1) children.push(await childOfAma(tx));
      const child = await childOfAma(tx);
      sentByManager = { child, id: newId() };
      await tx
        .insertInto('assessment')
        .values({
          service_id: serviceId,
          id: sentByManager.id,
          child_id: child,
          template_id: 'foothold',
          template_version: 1,
          kind: 'initial',
          status: 'submitted',
          started_on: '2026-10-01',
          started_by: staffId('marguerite-oyelaran'),
          submitted_on: '2026-10-02',
          submitted_by: staffId('marguerite-oyelaran'),
          needs_countersign: true,
        })
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  ben = await site.as('ben-thackery');
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

/** A child of Ama's, with Ben as second worker and Marguerite known to the record. */
async function childOfAma(tx: Tx): Promise<string> {
  const id = await makeChild(tx, { worker: 'ama-lovelock' });
  await relate(tx, id, 'ben-thackery', 'co-worker');
  await relate(tx, id, 'marguerite-oyelaran', 'co-worker');
  await tx
    .insertInto('offence')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: id,
      description: 'Took a bicycle',
      offence_on: '2026-03-02',
    })
    .execute();
  return id;
}

/** Each test has a child to itself, since what a page does is kept. */
function someChild(): string {
  const id = children.pop();
  if (!id) throw new Error('More children are needed');
  return id;
}

const asAma = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asActor(database().app, await amaHerself(), work);
const amaHerself = (): Promise<Actor> =>
  asActor(database().app, { ...stranger, staffId: staffId('ama-lovelock') }, (tx) =>
    actorOf(tx, 'ama-lovelock'),
  );
const stranger: Actor = {
  staffId: '',
  serviceId,
  name: 'Ama Lovelock',
  role: 'case-manager',
  agency: 'youth-justice',
  teamId: null,
};

async function started(childId: string, who = ama): Promise<string> {
  const answer = await who.post(assessments.start(childId), {
    kind: 'initial',
    template: 'foothold',
  });
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

const rowOf = (id: string) =>
  asAma((tx) =>
    tx.selectFrom('assessment').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
const versionOf = async (id: string) => String((await rowOf(id)).version);
const messageOf = (answer: Response) => decodeURIComponent(answer.headers.get('set-cookie') ?? '');

const judged = (level: 'low' | 'high') => ({
  level,
  reason: 'Kit has had no police contact since May.',
  sources: [{ from: 'school' as const, name: 'Head of year, 3 October', use: 'used' as const }],
});

/** Fills the draft all at once, as its worker. */
async function fill(id: string, safety: 'low' | 'high'): Promise<void> {
  const none = { state: 'not-applicable', reason: 'School, Nan and police know of none' } as const;
  const present = indicators
    .filter((sign) => sign.judgement === 'safety' && safety === 'high')
    .slice(0, 4);
  const content = contentOf({
    answers: { ...fullyAnswered(), 'risks-to-child': none, 'risks-to-others': none },
    indicators: Object.fromEntries(
      indicators.map((sign) => [
        sign.id,
        present.some((each) => each.id === sign.id) ? 'present' : 'absent',
      ]),
    ),
    judgements: { likelihood: judged('low'), safety: judged(safety), harm: judged('low') },
    contingencyRows:
      safety === 'high'
        ? [
            {
              id: 'c1',
              about: 'safety',
              trigger: 'Not home by ten',
              action: 'Ring Nan',
              who: 'Nan',
              within: '1 hour',
              tell: 'Ama',
            },
          ]
        : [],
  });
  await asAma(async (tx) => {
    const { version, child_id } = await tx
      .updateTable('assessment')
      .set({ content: JSON.stringify(content) })
      .where('id', '=', id)
      .returning(['version', 'child_id'])
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('assessment_version')
      .values({
        service_id: serviceId,
        assessment_id: id,
        version,
        child_id,
        content: JSON.stringify(content),
        event: 'save',
        saved_by: staffId('ama-lovelock'),
      })
      .execute();
  });
}

describe('writing an assessment', () => {
  it('starts with what the record knows of earlier behaviour, and asks for a comment on it', async () => {
    const child = someChild();
    const id = await started(child);
    const page = await (await ama.get(assessments.section(child, id, 'behaviour'))).text();
    expect(page).toContain('2 March 2026: alleged, Took a bicycle');
    const check = await (await ama.get(assessments.submit(child, id))).text();
    expect(check).toContain('Enter your comment on what came before');
  });

  it('a second one is not started while one is open', async () => {
    const child = someChild();
    const id = await started(child);
    const again = await ama.post(assessments.start(child), {
      kind: 'initial',
      template: 'foothold',
    });
    expect(again.headers.get('location')).toBe(assessments.one(child, id));
    expect(messageOf(again)).toContain('open already');
  });

  it('saves a half-written section, shows the balance and goes on to the next part', async () => {
    const child = someChild();
    const id = await started(child);
    const answer = await ama.post(assessments.section(child, id, 'the-child-now'), {
      version: '1',
      'answer-home': 'Sleeps at Nan’s, who is up when he comes in.',
      'answer-money-state': 'declined',
      'answer-money-reason': 'Asked on 3 October, would not say',
      do: 'next',
    });
    expect(answer.headers.get('location')).toBe(assessments.section(child, id, 'strengths'));
    const tasks = await (await ama.get(assessments.one(child, id))).text();
    expect(tasks).toContain('have far less than');
    expect(tasks).toContain('2 of 7');
    expect((await rowOf(id)).content).toMatchObject({
      answers: { money: { state: 'declined', reason: 'Asked on 3 October, would not say' } },
    });
  });

  it('an answer together with a reason for having none is refused, and all that was typed stays', async () => {
    const child = someChild();
    const id = await started(child);
    const answer = await ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'He cooks for his sisters.',
      'answer-strengths-state': 'not-asked',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('He cooks for his sisters.');
    expect(page).toContain('not both');
    expect(await versionOf(id)).toBe('1');
  });

  it('answering yes opens the question that hangs on it', async () => {
    const child = someChild();
    const id = await started(child);
    const answer = await ama.post(assessments.section(child, id, 'exploitation'), {
      version: '1',
      'answer-exploitation-concern': 'yes',
      do: 'next',
    });
    expect(answer.headers.get('location')).toBe(
      `${assessments.section(child, id, 'exploitation')}#answer-exploitation-signs`,
    );
  });

  it('words typed and not saved are shown on return and can be dropped', async () => {
    const child = someChild();
    const id = await started(child);
    const page = assessments.section(child, id, 'strengths');
    await ama.post(urls.draft(`assessment-${id}-strengths-v1`), {
      'answer-strengths': 'He mends bicycles and',
    });
    const found = await (await ama.get(page)).text();
    expect(found).toMatch(/You typed this at \d\d:\d\d and did not save it/);
    expect(found).toContain('He mends bicycles and');
    expect(await (await ben.get(page)).text()).not.toContain('mends bicycles');
    await ama.post(page, {
      version: '1',
      do: 'discard',
      'answer-strengths': 'He mends bicycles and',
    });
    expect(await (await ama.get(page)).text()).not.toContain('mends bicycles');
  });

  it('the signs suggest a level and the judgement page keeps reasons and sources', async () => {
    const child = someChild();
    const id = await started(child);
    const page = assessments.judgement(child, id, 'harm');
    const signs = Object.fromEntries(
      indicators
        .filter((sign) => sign.judgement === 'harm')
        .map((sign, index) => [`sign-${sign.id}`, index < 2 ? 'present' : 'absent']),
    );
    await ama.post(page, {
      version: '1',
      ...signs,
      'judgement-harm-level': 'low',
      'judgement-harm-reason': 'Two fights, both at school.',
      'source-school-use': 'used',
      'source-school-who': 'Head of year, 3 October',
      do: 'signs',
    });
    const text = await (await ama.get(page)).text();
    expect(text).toContain('2 of 7 signs present: suggests medium.');
    expect(text).toContain('Head of year, 3 October');
    const check = await (await ama.get(assessments.submit(child, id))).text();
    expect(check).toContain(
      'Enter why you differ from the suggested level for the risk to other people',
    );
    expect(check).toContain(`${page}#judgement-harm-override-reason`);
  });

  it('safety lines and what to do if things change are added, changed and removed', async () => {
    const child = someChild();
    const id = await started(child);
    const bad = await ama.post(assessments.safetyLine(child, id, 'new'), {
      version: '1',
      risk: '',
      control: 'Two staff on every visit',
      'review-on-day': '31',
      'review-on-month': '2',
      'review-on-year': '2027',
    });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('Two staff on every visit');
    await ama.post(assessments.safetyLine(child, id, 'new'), {
      version: '1',
      risk: 'Fights on the bus',
      control: 'Two staff on every visit',
    });
    const page = await (await ama.get(assessments.safety(child, id))).text();
    expect(page).toContain('Fights on the bus');
    const line = page.match(/safety\/lines\/([0-9a-f-]{36})/)?.[1] ?? '';
    await ama.post(assessments.safetyLine(child, id, line), { version: '2', do: 'remove' });
    expect(await (await ama.get(assessments.safety(child, id))).text()).not.toContain('Fights on');
  });
});

describe('signing', () => {
  it('an incomplete assessment is refused with a link to each thing that is missing', async () => {
    const child = someChild();
    const id = await started(child);
    const answer = await ama.post(assessments.submit(child, id), { version: '1' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`${assessments.section(child, id, 'the-child-now')}#answer-home`);
    expect(page).toContain(`${assessments.judgement(child, id, 'safety')}#judgement-safety-level`);
    expect((await rowOf(id)).status).toBe('draft');
  });

  it('low throughout: the worker’s signature is enough, and the whole can then only be read', async () => {
    const child = someChild();
    const id = await started(child);
    await fill(id, 'low');
    const answer = await ama.post(assessments.submit(child, id), { version: await versionOf(id) });
    expect(messageOf(answer)).toContain('Signed');
    expect(await rowOf(id)).toMatchObject({
      status: 'signed',
      likelihood_level: 'low',
      needs_countersign: false,
    });
    const page = await (await ama.get(assessments.one(child, id))).text();
    expect(page).toContain('Kit says that things are calmer at home now.');
    expect(page).not.toContain('<textarea');
    const late = await ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Written too late',
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Written too late');
  });

  it('high: it waits for a manager, is returned with a comment, changed, sent again and countersigned', async () => {
    const child = someChild();
    const id = await started(child);
    await fill(id, 'high');
    await ama.post(assessments.submit(child, id), { version: await versionOf(id) });
    expect(await rowOf(id)).toMatchObject({
      status: 'submitted',
      countersign_reasons: ['The child’s safety and wellbeing is high'],
    });

    const silent = await marguerite.post(assessments.countersign(child, id), {
      version: await versionOf(id),
      decision: 'sign',
      comment: '',
    });
    expect(silent.status).toBe(422);
    await marguerite.post(assessments.countersign(child, id), {
      version: await versionOf(id),
      decision: 'return',
      comment: 'Say who is with him at night.',
    });
    const tasks = await (await ama.get(assessments.one(child, id))).text();
    expect(tasks).toContain('Say who is with him at night.');

    await ama.post(assessments.section(child, id, 'strengths'), {
      version: await versionOf(id),
      'answer-strengths': 'Nan is with him at night.',
    });
    await ama.post(assessments.submit(child, id), { version: await versionOf(id) });
    await marguerite.post(assessments.countersign(child, id), {
      version: await versionOf(id),
      decision: 'sign',
      comment: 'Safety is clear now.',
    });
    expect(await rowOf(id)).toMatchObject({
      status: 'signed',
      safety_level: 'high',
      countersigned_by: staffId('marguerite-oyelaran'),
    });
    const oversight = await asAma((tx) =>
      tx
        .selectFrom('oversight_entry')
        .select('text')
        .where('about_id', '=', id)
        .orderBy('created_at')
        .execute(),
    );
    expect(oversight.map((row) => row.text)).toEqual([
      'Returned: Say who is with him at night.',
      'Countersigned: Safety is clear now.',
    ]);
  });

  it('nobody countersigns what they sent themselves', async () => {
    const { child, id } = sentByManager;
    const page = await (await marguerite.get(assessments.countersign(child, id))).text();
    expect(page).toContain('You cannot countersign your own assessment');
    const answer = await marguerite.post(assessments.countersign(child, id), {
      version: await versionOf(id),
      decision: 'sign',
      comment: 'Mine, and good.',
    });
    expect(answer.status).toBe(422);
    expect((await rowOf(id)).status).toBe('submitted');
  });

  it('a review begins with what was signed and says what has changed since', async () => {
    const child = someChild();
    const first = await started(child);
    await fill(first, 'low');
    await ama.post(assessments.submit(child, first), { version: await versionOf(first) });
    const begun = await ama.post(assessments.start(child), {
      kind: 'review',
      template: 'foothold',
    });
    const id = (begun.headers.get('location') ?? '').split('/').at(-1) ?? '';
    await ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Kit says that things are worse at home now.',
    });
    const page = await (await ama.get(assessments.section(child, id, 'strengths'))).text();
    expect(page).toContain('Changed since last signed');
    expect(page).toContain('<ins class="fh-diff-ins">worse</ins>');
    expect(await (await ama.get(assessments.section(child, id, 'family'))).text()).toContain(
      'As last signed',
    );
  });
});

describe('two people at once', () => {
  it('work on different questions is joined and both are told', async () => {
    const child = someChild();
    const id = await started(child);
    await ben.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Ben: he cooks.',
    });
    const answer = await ama.post(assessments.section(child, id, 'looking-ahead'), {
      version: '1',
      'answer-what-helps': 'Ama: a place on the course.',
    });
    expect(messageOf(answer)).toContain('Ben Thackery had saved too');
    expect((await rowOf(id)).content).toMatchObject({
      answers: {
        strengths: { value: 'Ben: he cooks.' },
        'what-helps': { value: 'Ama: a place on the course.' },
      },
    });
  });

  it('work on the same question leads to a page with both, and what is chosen is kept', async () => {
    const child = someChild();
    const id = await started(child);
    const page = assessments.section(child, id, 'looking-ahead');
    await ben.post(page, { version: '1', 'answer-what-helps': 'A football team.' });
    const met = await ama.post(page, {
      version: '1',
      'answer-what-helps': 'A cooking course.',
      'answer-after-us': 'His aunt.',
    });
    expect(met.headers.get('location')).toBe(assessments.merge(child, id));
    const merge = await (await ama.get(assessments.merge(child, id))).text();
    expect(merge).toContain('A football team.');
    expect(merge).toContain('A cooking course.');
    expect(await (await ama.get(assessments.one(child, id))).text()).toContain(
      'Put the two together',
    );

    const fields = { version: await versionOf(id), 'key-0': 'answer:what-helps' };
    const undecided = await ama.post(assessments.merge(child, id), fields);
    expect(undecided.status).toBe(422);
    await ama.post(assessments.merge(child, id), {
      ...fields,
      'choice-0': 'own',
      'own-0': 'A football team and a cooking course.',
    });
    expect((await rowOf(id)).content).toMatchObject({
      answers: {
        'what-helps': { value: 'A football team and a cooking course.' },
        'after-us': { value: 'His aunt.' },
      },
    });
    const after = await ama.get(assessments.merge(child, id));
    expect(after.headers.get('location')).toBe(assessments.one(child, id));
  });

  it('nothing is signed that somebody changed after it was checked', async () => {
    const child = someChild();
    const id = await started(child);
    await fill(id, 'low');
    const looked = await versionOf(id);
    await ben.post(assessments.section(child, id, 'strengths'), {
      version: looked,
      'answer-strengths': 'Changed meanwhile.',
    });
    const answer = await ama.post(assessments.submit(child, id), { version: looked });
    expect(answer.status).toBe(409);
    expect((await rowOf(id)).status).toBe('draft');
  });
});

describe('versions', () => {
  it('any two are compared word by word, and older words can be brought back', async () => {
    const child = someChild();
    const id = await started(child);
    const page = assessments.section(child, id, 'strengths');
    await ama.post(page, { version: '1', 'answer-strengths': 'He lives with Nan.' });
    await ama.post(page, { version: '2', 'answer-strengths': 'He lives with Mum.' });
    const list = await (await ama.get(assessments.versions(child, id))).text();
    expect(list).toContain('Ama Lovelock');
    const compare = await (await ama.get(assessments.compare(child, id, '2', '3'))).text();
    expect(compare).toContain('<del class="fh-diff-del">Nan.</del>');
    expect(compare).toContain('<ins class="fh-diff-ins">Mum.</ins>');
    await ama.post(assessments.compare(child, id, '2', '3'), {
      version: '3',
      key: 'answer:strengths',
    });
    expect((await rowOf(id)).content).toMatchObject({
      answers: { strengths: { value: 'He lives with Nan.' } },
    });
  });

  it('a save that changes nothing makes no version', async () => {
    const child = someChild();
    const id = await started(child);
    await ama.post(assessments.section(child, id, 'strengths'), { version: '1' });
    expect(await versionOf(id)).toBe('1');
  });
});

it('a draft started by mistake is put away with a reason and can still be read', async () => {
  const child = someChild();
  const id = await started(child);
  const silent = await ama.post(assessments.abandon(child, id), { version: '1', reason: '' });
  expect(silent.status).toBe(422);
  await ama.post(assessments.abandon(child, id), { version: '1', reason: 'Wrong twin' });
  expect(await (await ama.get(assessments.one(child, id))).text()).toContain('Put away');
  expect(await started(child)).not.toBe(id);
});
