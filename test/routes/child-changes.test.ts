import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let wren = '';
const names = ['Adder', 'Bittern', 'Curlew', 'Dunlin', 'Egret', 'Finch', 'Gull'] as const;
const birds = new Map<string, string>();

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      wren = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, wren, 'tegan-bamford-ali', 'partner');
      await relate(tx, wren, 'viv-tolliver', 'partner');
      for (const forename of names)
        birds.set(forename, await makeChild(tx, { forename, worker: 'ama-lovelock' }));
      await tx
        .insertInto('access_log')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: wren,
          staff_id: staffId('ben-thackery'),
          kind: 'purpose',
          page: '/',
          purpose: 'Duty call',
        })
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const textOf = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const day = (name: string, [year = '', month = '', date = '']: string[]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const on = (name: string, text: string) => day(name, text.split('-'));

describe('numbers of other agencies', () => {
  const add = (kind: string, value: string) =>
    ama.post(urls.child.identifiers(wren), { kind, value, source: 'school' });

  it.each([
    ['nhs-number', '943 476 5918', 'last figure does not fit'],
    ['nhs-number', '0000000000', 'is no number'],
    ['upn', 'B123456789012', 'first letter does not fit'],
    ['upn', 'N/K', 'is no number'],
    ['pnc', '2024/12', 'has not the shape of this number'],
  ])('%s %s is not kept, and it is said why', async (kind, value, words) => {
    const answer = await add(kind, value);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  });

  it('one police number written in two ways is one number, found by either', async () => {
    expect((await add('pnc', '24/562552J')).status).toBe(303);
    const again = await add('pnc', '2024/0562552J');
    expect(await again.text()).toContain('has this number already');
    const found = await ama.post(urls.children.search, { q: '24/0562552j' });
    expect(await found.text()).toContain('2024/0562552J');
  });
});

describe('changing the record', () => {
  it('a new address ends the one before, and one that overlaps is refused in words', async () => {
    const id = quick('Adder');
    const address = {
      lines: '1 Old Row',
      postcode: 'em1 4qz',
      accommodation_type: 'parents',
      suitable: 'yes',
      source: 'self',
    };
    expect(
      (await ama.post(urls.child.addresses(id), { ...address, ...on('valid_from', '2026-03-01') }))
        .status,
    ).toBe(303);
    const moved = await ama.post(urls.child.addresses(id), {
      ...address,
      lines: '2 New Row',
      ...on('valid_from', '2026-05-01'),
    });
    expect(moved.status).toBe(303);
    const page = await textOf(ama, urls.child.addresses(id));
    expect(page).toContain('1 March 2026 to 1 May 2026');
    expect(page).toContain('EM1 4QZ');
    const early = await ama.post(urls.child.addresses(id), {
      ...address,
      lines: '3 Odd Row',
      ...on('valid_from', '2026-04-01'),
    });
    expect(early.status).toBe(422);
    const text = await early.text();
    expect(text).toContain('enter a later day, or mend that address first');
    expect(text).toContain('3 Odd Row');
  });

  it('another name is found by the search from then on', async () => {
    const id = quick('Bittern');
    await ama.post(urls.child.names(id), {
      forename: 'Zebedee',
      surname: 'Quartermain',
      kind: 'alias',
      source: 'school',
    });
    const found = await ama.post(urls.children.search, { q: 'quartermain' });
    expect(await found.text()).toContain(`/children/${id}`);
  });

  it('two sources that disagree are shown, and settled by ending one', async () => {
    const id = quick('Curlew');
    const path = urls.child.characteristic(id, 'ethnicity');
    const told = (answer: string, source: string) =>
      ama.post(path, { answer, source, ...on('recorded_on', '2026-06-01') });
    expect((await told('B1', 'self')).status).toBe(303);
    expect((await told('W1', 'police')).status).toBe(303);
    expect(await textOf(ama, path)).toContain('Two sources disagree');
    expect(await textOf(ama, urls.children.gaps)).toContain('Ethnicity: two sources disagree');
    const police = (await textOf(ama, path)).split('Source: Police')[1] ?? '';
    const rowId = idIn(police, 'characteristics/ethnicity');
    const settled = await ama.post(urls.child.settleCharacteristic(id, 'ethnicity', rowId), {
      verdict: 'ended',
      version: '1',
    });
    expect(settled.status).toBe(303);
    expect(await textOf(ama, path)).not.toContain('Two sources disagree');
  });

  it('declined is an answer, not asked is a gap', async () => {
    const id = quick('Dunlin');
    const path = urls.child.characteristic(id, 'language');
    await ama.post(path, {
      answer: 'not-known:not-asked',
      source: 'self',
      ...on('recorded_on', '2026-06-01'),
    });
    expect(await textOf(ama, urls.child.overview(id))).toContain('First language: not asked');
    await ama.post(path, {
      answer: 'not-known:declined',
      source: 'self',
      ...on('recorded_on', '2026-06-02'),
    });
    expect(await textOf(ama, urls.child.overview(id))).not.toContain('First language:');
  });

  it('two people changing the name at once both see what the other wrote', async () => {
    const id = quick('Egret');
    const details = {
      forename: 'Egret',
      surname: 'Testaway',
      date_of_birth_status: 'known',
      sex: 'female',
      version: '1',
      ...on('date_of_birth', '2011-05-04'),
    };
    expect(
      (await ama.post(urls.child.detailsEdit(id), { ...details, known_as: 'Eggy' })).status,
    ).toBe(303);
    const late = await ama.post(urls.child.detailsEdit(id), { ...details, known_as: 'Regret' });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('Eggy');
    expect(text).toContain('Regret');
    expect(text).toContain('In another window you saved this while you were writing');
  });

  it('who mends a fault in a form that was overtaken still meets what was saved meanwhile', async () => {
    const id = quick('Adder');
    const details = {
      forename: 'Adder',
      surname: 'Testaway',
      date_of_birth_status: 'unknown',
      sex: 'female',
    };
    const sent = (changes: Record<string, string>) =>
      ama.post(urls.child.detailsEdit(id), { ...details, version: '1', ...changes });
    expect((await sent({ known_as: 'Addy' })).status).toBe(303);
    const faulty = await sent({ forename: '', known_as: 'Ader' });
    expect(faulty.status).toBe(422);
    expect(await faulty.text()).toContain('name="version" value="1"');
  });

  it('a warning has an owner and its usual day of review, and ends with a reason', async () => {
    const id = quick('Finch');
    const raised = await ama.post(urls.child.warnings(id), {
      kind: 'dog-at-address',
      detail: 'Ring first',
      owner_id: staffId('ama-lovelock'),
    });
    expect(raised.status).toBe(303);
    const page = await textOf(ama, urls.child.warnings(id));
    expect(page).toContain('Ama Lovelock looks again by');
    const row = { id: idIn(page, 'warnings'), version: 1 };
    expect(
      (
        await ama.post(urls.child.endWarning(id, row.id), {
          end_reason: '',
          version: String(row.version),
        })
      ).status,
    ).toBe(422);
    expect(
      (
        await ama.post(urls.child.endWarning(id, row.id), {
          end_reason: 'The dog has gone',
          version: String(row.version),
        })
      ).status,
    ).toBe(303);
    expect(await textOf(ama, urls.child.warnings(id))).toContain('The dog has gone');
    const late = await ama.post(urls.child.warning(id, row.id), {
      detail: 'Ring twice',
      version: String(row.version),
    });
    expect(late.status).toBe(422);
    const text = await late.text();
    expect(text).toContain('The warning was ended while you were typing');
    expect(text).toContain('Ring twice');
  });

  it('a parent’s private information is for those who may read it', async () => {
    await ama.post(urls.child.family(wren), {
      name: 'Petra Testaway',
      relationship: 'mother',
      parental_responsibility: 'yes',
      may_be_contacted: 'yes',
    });
    const person = { id: idIn(await textOf(ama, urls.child.family(wren)), 'family') };
    const path = urls.child.familyPerson(wren, person.id);
    await ama.post(urls.child.familyPrivate(wren, person.id), {
      detail: 'Lives with long illness',
      hide_from: 'the father',
    });
    expect(await textOf(ama, path)).toContain('Lives with long illness');
    const tegan = await site.as('tegan-bamford-ali');
    const page = await textOf(tegan, path);
    expect(page).toContain('Petra Testaway');
    expect(page).not.toContain('long illness');
    expect(page).not.toContain('private information');
    // Another case manager, who gave a reason for looking and does not work with the child.
    const ben = await site.as('ben-thackery');
    await ben.post(urls.child.purpose(wren), { purpose: 'covering' });
    const without = await textOf(ben, path);
    expect(without).toContain('is read by those who work with this child');
    expect(without).not.toContain('long illness');
  });

  it('social care keeps the care status, education its hours', async () => {
    const viv = await site.as('viv-tolliver');
    expect(
      (
        await viv.post(urls.child.care(wren), {
          status: 'child-in-need',
          source: 'social-care',
          ...on('valid_from', '2026-02-01'),
        })
      ).status,
    ).toBe(303);
    expect(
      (
        await ama.post(urls.child.care(wren), {
          status: 'child-in-need',
          source: 'social-care',
          ...on('valid_from', '2026-02-01'),
        })
      ).status,
    ).toBe(403);
    const again = await viv.post(urls.child.care(wren), {
      status: 'child-in-need',
      source: 'social-care',
      ...on('valid_from', '2026-03-01'),
    });
    expect(again.status).toBe(422);
    const tegan = await site.as('tegan-bamford-ali');
    const school = {
      provision: 'school-full-time',
      provider: 'Marsh School',
      hours_offered: '25',
      hours_attended: 'lots',
      suitable: 'yes',
      source: 'school',
      ...on('valid_from', '2026-01-10'),
    };
    expect((await tegan.post(urls.child.education(wren), school)).status).toBe(422);
    expect(
      (await tegan.post(urls.child.education(wren), { ...school, hours_attended: '7.5' })).status,
    ).toBe(303);
    expect(await textOf(ama, urls.child.education(wren))).toContain('7.5 hours a week attended');
  });

  it('a colleague who does not work with the child is shown no form and cannot send one', async () => {
    const ben = await site.as('ben-thackery');
    expect(await textOf(ben, urls.child.names(wren))).not.toContain('Add another name');
    const sent = await ben.post(urls.child.names(wren), {
      forename: 'A',
      surname: 'B',
      kind: 'alias',
      source: 'self',
    });
    expect(sent.status).toBe(404);
  });
});

describe('workers', () => {
  it('a manager gives the child a new worker: the one before ends, after asking about conflicts', async () => {
    const id = quick('Gull');
    const manager = await site.as('marguerite-oyelaran');
    const give = {
      staff_id: staffId('ben-thackery'),
      kind: 'allocated',
      reason: 'Knows the school',
    };
    expect((await manager.post(urls.child.workers(id), give)).status).toBe(422);
    expect(
      (await manager.post(urls.child.workers(id), { ...give, conflict_check: 'none-known' }))
        .status,
    ).toBe(303);
    const page = await textOf(manager, urls.child.workers(id));
    expect(page).toContain('Worker: Ben Thackery');
    expect(page).toContain('Before');
    expect(
      (await ama.post(urls.child.workers(id), { ...give, conflict_check: 'none-known' })).status,
    ).toBe(403);
  });
});

/** A child of Ama's own, made before the app began. */
const quick = (forename: (typeof names)[number]) => birds.get(forename) ?? '';

/** The id that a link of a page leads to, after some part of its address. */
const idIn = (page: string, after: string) =>
  new RegExp(`${after}/([0-9a-f-]{36})`).exec(page)?.[1] ?? '';
