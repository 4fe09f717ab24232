import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { formTo } from '../support/forms-in.ts';
import { ownerOf } from '../support/panels.ts';
import { makeSignedAssessment } from '../support/signed-assessment.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const newChild = () => asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));

const textOf = async (answer: Promise<Response> | Response) => (await answer).text();
const day = addDays(britishDay(new Date()), -1).split('-');
const typed = {
  type: 'home-visit',
  place: 'Their nan’s flat',
  'on-day': String(Number(day[2])),
  'on-month': String(Number(day[1])),
  'on-year': day[0] ?? '',
  at: '4:15pm',
  minutes: '45',
  attendance: 'attended',
  child_seen: 'alone',
  parent_spoken_to: 'yes',
  notes: 'Kai talked about the “garage”.\nHe wants to go <back>.',
  child_words: 'I want to go back to school',
  next_step: 'I ring the school',
  lenses: ['desistance', 'childs-safety'],
};

/** The contact form as it is drawn just now. */
async function drawnFor(childId: string) {
  const path = urls.contacts.record(childId);
  return formTo(await textOf(ama.get(path)), path);
}

const contactsOf = async (childId: string) =>
  (
    await asOwner((tx) =>
      tx.selectFrom('contact').select('notes').where('child_id', '=', childId).execute(),
    )
  ).map(({ notes }) => notes);

describe('what is typed and not saved', () => {
  it('is in the form again, field by field, says since when, and can be discarded', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const { fields } = await drawnFor(childId);
    expect((await ama.post(urls.drafts.keep, { ...fields, ...typed })).status).toBe(204);
    const page = await textOf(ama.get(path));
    expect(page).toMatch(/This form shows what you typed on [^<]* and have not saved/);
    const again = formTo(page, path).fields;
    for (const [name, value] of Object.entries(typed)) expect(again[name]).toEqual([value].flat());
    const ben = await site.as('ben-thackery');
    expect(await textOf(ben.get(path))).not.toContain('nan’s flat');

    const discard = formTo(page, urls.drafts.discard);
    const gone = await ama.post(urls.drafts.discard, discard.fields);
    expect(gone.headers.get('location')).toBe(path);
    expect(await textOf(ama.get(path))).not.toContain('nan’s flat');
  });

  it('is kept when the form is refused, and goes when it is saved', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const { fields } = await drawnFor(childId);
    const refused = await ama.post(path, { ...fields, ...typed, at: 'half past never' });
    expect(refused.status).toBe(422);
    const page = await textOf(ama.get(path));
    expect(formTo(page, path).fields).toMatchObject({
      at: ['half past never'],
      notes: [typed.notes],
      lenses: typed.lenses,
    });
    const saved = await ama.post(path, { ...formTo(page, path).fields, at: '4pm' });
    expect(saved.headers.get('location')).toBe(urls.contacts.list(childId));
    expect(await textOf(ama.get(path))).not.toContain('have not saved');
  });

  it('is kept of a plan line too, in all its boxes', async () => {
    const childId = await newChild();
    const start = urls.plans.start(childId);
    await asOwner((tx) => makeSignedAssessment(tx, childId, { safety: 'medium' }));
    await ama.post(start, { exit_text: 'Boxing club', exit_who: 'Coach Jo' });
    const address = urls.plans.addLine(childId, 'contingency');
    const form = formTo(await textOf(ama.get(address)), address);
    const boxes = form.boxes.filter(({ kind }) => kind === 'text');
    expect(boxes.length).toBeGreaterThan(3);
    const words = Object.fromEntries(boxes.map(({ name }, place) => [name, `Words ${place}`]));
    await ama.post(urls.drafts.keep, { ...form.fields, ...words });
    const again = formTo(await textOf(ama.get(address)), address).fields;
    for (const [name, value] of Object.entries(words)) expect(again[name]).toEqual([value]);
  });

  it('comes back to whoever sent it after their session was gone, and to nobody else', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const { fields } = await drawnFor(childId);
    const stranger = site.signedOut();
    const answer = await stranger.post(path, { ...fields, ...typed });
    const then = new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('then');
    expect(then).toMatch(/^\/locked\/form\//);
    const ben = await site.as('ben-thackery');
    expect((await ben.get(then ?? '')).status).toBe(404);
    const held = formTo(await textOf(ama.get(then ?? '')), then ?? '');
    expect(held.fields).toMatchObject({ notes: [typed.notes], _once: fields._once });
    const forged = await stranger.post(path, { ...fields, ...typed, _once: 'somebody.else.t.1.2' });
    expect(forged.headers.get('location')).toBe(urls.signIn.pageThen('/'));
  });
});

describe('a form that is sent again', () => {
  it('makes nothing twice when the same is sent twice at once, and leads to where the first led', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const sent = { ...(await drawnFor(childId)).fields, ...typed };
    const answers = await Promise.all([ama.post(path, sent), ama.post(path, sent)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    for (const answer of answers)
      expect(answer.headers.get('location')).toBe(urls.contacts.list(childId));
    expect(await contactsOf(childId)).toEqual([typed.notes]);
    const third = await ama.post(path, sent);
    expect(decodeURIComponent(third.headers.getSetCookie().join())).toContain(
      'Nothing was made twice',
    );
    expect(await contactsOf(childId)).toHaveLength(1);
  });

  it('asks before the same is saved a second time from another page, and saves it when that is meant', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    await ama.post(path, { ...(await drawnFor(childId)).fields, ...typed });
    const second = await ama.post(path, { ...(await drawnFor(childId)).fields, ...typed });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('You saved this form with the same answers on');
    expect(page).toContain(`href="${urls.contacts.list(childId)}"`);
    expect(await contactsOf(childId)).toHaveLength(1);
    const again = await ama.post(path, formTo(page, path).fields);
    expect(again.status).toBe(303);
    expect(await contactsOf(childId)).toEqual([typed.notes, typed.notes]);
  });

  it('keeps words that were changed after going back, and does not lose them as sent', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const { fields } = await drawnFor(childId);
    await ama.post(path, { ...fields, ...typed });
    const changed = await ama.post(path, { ...fields, ...typed, notes: 'What I forgot' });
    expect(changed.status).toBe(409);
    expect(await changed.text()).toContain('not saved yet, but it is kept');
    expect(await textOf(ama.get(path))).toContain('What I forgot');
    expect(await contactsOf(childId)).toEqual([typed.notes]);
  });

  it('goes on when the one before it was refused', async () => {
    const childId = await newChild();
    const path = urls.contacts.record(childId);
    const { fields } = await drawnFor(childId);
    expect((await ama.post(path, { ...fields, ...typed, at: 'never' })).status).toBe(422);
    expect((await ama.post(path, { ...fields, ...typed })).status).toBe(303);
    expect(await contactsOf(childId)).toHaveLength(1);
  });
});
