import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { actorOf, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';
let ama: Visitor;

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const text = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const ask = (agency: string, question: string) =>
  ama.post(urls.information.ask(childId), { agency, [`question-${agency}`]: question });
const requestId = async (agency: string) =>
  asActor(database().app, await actorOf(database().app, 'ama-lovelock'), (tx) =>
    tx
      .selectFrom('information_request')
      .select(['id', 'version'])
      .where('child_id', '=', childId)
      .where('agency', '=', agency)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  );

describe('the social care page', () => {
  it('leads whoever may not write it to asking, and from there to what social care were asked', async () => {
    const other = await asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
    const page = await text(ama, urls.child.care(other));
    expect(page).not.toContain('Add a status');
    expect(page).toContain(`href="${urls.information.ask(other, 'social-care')}"`);
    await ama.post(urls.information.ask(other), {
      agency: 'social-care',
      'question-social-care': 'Is the child open to you?',
    });
    const asked = await text(ama, urls.child.care(other));
    expect(asked).toContain('have not answered');
    const link = /href="([^"]+)">Social care were asked/.exec(asked.replaceAll(/\s+/g, ' '))?.[1];
    expect(await text(ama, link ?? '')).toContain('Is the child open to you?');
  });
});

describe('asking partners for information', () => {
  it('the usual five are ticked until they have been asked', async () => {
    const page = await text(ama, urls.information.ask(childId));
    for (const agency of ['police', 'health', 'education', 'social-care', 'early-help'])
      expect(page).toMatch(new RegExp(`value="${agency}" checked`));
    expect(page).not.toMatch(/value="probation" checked/);
    expect(page).not.toContain('Victim service');
  });

  it('each agency gets its own question, with the words we start from and the day it is due', async () => {
    const page = await text(
      ama,
      `${urls.information.ask(childId)}?agency=police&agency=probation&step=questions`,
    );
    expect(page).toContain('one line that the team may use');
    expect(page).toContain('5 working days (check locally)');
    expect(page).toContain('One person there can answer here');
    expect(page).toContain('Nobody there signs in here');
  });

  it('choosing nobody, or leaving a question empty, is told and sends nothing', async () => {
    const nobody = await ama.get(`${urls.information.ask(childId)}?step=questions`);
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('Choose at least one agency to ask');
    const empty = await ask('police', ' ');
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Enter your question to Police');
    expect(await text(ama, urls.information.list(childId))).toContain('Nobody has been asked yet');
  });

  it('several are asked at once, and what was never asked is still named', async () => {
    const answer = await ama.post(urls.information.ask(childId), {
      agency: ['police', 'health'],
      'question-police': 'What do you hold about nights away?',
      'question-health': 'Is the child waiting for a clinic?',
    });
    expect(answer.status).toBe(303);
    const page = await text(ama, urls.information.list(childId));
    expect(page).toContain('Not asked yet: Education');
    expect(page.match(/Waiting/g)).toHaveLength(2);
  });
});

describe('a partner answers', () => {
  it('sees the question in the inbox, answers in their own class, and then no longer sees the child', async () => {
    const quentin = await site.as('quentin-larkin');
    expect(await text(quentin, urls.information.inbox)).toContain('nights away');
    const { id, version } = await requestId('police');
    const path = urls.information.answer(childId, id);
    expect(await text(quentin, path)).toContain('What do you hold about nights away?');

    const fields = {
      version: String(version),
      status: 'answered',
      answer_for_team: 'Missing overnight twice; keep away from the old depot.',
      detail: 'Intelligence words that stay with police.',
    };
    const uncoded = await quentin.post(path, fields);
    expect(uncoded.status).toBe(422);
    const shown = await uncoded.text();
    expect(shown).toContain('Choose how the detail may be handled');
    expect(shown).toContain('Intelligence words that stay with police.');

    const sent = await quentin.post(path, { ...fields, handling_code: 'p' });
    expect(sent.status).toBe(303);
    expect((await quentin.get(path)).status).toBe(404);
    expect((await quentin.get(urls.child.overview(childId))).status).toBe(404);
    expect(await text(quentin, urls.information.inbox)).not.toContain('nights away');
  });

  it('a partner is not shown the question put to another agency', async () => {
    const rosamund = await site.as('rosamund-achebe');
    expect(await text(rosamund, urls.information.inbox)).toContain('waiting for a clinic');
    const { id } = await requestId('police');
    expect((await rosamund.get(urls.information.answer(childId, id))).status).toBe(404);
  });

  it('the case manager reads the line for the team and never the intelligence', async () => {
    const { id } = await requestId('police');
    for (const path of [
      urls.information.list(childId),
      urls.information.one(childId, id),
      urls.information.notes(childId),
    ]) {
      expect(await text(ama, path)).not.toContain('Intelligence words');
    }
    expect(await text(ama, urls.information.one(childId, id))).toContain('Missing overnight twice');
  });

  it('a colleague of the same agency who answers second is told, and loses nothing', async () => {
    const { id, version } = await requestId('health');
    const sunil = await site.as('sunil-featherstone');
    const path = urls.information.answer(childId, id);
    const stale = await sunil.post(path, {
      version: String(version + 5),
      status: 'answered',
      answer_for_team: 'Speak slowly and check back.',
    });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Speak slowly and check back.');
  });

  it('holding nothing needs no words; declining needs a reason', async () => {
    const { id, version } = await requestId('health');
    const rosamund = await site.as('rosamund-achebe');
    const path = urls.information.answer(childId, id);
    const declined = await rosamund.post(path, { version: String(version), status: 'declined' });
    expect(await declined.text()).toContain('Enter why you cannot answer');
    const nothing = await rosamund.post(path, {
      version: String(version),
      status: 'nothing-held',
    });
    expect(nothing.status).toBe(303);
    expect(await text(ama, urls.information.list(childId))).toContain('Nothing held');
  });
});

describe('weighing answers', () => {
  it('an answer is work to do until the assessor says what they made of it', async () => {
    expect(await text(ama, urls.information.list(childId))).toContain(
      '1 answer still to be marked used or not relevant',
    );
    const { id, version } = await requestId('police');
    const empty = await ama.post(urls.information.one(childId, id), {
      do: 'use',
      version: String(version),
      use: 'used',
      use_note: '',
    });
    expect(empty.status).toBe(422);
    const marked = await ama.post(urls.information.one(childId, id), {
      do: 'use',
      version: String(version),
      use: 'used',
      use_note: 'Safety section: places to avoid.',
    });
    expect(marked.status).toBe(303);
    const page = await text(ama, urls.information.list(childId));
    expect(page).toContain('Safety section: places to avoid.');
    expect(page).not.toContain('still to be marked');
  });

  it('two people marking the same answer are shown what each wrote', async () => {
    const { id } = await requestId('police');
    const late = await ama.post(urls.information.one(childId, id), {
      do: 'use',
      version: '1',
      use: 'not-relevant',
      use_note: 'Old news.',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Safety section: places to avoid.');
    expect(page).toContain('Old news.');
  });

  it('an overdue question is chased, a gap is named, and a withdrawn question ends the partner’s access', async () => {
    await ask('education', 'Where is the child on roll?');
    const tegan = await site.as('tegan-bamford-ali');
    expect((await tegan.get(urls.information.list(childId))).status).toBe(200);
    const { id, version } = await requestId('education');
    const path = urls.information.one(childId, id);
    await ama.post(path, { do: 'chase', version: String(version) });
    await ama.post(path, {
      do: 'gap',
      version: String(version + 1),
      gap_note: 'Attendance since May; asked the school direct.',
    });
    const page = await text(ama, urls.information.list(childId));
    expect(page).toContain('chased once');
    expect(page).toContain('Attendance since May');
    await ama.post(path, { do: 'withdraw', version: String(version + 2) });
    expect((await tegan.get(urls.information.list(childId))).status).toBe(404);
  });

  it('an answer given by telephone is written down with who wrote it', async () => {
    await ask('probation', 'Is an adult at home known to you?');
    const { id, version } = await requestId('probation');
    const saved = await ama.post(urls.information.one(childId, id), {
      do: 'told',
      version: String(version),
      status: 'answered',
      answer_for_team: 'Told by telephone: not known to them.',
    });
    expect(saved.status).toBe(303);
    expect(await text(ama, urls.information.one(childId, id))).toContain(
      'Probation; written down by Ama Lovelock',
    );
  });
});

describe('partners’ own notes', () => {
  it('are read in the reader’s classes only', async () => {
    await ask('education', 'Is there a plan?');
    await ask('police', 'Anything new?');
    const tegan = await site.as('tegan-bamford-ali');
    const quentin = await site.as('quentin-larkin');
    await tegan.post(urls.information.notes(childId), { detail: 'On roll, part-time table.' });
    await quentin.post(urls.information.notes(childId), {
      detail: 'Seen with adults near the depot.',
      handling_code: 'c',
    });
    const forAma = await text(ama, urls.information.notes(childId));
    expect(forAma).toContain('On roll, part-time table.');
    expect(forAma).not.toContain('near the depot');
    const forQuentin = await text(quentin, urls.information.notes(childId));
    expect(forQuentin).toContain('near the depot');
    expect(forQuentin).not.toContain('part-time table');
  });
});
