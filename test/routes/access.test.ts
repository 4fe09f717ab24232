import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { actorOf, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';
let sealedId = '';
let sealedNumber = '';
let namedId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Openhand' });
      sealedId = await makeChild(tx, {
        worker: 'ben-thackery',
        surname: 'Hiddenway',
        restricted: true,
      });
      const named = { forename: 'Orla-Mae', surname: 'Unnumbered', restricted: true };
      namedId = await makeChild(tx, named);
      for (const _ of ['first', 'second'])
        await makeChild(tx, { forename: 'Twin', surname: 'Alike', restricted: true });
      const { number } = await tx
        .selectFrom('child')
        .select('number')
        .where('id', '=', sealedId)
        .executeTakeFirstOrThrow();
      sealedNumber = number;
    });
  site = await testApp(database());
  return () => site.jobs.stop();
});

// The log as the head of service reads it.
const readLog = async () =>
  asActor(database().app, await actorOf(database().app, 'philippa-standfast'), (tx) =>
    tx
      .selectFrom('access_log')
      .select(['kind', 'page', 'purpose', 'via', 'staff_id', 'child_id'])
      .orderBy('at')
      .orderBy('id')
      .execute(),
  );

describe('why someone opens a record', () => {
  it('a colleague gives a reason once, it stands in the log, and the page they wanted opens', async () => {
    const ben = await site.as('ben-thackery');
    const wanted = urls.child.overview(childId);
    const asked = (await ben.get(wanted)).headers.get('location') ?? '';
    expect(asked).toBe(urls.child.purpose(childId, wanted));
    expect(await (await ben.get(asked)).text()).toContain('Covering for the child');
    const none = await ben.post(urls.child.purpose(childId), { next: wanted });
    expect(none.status).toBe(422);
    const vague = await ben.post(urls.child.purpose(childId), { purpose: 'other', detail: '' });
    expect(await vague.text()).toContain('Say in a few words');
    const given = await ben.post(urls.child.purpose(childId), {
      purpose: 'covering',
      detail: 'Ama is on leave',
      next: wanted,
    });
    expect(given.headers.get('location')).toBe(wanted);
    expect((await ben.get(wanted)).status).toBe(200);
    expect(await readLog()).toContainEqual(
      expect.objectContaining({
        kind: 'purpose',
        purpose: 'Covering for the child’s worker: Ama is on leave',
        staff_id: staffId('ben-thackery'),
      }),
    );
  });

  it('a hidden child is “not found”, and the attempt is in the log with the child’s id', async () => {
    const quentin = await site.as('quentin-larkin');
    expect((await quentin.get(urls.child.overview(childId))).status).toBe(404);
    expect(await readLog()).toContainEqual(
      expect.objectContaining({
        kind: 'denied',
        child_id: childId,
        staff_id: staffId('quentin-larkin'),
      }),
    );
  });
});

describe('a restricted record', () => {
  it('opens in an emergency for a manager with the number and a reason, and for nobody without', async () => {
    const nasir = await site.as('nasir-hollyoak');
    expect((await nasir.get(urls.child.overview(sealedId))).status).toBe(404);
    const ask = (fields: Record<string, string>) =>
      nasir.post(urls.child.breakGlass, {
        number: sealedNumber,
        reason: 'Hospital rang: who may consent?',
        hours: '2',
        ...fields,
      });
    expect((await ask({ reason: 'urgent' })).status).toBe(422);
    expect((await ask({ hours: '9' })).status).toBe(422);
    expect((await ask({ number: 'NO-SUCH' })).status).toBe(404);
    const opened = await ask({});
    expect(opened.headers.get('location')).toBe(urls.child.overview(sealedId));
    const record = await nasir.get(urls.child.overview(sealedId));
    expect(record.status).toBe(200);
    expect(await record.text()).toContain('Emergency access');
    const refused = (await readLog()).filter(
      ({ page, kind }) => page === urls.child.breakGlass && kind === 'denied',
    );
    expect(refused).toHaveLength(1);
    const ama = await site.as('ama-lovelock');
    expect((await ama.get(urls.child.breakGlass)).status).toBe(403);
  });

  it('another manager reviews an emergency; nobody reviews their own', async () => {
    const nasir = await site.as('nasir-hollyoak');
    const list = await (await nasir.get(urls.oversight.breakGlass)).text();
    const path = /\/team\/break-glass\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
    expect(await (await nasir.get(path)).text()).toContain('another manager must review it');
    const review = {
      review_finding: 'justified',
      review_note: 'The ward confirmed the call',
      version: '1',
    };
    expect((await nasir.post(path, review)).status).toBe(422);
    const marguerite = await site.as('marguerite-oyelaran');
    const before = await (await marguerite.get(path)).text();
    expect(before).toContain(sealedNumber);
    expect(before).not.toContain('Hiddenway');
    expect(before).toContain('Record: overview (1)');
    expect((await marguerite.post(path, { ...review, review_note: '' })).status).toBe(422);
    await marguerite.post(path, review);
    const after = await (await marguerite.get(path)).text();
    expect(after).toContain('Reviewed by');
    expect(after).toContain('Marguerite Oyelaran');
  });

  it('is found in an emergency by its whole name and date of birth when nobody has the number, and the asking is kept', async () => {
    const marguerite = await site.as('marguerite-oyelaran');
    const ask = (fields: Record<string, string>) =>
      marguerite.post(urls.child.breakGlass, {
        forename: 'Orla-Mae',
        surname: 'Unnumbered',
        'born-day': '4',
        'born-month': '5',
        'born-year': '2011',
        reason: 'Hospital rang: who may consent?',
        hours: '1',
        ...fields,
      });
    const answer = await ask({ 'born-day': '' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Enter a day. ');
    expect((await ask({ surname: '' })).status).toBe(422);
    expect((await ask({ 'born-day': '5' })).status).toBe(404);
    expect((await ask({ surname: 'Unnumb' })).status).toBe(404);
    const twins = await ask({ forename: 'Twin', surname: 'Alike' });
    expect(twins.status).toBe(404);
    expect(await twins.text()).toContain('More than one child has that name and date of birth');
    const opened = await ask({ forename: 'orla mae' });
    expect(opened.headers.get('location')).toBe(urls.child.overview(namedId));
    expect((await marguerite.get(urls.child.overview(namedId))).status).toBe(200);
    const asked = (await readLog()).filter(
      ({ page, purpose }) =>
        page === urls.child.breakGlass && purpose === 'Asked by name and date of birth',
    );
    expect(asked.map(({ kind, child_id }) => [kind, child_id])).toEqual([
      ['denied', null],
      ['denied', null],
      ['denied', null],
      ['search', namedId],
    ]);
  });

  it('the head of service names who may see it, changes the list and lifts it, knowing only the number', async () => {
    const head = await site.as('philippa-standfast');
    const path = urls.child.restrict(sealedId);
    const page = await (await head.get(path)).text();
    expect(page).toContain(sealedNumber);
    expect(page).not.toContain('Hiddenway');
    expect(await (await head.get(urls.children.restricted)).text()).toContain('Nobody');
    const form = {
      reason: 'child-of-staff',
      detail: 'Agreed with the board chair',
      people: [staffId('chandra-pell')],
      version: '1',
    };
    expect((await head.post(path, { ...form, people: [] })).status).toBe(422);
    expect((await head.post(path, { ...form, version: '7' })).status).toBe(409);
    expect((await head.post(path, form)).status).toBe(303);
    const late = await head.post(path, { ...form, detail: 'Agreed with the board' });
    expect(await late.text()).toContain('In another window you saved this');
    const chandra = await site.as('chandra-pell');
    expect((await chandra.get(urls.child.overview(sealedId))).status).toBe(200);
    const ben = await site.as('ben-thackery');
    expect((await ben.get(urls.child.overview(sealedId))).status).toBe(404);
    await head.post(path, { ...form, version: '2', people: [staffId('ben-thackery')] });
    expect((await chandra.get(urls.child.overview(sealedId))).status).toBe(404);
    expect((await ben.get(urls.child.overview(sealedId))).status).toBe(200);
    await head.post(urls.child.restrictLift(sealedId), {});
    const marguerite = await site.as('marguerite-oyelaran');
    expect((await marguerite.get(urls.child.overview(sealedId))).status).not.toBe(404);
    expect((await marguerite.get(path)).status).toBe(403);
  });

  it('the seal takes effect at once for someone with the record open', async () => {
    const ama = await site.as('ama-lovelock');
    expect((await ama.get(urls.child.overview(childId))).status).toBe(200);
    const head = await site.as('philippa-standfast');
    const sealed = await head.post(urls.child.restrict(childId), {
      reason: 'high-profile',
      detail: 'In the news',
      people: [staffId('marguerite-oyelaran')],
    });
    expect(sealed.status).toBe(303);
    expect((await ama.get(urls.child.overview(childId))).status).toBe(404);
    await head.post(urls.child.restrictLift(childId), {});
    expect((await ama.get(urls.child.overview(childId))).status).toBe(200);
  });
});

describe('reading the log', () => {
  it('a manager reads who looked at a child and why, by day, kind and person', async () => {
    const head = await site.as('philippa-standfast');
    const all = await (await head.get(urls.child.whoLooked(childId))).text();
    expect(all).toContain('Ama is on leave');
    expect(all).toContain('Quentin Larkin');
    const onlyBen = await head.get(
      `${urls.child.whoLooked(childId)}?person=${staffId('ben-thackery')}&kind=purpose`,
    );
    const text = await onlyBen.text();
    expect(text).toContain('Ama is on leave');
    expect(text).not.toContain('looked">Quentin');
    const lastYear = await head.get(
      `${urls.child.whoLooked(childId)}?to-day=1&to-month=1&to-year=2020`,
    );
    expect(await lastYear.text()).toContain('Nothing in the log');
    const ama = await site.as('ama-lovelock');
    expect((await ama.get(urls.child.whoLooked(childId))).status).toBe(403);
  });

  it('an administrator sees when and what kind of page, never which child or why', async () => {
    const freddie = await site.as('freddie-okafor-bright');
    const page = await (await freddie.get(urls.admin.staffLooked(staffId('ben-thackery')))).text();
    expect(page).toContain('Gave a reason');
    expect(page).not.toMatch(/Openhand|Hiddenway|Ama is on leave|T-\d+-\d+/);
    const manager = await site.as('philippa-standfast');
    const theirs = await (
      await manager.get(urls.admin.staffLooked(staffId('ben-thackery')))
    ).text();
    expect(theirs).toContain('Openhand');
    expect((await freddie.get(urls.child.whoLooked(childId))).status).toBe(404);
  });

  it('a practice manager sees their team at a glance, and of others only what they looked at among its children', async () => {
    const nasir = await site.as('nasir-hollyoak');
    const found = await (await nasir.post(urls.admin.access, { name: 'thack' })).text();
    expect(found).toContain('Nobody of that name in your team');
    const page = await (await nasir.get(urls.admin.staffLooked(staffId('ben-thackery')))).text();
    expect(page).toContain('Ben Thackery is not in your team');
    expect(page).not.toContain('Openhand');
    const marguerite = await site.as('marguerite-oyelaran');
    const theirs = await (
      await marguerite.get(urls.admin.staffLooked(staffId('ben-thackery')))
    ).text();
    expect(theirs).toContain('Openhand');
    expect(theirs).not.toContain('is not in your team');
  });

  it('refusals, emergencies and records of other people’s children stand out', async () => {
    const head = await site.as('philippa-standfast');
    const page = await (await head.get(urls.admin.access)).text();
    expect(page).toContain('Quentin Larkin');
    const found = await (await head.post(urls.admin.access, { name: 'thack' })).text();
    expect(found).toContain('Ben Thackery');
    expect(found).not.toContain('Quentin Larkin');
  });

  it('what was changed is told in words, before and after', async () => {
    await asActor(database().app, await actorOf(database().app, 'ama-lovelock'), (tx) =>
      tx.updateTable('child').set({ known_as: 'Wrenny' }).where('id', '=', childId).execute(),
    );
    const ama = await site.as('ama-lovelock');
    const page = await (await ama.get(urls.child.history(childId))).text();
    expect(page).toContain('Name and birth changed');
    expect(page).toContain('Wrenny');
    expect(page).toContain('Who works with the child added');
    expect(page).not.toMatch(/name_search|known_as/);
    const one = await (await ama.get(`${urls.child.history(childId)}?part=relationship`)).text();
    expect(one).not.toContain('Name and birth changed');
  });
});
