import { beforeAll, describe, expect, it } from 'vitest';
import { indicators } from '../../src/domain/assessments/indicators.data.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { type AssessmentSite, assessmentSite, messageOf } from '../support/assessments.ts';
import { serviceId } from '../support/database.ts';

const site = assessmentSite();
const { assessments } = urls;
let on: AssessmentSite;
beforeAll(() => {
  on = site();
});

describe('writing an assessment', () => {
  it('starts with what the record knows of earlier behaviour, and asks for a comment on it', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const page = await (await on.ama.get(assessments.section(child, id, 'behaviour'))).text();
    expect(page).toContain('2 March 2026: alleged, Took a bicycle');
    const check = await (await on.ama.get(assessments.submit(child, id))).text();
    expect(check).toContain('Enter your comment on what came before');
  });

  it('nothing in it is called complete before anything was answered', async () => {
    const child = on.someChild();
    const tasks = await (await on.ama.get(assessments.one(child, await on.started(child)))).text();
    expect(tasks).toContain('Nothing needed so far');
    expect(tasks).not.toContain('Complete');
  });

  it('a second one is not started while one is open', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const again = await on.ama.post(assessments.start(child), {
      kind: 'initial',
      template: 'foothold',
    });
    expect(again.headers.get('location')).toBe(assessments.one(child, id));
    expect(messageOf(again)).toContain('open already');
  });

  it('saves a half-written section, shows the balance and goes on to the next part', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const answer = await on.ama.post(assessments.section(child, id, 'the-child-now'), {
      version: '1',
      'answer-home': 'Sleeps at Nan’s, who is up when he comes in.',
      'answer-money-state': 'declined',
      'answer-money-reason': 'Asked on 3 October, would not say',
      do: 'next',
    });
    expect(answer.headers.get('location')).toBe(assessments.section(child, id, 'strengths'));
    const tasks = await (await on.ama.get(assessments.one(child, id))).text();
    expect(tasks).toContain('have far less than');
    expect(tasks).toContain('2 of 7');
    // The same is told under the national tool's headings, for whoever knows those.
    const national = await (await on.ama.get(assessments.nationalTool(child))).text();
    expect(national).toMatch(/Answered, in whole or in part: 1\s+of\s+13/);
    expect(national).toContain('2 of 7 answered');
    expect(national).toContain(assessments.section(child, id, 'the-child-now'));
    expect((await on.rowOf(id)).content).toMatchObject({
      answers: { money: { state: 'declined', reason: 'Asked on 3 October, would not say' } },
    });
  });

  it('an answer together with a reason for having none is refused, and all that was typed stays', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const answer = await on.ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'He cooks for his sisters.',
      'answer-strengths-state': 'not-asked',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('He cooks for his sisters.');
    expect(page).toContain('not both');
    expect(await on.versionOf(id)).toBe('1');
  });

  it('answering yes opens the question that hangs on it', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const answer = await on.ama.post(assessments.section(child, id, 'exploitation'), {
      version: '1',
      'answer-exploitation-concern': 'yes',
      do: 'next',
    });
    expect(answer.headers.get('location')).toBe(
      `${assessments.section(child, id, 'exploitation')}#answer-exploitation-signs`,
    );
  });

  it('words typed and not saved are shown on return and can be dropped', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const page = assessments.section(child, id, 'strengths');
    await on.ama.post(urls.drafts.keep, {
      _draft: page,
      version: '1',
      'answer-strengths': 'He mends bicycles and',
    });
    const found = await (await on.ama.get(page)).text();
    expect(found).toMatch(/This form shows what you typed on [^<]* and have not saved/);
    expect(found).toContain('He mends bicycles and');
    const parts = await (await on.ama.get(assessments.one(child, id))).text();
    expect(parts.match(/Has words you typed and did not save/g)).toHaveLength(1);
    expect(await (await on.ben.get(assessments.one(child, id))).text()).not.toContain(
      'Has words you',
    );
    expect(await (await on.ben.get(page)).text()).not.toContain('mends bicycles');
    await on.ama.post(urls.drafts.discard, { form: page, back: page });
    expect(await (await on.ama.get(page)).text()).not.toContain('mends bicycles');
  });

  it('the signs suggest a level and the judgement page keeps reasons and sources', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const page = assessments.judgement(child, id, 'harm');
    const signs = Object.fromEntries(
      indicators
        .filter((sign) => sign.judgement === 'harm')
        .map((sign, index) => [`sign-${sign.id}`, index < 2 ? 'present' : 'absent']),
    );
    await on.ama.post(page, {
      version: '1',
      ...signs,
      'judgement-harm-level': 'low',
      'judgement-harm-reason': 'Two fights, both at school.',
      'source-school-use': 'used',
      'source-school-who': 'Head of year, 3 October',
      do: 'signs',
    });
    const text = await (await on.ama.get(page)).text();
    expect(text).toContain('2 of 7 signs present: suggests medium.');
    expect(text).toContain('Head of year, 3 October');
    // A form without an address of its own would take the place to which this save led along to the next page.
    expect(text).toContain(` action="${page}"`);
    const check = await (await on.ama.get(assessments.submit(child, id))).text();
    expect(check).toContain(
      'Enter why you differ from the suggested level for the risk to other people',
    );
    expect(check).toContain(`${page}#judgement-harm-override-reason`);
    expect(check).toContain(assessments.judgement(child, id, 'safety'));
    expect(check).toContain('#judgement-safety-signs');
    const list = await (await on.ama.get(assessments.list(child))).text();
    expect(list.match(/Not judged yet/g)).toHaveLength(2);
    expect(list).toMatch(/data-label="Other people"[^<]*>\s*Low/);
  });

  it('the record beside the page says in words who told us', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.asAma((tx) =>
      tx
        .insertInto('child_address')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          lines: '1 Quay Street',
          accommodation_type: 'at-home',
          valid_from: '2026-01-05',
          source: 'self',
        })
        .execute(),
    );
    const page = await (await on.ama.get(assessments.section(child, id, 'strengths'))).text();
    expect(page).toContain('(The child, since 5 January 2026)');
  });

  it('safety lines and what to do if things change are added, changed and removed', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const bad = await on.ama.post(assessments.safetyLine(child, id, 'new'), {
      version: '1',
      risk: '',
      control: 'Two staff on every visit',
      'review-on-day': '31',
      'review-on-month': '2',
      'review-on-year': '2027',
    });
    expect(bad.status).toBe(422);
    expect(await bad.text()).toContain('Two staff on every visit');
    await on.ama.post(assessments.safetyLine(child, id, 'new'), {
      version: '1',
      risk: 'Fights on the bus',
      control: 'Two staff on every visit',
    });
    const page = await (await on.ama.get(assessments.safety(child, id))).text();
    expect(page).toContain('Fights on the bus');
    const line = page.match(/safety\/lines\/([0-9a-f-]{36})/)?.[1] ?? '';
    await on.ama.post(assessments.safetyLine(child, id, line), { version: '2', do: 'remove' });
    expect(await (await on.ama.get(assessments.safety(child, id))).text()).not.toContain(
      'Fights on',
    );
  });
});

describe('two people at once', () => {
  it('work on different questions is joined and both are told', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.ben.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Ben: he cooks.',
    });
    const answer = await on.ama.post(assessments.section(child, id, 'looking-ahead'), {
      version: '1',
      'answer-what-helps': 'Ama: a place on the course.',
    });
    expect(messageOf(answer)).toContain('Ben Thackery had saved too');
    expect((await on.rowOf(id)).content).toMatchObject({
      answers: {
        strengths: { value: 'Ben: he cooks.' },
        'what-helps': { value: 'Ama: a place on the course.' },
      },
    });
  });

  it('work on the same question leads to a page with both, and what is chosen is kept', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const page = assessments.section(child, id, 'looking-ahead');
    await on.ben.post(page, { version: '1', 'answer-what-helps': 'A football team.' });
    const met = await on.ama.post(page, {
      version: '1',
      'answer-what-helps': 'A cooking course.',
      'answer-after-us': 'His aunt.',
    });
    expect(met.headers.get('location')).toBe(assessments.merge(child, id));
    const merge = await (await on.ama.get(assessments.merge(child, id))).text();
    expect(merge).toContain('A football team.');
    expect(merge).toContain('A cooking course.');
    expect(await (await on.ama.get(assessments.one(child, id))).text()).toContain(
      'Put the two together',
    );

    const fields = { version: await on.versionOf(id), 'key-0': 'answer:what-helps' };
    const undecided = await on.ama.post(assessments.merge(child, id), fields);
    expect(undecided.status).toBe(422);
    await on.ama.post(assessments.merge(child, id), {
      ...fields,
      'choice-0': 'own',
      'own-0': 'A football team and a cooking course.',
    });
    expect((await on.rowOf(id)).content).toMatchObject({
      answers: {
        'what-helps': { value: 'A football team and a cooking course.' },
        'after-us': { value: 'His aunt.' },
      },
    });
    const after = await on.ama.get(assessments.merge(child, id));
    expect(after.headers.get('location')).toBe(assessments.one(child, id));
  });

  it('nothing is signed that somebody changed after it was checked', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.fill(id, 'low');
    const looked = await on.versionOf(id);
    await on.ben.post(assessments.section(child, id, 'strengths'), {
      version: looked,
      'answer-strengths': 'Changed meanwhile.',
    });
    const answer = await on.ama.post(assessments.submit(child, id), { version: looked });
    expect(answer.status).toBe(409);
    expect((await on.rowOf(id)).status).toBe('draft');
  });
});

describe('versions', () => {
  it('any two are compared word by word, and older words can be brought back', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const page = assessments.section(child, id, 'strengths');
    await on.ama.post(page, { version: '1', 'answer-strengths': 'He lives with Nan.' });
    await on.ama.post(page, { version: '2', 'answer-strengths': 'He lives with Mum.' });
    const list = await (await on.ama.get(assessments.versions(child, id))).text();
    expect(list).toContain('Ama Lovelock');
    const compare = await (await on.ama.get(assessments.compare(child, id, '2', '3'))).text();
    expect(compare).toContain('<del class="fh-diff-del">Nan.</del>');
    expect(compare).toContain('<ins class="fh-diff-ins">Mum.</ins>');
    await on.ama.post(assessments.compare(child, id, '2', '3'), {
      version: '3',
      key: 'answer:strengths',
    });
    expect((await on.rowOf(id)).content).toMatchObject({
      answers: { strengths: { value: 'He lives with Nan.' } },
    });
  });

  it('a save that changes nothing makes no version', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.ama.post(assessments.section(child, id, 'strengths'), { version: '1' });
    expect(await on.versionOf(id)).toBe('1');
  });
});

it('a draft started by mistake is put away with a reason and can still be read', async () => {
  const child = on.someChild();
  const id = await on.started(child);
  const silent = await on.ama.post(assessments.abandon(child, id), { version: '1', reason: '' });
  expect(silent.status).toBe(422);
  await on.ama.post(assessments.abandon(child, id), { version: '1', reason: 'Wrong twin' });
  expect(await (await on.ama.get(assessments.one(child, id))).text()).toContain('Put away');
  expect(await on.started(child)).not.toBe(id);
});
