import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import type { Visitor } from '../support/app.ts';
import { type AssessmentSite, assessmentSite, messageOf } from '../support/assessments.ts';
import { serviceId, staffId } from '../support/database.ts';

const site = assessmentSite();
const { assessments } = urls;
let on: AssessmentSite;
beforeAll(() => {
  on = site();
});

describe('signing', () => {
  it('an incomplete assessment is refused with a link to each thing that is missing', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    const answer = await on.ama.post(assessments.submit(child, id), { version: '1' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`${assessments.section(child, id, 'the-child-now')}#answer-home`);
    expect(page).toContain(`${assessments.judgement(child, id, 'safety')}#judgement-safety-level`);
    expect((await on.rowOf(id)).status).toBe('draft');
  });

  it('low throughout: the worker’s signature is enough, and the whole can then only be read', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.fill(id, 'low');
    const answer = await on.ama.post(assessments.submit(child, id), {
      version: await on.versionOf(id),
    });
    expect(messageOf(answer)).toContain('Signed');
    expect(await on.rowOf(id)).toMatchObject({
      status: 'signed',
      likelihood_level: 'low',
      needs_countersign: false,
    });
    const page = await (await on.ama.get(assessments.one(child, id))).text();
    expect(page).toContain('Kit says that things are calmer at home now.');
    expect(page).not.toContain('<textarea');
    const late = await on.ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Written too late',
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Written too late');
  });

  it('high: it waits for a manager, is returned with a comment, changed, sent again and countersigned', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.fill(id, 'high');
    await on.ama.post(assessments.submit(child, id), { version: await on.versionOf(id) });
    expect(await on.rowOf(id)).toMatchObject({
      status: 'submitted',
      countersign_reasons: ['The child’s safety and wellbeing is high'],
    });

    const silent = await on.marguerite.post(assessments.countersign(child, id), {
      version: await on.versionOf(id),
      decision: 'sign',
      comment: '',
    });
    expect(silent.status).toBe(422);
    await on.marguerite.post(assessments.countersign(child, id), {
      version: await on.versionOf(id),
      decision: 'return',
      comment: 'Say who is with him at night.',
    });
    const tasks = await (await on.ama.get(assessments.one(child, id))).text();
    expect(tasks).toContain('Say who is with him at night.');

    await on.ama.post(assessments.section(child, id, 'strengths'), {
      version: await on.versionOf(id),
      'answer-strengths': 'Nan is with him at night.',
    });
    await on.ama.post(assessments.submit(child, id), { version: await on.versionOf(id) });
    await on.marguerite.post(assessments.countersign(child, id), {
      version: await on.versionOf(id),
      decision: 'sign',
      comment: 'Safety is clear now.',
    });
    expect(await on.rowOf(id)).toMatchObject({
      status: 'signed',
      safety_level: 'high',
      countersigned_by: staffId('marguerite-oyelaran'),
    });
    const oversight = await on.asAma((tx) =>
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
    const { child, id } = on.sentByManager;
    const page = await (await on.marguerite.get(assessments.countersign(child, id))).text();
    expect(page).toContain('You cannot countersign your own assessment');
    const answer = await on.marguerite.post(assessments.countersign(child, id), {
      version: await on.versionOf(id),
      decision: 'sign',
      comment: 'Mine, and good.',
    });
    expect(answer.status).toBe(422);
    expect((await on.rowOf(id)).status).toBe('submitted');
  });

  it('a review begins with what was signed and says what has changed since', async () => {
    const child = on.someChild();
    const first = await on.started(child);
    await on.fill(first, 'low');
    await on.ama.post(assessments.submit(child, first), { version: await on.versionOf(first) });
    const begun = await on.ama.post(assessments.start(child), {
      kind: 'review',
      template: 'foothold',
    });
    const id = (begun.headers.get('location') ?? '').split('/').at(-1) ?? '';
    await on.ama.post(assessments.section(child, id, 'strengths'), {
      version: '1',
      'answer-strengths': 'Kit says that things are worse at home now.',
    });
    const page = await (await on.ama.get(assessments.section(child, id, 'strengths'))).text();
    expect(page).toContain('Changed since last signed');
    expect(page).toContain('<ins class="fh-diff-ins">worse</ins>');
    expect(await (await on.ama.get(assessments.section(child, id, 'family'))).text()).toContain(
      'As last signed',
    );
  });

  it('a review shows both who sign it what changed, what did not, and what the record contradicts', async () => {
    const child = on.someChild();
    const first = await on.started(child);
    await on.fill(first, 'high', { 'home-is-settled': { state: 'answered', value: 'yes' } });
    await on.ama.post(assessments.submit(child, first), { version: await on.versionOf(first) });
    await on.marguerite.post(assessments.countersign(child, first), {
      version: await on.versionOf(first),
      decision: 'sign',
      comment: 'Clear.',
    });
    const begun = await on.ama.post(assessments.start(child), {
      kind: 'final',
      template: 'foothold',
    });
    const id = (begun.headers.get('location') ?? '').split('/').at(-1) ?? '';
    const untouched = await (await on.ama.get(assessments.submit(child, id))).text();
    expect(untouched).toContain('Every word stands as it was signed before');
    expect(untouched).not.toContain('the record says');
    const sofa = { lines: 'With friends', accommodation_type: 'sofa-surfing', source: 'child' };
    await on.asAma(async (tx) => {
      const row = { service_id: serviceId, child_id: child };
      await tx
        .insertInto('child_address')
        .values({ ...row, id: newId(), ...sofa, valid_from: '2026-01-05' })
        .execute();
    });
    await on.ama.post(assessments.section(child, id, 'the-child-now'), {
      version: '1',
      'answer-money': 'He has borrowed from older boys.',
    });
    const check = await (await on.ama.get(assessments.submit(child, id))).text();
    expect(check).toContain(
      'settled and suitable?” is answered yes, and the record says: Sofa-surfing, since 5 January 2026',
    );
    expect(check).toContain(
      `${assessments.section(child, id, 'the-child-now')}#answer-home-is-settled`,
    );
    expect(check).toContain('Changed: 1');
    await on.ama.post(assessments.submit(child, id), { version: await on.versionOf(id) });
    const second = await (await on.marguerite.get(assessments.countersign(child, id))).text();
    for (const words of ['What contradicts an answer', 'Sofa-surfing', 'As it was signed before:'])
      expect(second).toContain(words);
  });

  it('an answer of a partner that nobody has weighed is named to both who sign', async () => {
    const child = on.someChild();
    const id = await on.started(child);
    await on.fill(id, 'high');
    await on.asAma((tx) =>
      tx
        .insertInto('information_request')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          agency: 'social-care',
          record_class: 'RC9',
          question: 'Is he open to you?',
          asked_on: '2026-09-01',
          due_on: '2026-09-08',
        })
        .execute(),
    );
    const page = async (who: Visitor, path: string) => (await who.get(path)).text();
    const judging = assessments.judgement(child, id, 'harm');
    expect(await page(on.ama, judging)).toMatch(/value="no-reply" selected/);
    // Saved so, it does not stand once they have answered.
    await on.ama.post(judging, {
      version: await on.versionOf(id),
      'source-social-care-use': 'no-reply',
      'source-social-care-who': 'Children’s social care, asked 1 September 2026',
    });
    await on.asAma((tx) =>
      tx
        .updateTable('information_request')
        .set({
          status: 'answered',
          answer_for_team: 'Not open to us since June.',
          answered_on: '2026-09-03',
        })
        .where('child_id', '=', child)
        .execute(),
    );
    const unweighed = 'Children’s social care, 3 September 2026: mark as used or not relevant';
    expect(await page(on.ama, assessments.submit(child, id))).toContain(unweighed);
    const judgement = await page(on.ama, judging);
    expect(judgement).toContain('Answered: say whether you used it');
    expect(judgement).toContain('Children’s social care, answered 3 September 2026');
    await on.ama.post(assessments.submit(child, id), { version: await on.versionOf(id) });
    expect(await page(on.marguerite, assessments.countersign(child, id))).toContain(unweighed);
  });
});
