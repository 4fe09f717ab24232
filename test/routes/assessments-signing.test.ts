import { beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type AssessmentSite, assessmentSite, messageOf } from '../support/assessments.ts';
import { staffId } from '../support/database.ts';

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
});
