import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;

beforeAll(async () => {
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return wordsOf(await answer.text());
};
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

/** The wrong child, the right one, and the right one's number. */
async function twoChildren(worker = 'ama-lovelock', surname = 'Wrongly') {
  return asOwner(async (tx) => {
    const wrong = await makeChild(tx, { surname, worker });
    const right = await makeChild(tx, { surname: 'Rightly', worker });
    const row = await tx
      .selectFrom('child')
      .select('number')
      .where('id', '=', right)
      .executeTakeFirstOrThrow();
    return { wrong, right, number: row.number };
  });
}

const contactOn = (childId: string, notes: string, more: object = {}) =>
  asOwner(async (tx) => {
    const id = newId();
    await tx
      .insertInto('contact')
      .values({
        service_id: serviceId,
        id,
        child_id: childId,
        type: 'supervision',
        place: 'Office',
        held_at: new Date(`${britishDay(new Date())}T00:01:00Z`),
        status: 'recorded',
        attendance: 'attended',
        child_seen: 'alone',
        notes,
        worker_id: staffId('ama-lovelock'),
        created_by: staffId('ama-lovelock'),
        ...more,
      })
      .execute();
    return id;
  });

async function takeOff(visitor: Visitor, path: string, said: Record<string, string>) {
  const page = await (await visitor.get(path)).text();
  return visitor.post(path, { number: '', version: versionIn(page), ...said });
}

describe('a contact on the wrong child’s record', () => {
  it('is moved to the right one: struck there, whole here, and each record says why', async () => {
    const { wrong, right, number } = await twoChildren();
    const contact = await contactOn(wrong, 'He rang about football');
    const path = urls.contacts.takeOff(wrong, contact);
    const moved = await takeOff(ama, path, {
      what: 'move',
      number,
      reason: 'I had both records open',
    });
    expect(moved.status).toBe(303);
    const there = await read(ama, urls.contacts.list(wrong));
    expect(there).toContain('Taken off this record');
    expect(there).toContain('Moved to the right child’s record');
    expect(there).toContain('I had both records open');
    expect(there).toContain('so far: 0 meetings kept');
    expect(there).not.toContain('Rightly');
    // One child's words are not read on another child's record, nor in its history.
    for (const words of [
      there,
      await read(await site.as('marguerite-oyelaran'), urls.child.history(wrong)),
    ])
      expect(words).not.toContain('football');
    expect(await read(await site.as('marguerite-oyelaran'), urls.child.history(right))).toContain(
      'football',
    );
    const here = await read(ama, urls.contacts.list(right));
    expect(here).toContain('He rang about football');
    expect(here).toContain('so far: 1 meeting kept');
    const row = await asOwner((tx) =>
      tx.selectFrom('contact').select('id').where('child_id', '=', right).executeTakeFirstOrThrow(),
    );
    const one = await read(ama, urls.contacts.one(right, row.id));
    expect(one).toContain('Moved here from another child’s record');
    expect(one).not.toContain('Wrongly');
    expect((await ama.get(urls.contacts.one(wrong, contact))).status).toBe(404);
    expect(await read(ama, urls.child.chronology(wrong))).toContain(
      'A contact was moved to the right child’s record',
    );
    expect(await read(ama, urls.child.chronology(right))).toContain(
      'A contact was moved here from the wrong record',
    );
  });

  it('leaves the log of who looked as it was, and the move stands in both logs', async () => {
    const { wrong, right, number } = await twoChildren();
    const contact = await contactOn(wrong, 'Seen by a manager first');
    const manager = await site.as('marguerite-oyelaran');
    await manager.get(urls.contacts.one(wrong, contact));
    const path = urls.contacts.takeOff(wrong, contact);
    await takeOff(ama, path, { what: 'move', number, reason: 'Wrong sibling' });
    const looks = (childId: string) =>
      asOwner((tx) =>
        tx
          .selectFrom('access_log')
          .select(['staff_id', 'kind'])
          .where('child_id', '=', childId)
          .execute(),
      );
    const change = { staff_id: staffId('ama-lovelock'), kind: 'change' };
    expect(await looks(wrong)).toContainEqual({
      staff_id: staffId('marguerite-oyelaran'),
      kind: 'view',
    });
    expect(await looks(wrong)).toContainEqual(change);
    expect(await looks(right)).toContainEqual(change);
  });

  it('cannot go to a child whom its author may not write about, nor without a number or a reason', async () => {
    const { wrong } = await twoChildren();
    const stranger = await twoChildren('kemi-applegarth');
    const contact = await contactOn(wrong, 'Not theirs');
    const path = urls.contacts.takeOff(wrong, contact);
    const barred = await takeOff(ama, path, {
      what: 'move',
      number: stranger.number,
      reason: 'Wrong child',
    });
    expect(barred.status).toBe(422);
    expect(wordsOf(await barred.text())).toMatch(/ask somebody who works with them|can open no/);
    expect((await takeOff(ama, path, { what: 'move', reason: 'Wrong child' })).status).toBe(422);
    expect((await takeOff(ama, path, { what: 'withdraw', reason: '' })).status).toBe(422);
    expect(await read(ama, urls.contacts.list(wrong))).toContain('Not theirs');
    const ben = await site.as('ben-thackery');
    expect((await ben.get(path)).status).not.toBe(200);
  });

  it('is withdrawn, counts as met or missed no more, and keeps what it said', async () => {
    const { wrong } = await twoChildren();
    const missed = { attendance: 'unacceptable-absence', absence_reason: 'forgot' };
    await contactOn(wrong, 'Missed the first', missed);
    const second = await contactOn(wrong, 'Missed the second', missed);
    expect(await read(ama, urls.contacts.list(wrong))).toContain('missed 2 contacts in a row');
    const path = urls.contacts.takeOff(wrong, second);
    const said = { what: 'withdraw', reason: 'It was never arranged' };
    expect((await takeOff(ama, path, said)).status).toBe(303);
    const list = await read(ama, urls.contacts.list(wrong));
    expect(list).not.toContain('in a row');
    expect(list).toContain('It was never arranged');
    expect(list).toContain('Missed the second');
    const due = await asOwner((tx) =>
      tx.selectFrom('duty').select('subject_id').where('subject_id', '=', second).execute(),
    );
    expect(due).toEqual([]);
  });

  it('that two people take off at once is taken off once, and the second is told that it stands', async () => {
    const { wrong } = await twoChildren();
    const contact = await contactOn(wrong, 'Never happened');
    const path = urls.contacts.takeOff(wrong, contact);
    const manager = await site.as('marguerite-oyelaran');
    const said = { what: 'withdraw', reason: 'Never happened' };
    const pages = await Promise.all(
      [ama, manager].map(async (person) => versionIn(await (await person.get(path)).text())),
    );
    const answers = await Promise.all(
      [ama, manager].map((person, n) =>
        person.post(path, { number: '', ...said, version: pages[n] ?? '' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const second = answers.find(({ status }) => status === 422);
    expect(wordsOf((await second?.text()) ?? '')).toMatch(/stands already|took it off already/);
    expect(await read(manager, path)).toContain('This stands already: it was withdrawn on');
    const kept = await asOwner((tx) =>
      tx.selectFrom('correction').select('id').where('row_id', '=', contact).execute(),
    );
    expect(kept).toHaveLength(1);
  });

  it('that somebody changed meanwhile is shown again before it is taken off', async () => {
    const { wrong } = await twoChildren();
    const contact = await contactOn(wrong, 'As it was');
    const path = urls.contacts.takeOff(wrong, contact);
    const stale = { what: 'withdraw', reason: 'Mistake', version: '0', number: '' };
    expect((await ama.post(path, stale)).status).toBe(409);
    expect(await read(ama, urls.contacts.list(wrong))).toContain('As it was');
  });
});

describe('a partner’s note on the wrong child’s record', () => {
  it('is corrected and moved by whoever wrote it, and by nobody else', async () => {
    const { wrong, right, number } = await twoChildren();
    await asOwner(async (tx) => {
      for (const child of [wrong, right]) await relate(tx, child, 'tegan-bamford-ali', 'partner');
    });
    const tegan = await site.as('tegan-bamford-ali');
    await tegan.post(urls.information.notes(wrong), { detail: 'Excluded twice this term' });
    const page = await (await tegan.get(urls.information.notes(wrong))).text();
    const path = /href="([^"]*\/take-off)"/.exec(page)?.[1] ?? '';
    expect((await ama.get(path)).status).not.toBe(200);
    const correct = path.replace('take-off', 'correct');
    expect((await ama.get(correct)).status).not.toBe(200);
    const form = await (await tegan.get(correct)).text();
    const said = { detail: 'Excluded three times this term', reason: 'Counted again' };
    await tegan.post(correct, { ...said, version: versionIn(form) });
    const corrected = await read(tegan, urls.information.notes(wrong));
    expect(corrected).toContain('Excluded twice this term');
    expect(corrected).toContain('Counted again');
    const moved = await takeOff(tegan, path, { what: 'move', number, reason: 'The other brother' });
    expect(moved.status).toBe(303);
    expect(await read(tegan, urls.information.notes(right))).toContain('Excluded three times');
    const there = await read(tegan, urls.information.notes(wrong));
    expect(there).toContain('Moved to the right child’s record');
    expect(there).toContain('The other brother');
  });
});

describe('a referral', () => {
  const day = (name: string, text: string) => {
    const [year = '', month = '', date = ''] = text.split('-');
    return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
  };
  const logOn = async (childId: string, more: Record<string, string> = {}) => {
    const answer = await ama.post(urls.referrals.createForChild(childId), {
      source: 'school',
      agency: 'education',
      ...day('referred_on', '2026-01-12'),
      offences: 'Common assault',
      ...day('offence_on', '2026-01-10'),
      admission: 'not-asked',
      has_victim: 'yes',
      victim_consents: 'unknown',
      detail: 'First words',
      ...more,
    });
    expect(answer.status).toBe(303);
    return answer.headers.get('location') ?? '';
  };

  it('is corrected with a reason, and what it said before stands beside it', async () => {
    const { wrong } = await twoChildren();
    const at = await logOn(wrong);
    const page = await (await ama.get(`${at}/correct`)).text();
    const answer = await ama.post(`${at}/correct`, {
      source: 'school',
      agency: 'education',
      ...day('referred_on', '2026-01-12'),
      admission: 'unknown',
      victim_consents: 'no',
      detail: 'Second words',
      reason: 'The school rang back',
      version: versionIn(page),
    });
    expect(answer.status).toBe(303);
    const one = await read(ama, at);
    expect(one).toContain('Second words');
    expect(one).toContain('First words');
    expect(one).toContain('The school rang back');
  });

  it('on the wrong record is moved with its offences and the line of whoever was harmed, and waits for triage there', async () => {
    const { wrong, right, number } = await twoChildren('ama-lovelock', 'Mistaken');
    const at = await logOn(wrong);
    const moved = await takeOff(ama, `${at}/take-off`, {
      what: 'move',
      number,
      reason: 'Two of one name',
    });
    expect(moved.status).toBe(303);
    expect(await read(ama, urls.referrals.forChild(right))).toContain('Common assault');
    expect(await read(ama, urls.victims.list(right))).toContain('Victim A');
    expect(await read(ama, urls.victims.list(wrong))).toContain('No victim has been added');
    const there = await read(ama, urls.referrals.forChild(wrong));
    expect(there).toContain('Taken off this record');
    expect(there).toContain('Two of one name');
    const marguerite = await site.as('marguerite-oyelaran');
    const inbox = await read(marguerite, urls.referrals.inbox);
    expect(inbox).toContain('Rightly');
    expect(inbox).not.toContain('Mistaken');
  });

  it('that work has followed from cannot be taken off: the page says what to do first', async () => {
    const { wrong } = await twoChildren();
    const at = await logOn(wrong);
    await asOwner((tx) =>
      tx
        .insertInto('information_request')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: wrong,
          referral_id: at.split('/').at(-1) ?? '',
          agency: 'health',
          record_class: 'RC8',
          question: 'What is known?',
          asked_on: '2026-01-13',
          due_on: '2026-01-20',
        })
        .execute(),
    );
    const answer = await takeOff(ama, `${at}/take-off`, { what: 'withdraw', reason: 'Mistake' });
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain('Work has followed from this referral');
    expect(await read(ama, at)).toContain('Common assault');
  });
});

describe('two records that were merged by mistake', () => {
  it('are taken apart on the page that tells of the merge, by a manager, with a reason: each has its own rows and both histories say so', {
    timeout: 120_000,
  }, async () => {
    const { wrong: kept, right: gone, number } = await twoChildren('ama-lovelock', 'Keptly');
    await contactOn(gone, 'Came with the other record');
    const manager = await site.as('marguerite-oyelaran');
    const merged = await manager.post(urls.child.merge(kept), {
      with: gone,
      keep: kept,
      reason: 'The same birth certificate',
    });
    expect(merged.status).toBe(303);
    const since = await contactOn(kept, 'Written while they were one');
    for (const path of [urls.child.details(kept), urls.child.history(kept), urls.children.merged])
      expect(await read(manager, path), path).toContain('These are two children');
    expect(await read(ama, urls.child.details(kept))).not.toContain('These are two children');
    const details = await (await manager.get(urls.child.details(kept))).text();
    const path = /href="([^"]*\/merges\/[^"]*)"/.exec(details)?.[1] ?? '';
    expect((await ama.get(path)).status).toBe(403);
    const page = await (await manager.get(path)).text();
    expect(wordsOf(page)).toContain('What goes back: 2 rows');
    expect(wordsOf(page)).toContain('Written since the merge');
    const said = { theirs: since, version: versionIn(page), reason: '' };
    expect((await manager.post(path, said)).status).toBe(422);
    const stale = { ...said, version: '7', reason: 'Two birth certificates' };
    const met = await manager.post(path, stale);
    expect([met.status, wordsOf(await met.text())]).toEqual([
      409,
      expect.stringContaining('merged again since you opened this page'),
    ]);
    const done = await manager.post(path, { ...said, reason: 'Two birth certificates' });
    expect(done.status).toBe(303);
    const there = await read(ama, urls.contacts.list(gone));
    expect(there).toContain('Came with the other record');
    expect(there).toContain('Written while they were one');
    expect(await read(ama, urls.contacts.list(kept))).toContain('so far: 0 meetings kept');
    for (const child of [kept, gone]) {
      for (const told of [urls.child.history(child), urls.child.chronology(child)])
        expect(await read(manager, told), told).toContain('Two birth certificates');
      expect(await read(manager, urls.child.details(child))).toContain('Taken back');
    }
    expect(await read(manager, urls.child.whoLooked(gone))).toContain(
      'Who looked while two records were one',
    );
    const again = await manager.post(path, { ...said, reason: 'Again, two certificates' });
    expect([again.status, wordsOf(await again.text())]).toEqual([
      422,
      expect.stringContaining('nothing is left to do'),
    ]);
    expect(await read(manager, path)).toContain(`${number} and`);
  });
});
