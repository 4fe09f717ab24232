import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let fern = '';
let otherFern = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      fern = await makeChild(tx, {
        forename: 'Fern',
        surname: 'Underhay',
        dateOfBirth: '2010-03-09',
        worker: 'ama-lovelock',
      });
      otherFern = await makeChild(tx, {
        forename: 'Ferne',
        surname: 'Underhay',
        dateOfBirth: '2010-03-09',
        worker: 'ben-thackery',
      });
      const rows = [fern, otherFern].map((child_id) => ({
        service_id: serviceId,
        child_id,
        kind: 'ethnicity',
        record_class: 'RC1',
        source: 'police',
        recorded_on: '2026-01-01',
      }));
      await tx
        .insertInto('characteristic')
        .values(
          rows.map((row, index) => ({ ...row, id: newId(), code: ['W1', 'M1'][index] ?? 'W1' })),
        )
        .execute();
      await tx
        .insertInto('child_address')
        .values(
          [fern, otherFern].map((child_id) => ({
            service_id: serviceId,
            id: newId(),
            child_id,
            lines: '5 Rookery',
            accommodation_type: 'parents',
            valid_from: '2026-01-01',
            source: 'self',
          })),
        )
        .execute();
      await tx
        .insertInto('contact')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: otherFern,
          type: 'phone',
          place: 'Telephone',
          held_at: new Date('2026-02-02T10:00:00Z'),
          status: 'recorded',
          attendance: 'attended',
          worker_id: staffId('ben-thackery'),
          notes: 'Spoke of the allotment',
        })
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const typed = {
  forename: 'Ivo',
  surname: 'Brambletye',
  birthStatus: 'unknown',
  sex: 'not-asked',
  ethnicity: 'not-known:declined',
  language: 'eng',
  source: 'parent',
};
const born = { birthStatus: 'known', 'birth-day': '9', 'birth-month': '3', 'birth-year': '2010' };

describe('making a record', () => {
  it('begins with a search, whose words come along', async () => {
    const straight = await ama.get(urls.children.create);
    expect(straight.headers.get('location')).toBe(urls.children.search);
    const page = await (
      await ama.post(urls.children.createAfter, { q: 'ivo brambletye 9/3/2010' })
    ).text();
    expect(page).toContain('value="Ivo"');
    expect(page).toContain('value="Brambletye"');
    expect(page).toContain('value="2010"');
  });

  it('goes on to the referral for which the child was looked for', async () => {
    const search = await ama.post(urls.children.search, { q: 'Fern Underhay', next: 'referral' });
    const found = await search.text();
    expect(found).toContain(`href="${urls.referrals.createForChild(fern)}"`);
    expect(found).toContain('name="next" value="referral"');
    const form = await ama.post(urls.children.createAfter, { q: 'ivo rook', next: 'referral' });
    expect(await form.text()).toContain('name="next" value="referral"');
    const made = await ama.post(urls.children.create, {
      ...typed,
      forename: 'Ottoline',
      surname: 'Quarrington',
      next: 'referral',
    });
    expect(made.headers.get('location')).toMatch(/\/children\/[^/]+\/referrals\/new$/);
  });

  it('takes an address whose kind of home nobody knows yet', async () => {
    const form = await (await ama.post(urls.children.createAfter, { q: '' })).text();
    expect(form).toMatch(/name="accommodation"[\s\S]*Not known yet[\s\S]*name="phone"/);
    const made = await ama.post(urls.children.create, {
      ...typed,
      forename: 'Barnaby',
      surname: 'Zimmerlane',
      lines: '9 Tan Yard',
      accommodation: 'unknown',
    });
    const page = await (await ama.get(made.headers.get('location') ?? '')).text();
    expect(page).toContain('kind of home unknown');
  });

  it('keeps what was typed when something is missing', async () => {
    const answer = await ama.post(urls.children.create, {
      ...typed,
      surname: '',
      birthStatus: 'known',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter the child’s surname');
    expect(page).toContain('value="Ivo"');
  });

  it('gives the next number, the maker’s duty, and what was declined as declined', async () => {
    const made = await ama.post(urls.children.create, {
      ...typed,
      phone: '07700 900456',
      lines: '1 Weir Lane',
      postcode: 'em1 4qz',
      accommodation: 'parents',
    });
    expect(made.status).toBe(303);
    const page = await (await ama.get(made.headers.get('location') ?? '')).text();
    expect(page).toMatch(/EM-\d{6}/);
    expect(page).toContain('On duty for the record');
    expect(page).toContain('1 Weir Lane');
    expect(page).not.toContain('Ethnicity:');
    const second = await ama.post(urls.children.create, {
      ...typed,
      forename: 'Zelda',
      surname: 'Quint',
      phone: '',
    });
    const other = await (await ama.get(second.headers.get('location') ?? '')).text();
    const numberOf = (text: string) => Number(/EM-(\d{6})/.exec(text)?.[1]);
    expect(numberOf(other)).toBe(numberOf(page) + 1);
  });

  it('shows likely duplicates first, and wants to know why it is another child', async () => {
    const fields = { ...typed, ...born, forename: 'Fern', surname: 'Underhay' };
    const shown = await ama.post(urls.children.create, fields);
    expect(shown.status).toBe(200);
    const page = await shown.text();
    expect(page).toContain('Is Fern Underhay one of these children?');
    expect(page).toContain(`/children/${fern}`);
    expect(page).toContain('Same date of birth');
    const looked = { ...fields, shown: [fern, otherFern] };
    expect((await ama.post(urls.children.createConfirm, looked)).status).toBe(422);
    const made = await ama.post(urls.children.createConfirm, {
      ...looked,
      reason: 'Twins: I met both of them today',
    });
    expect(made.status).toBe(303);
    const details = await (await ama.get(`${made.headers.get('location')}/details`)).text();
    expect(details).toContain('Twins: I met both of them today');
  });

  it('is not for a nurse', async () => {
    const nurse = await site.as('rosamund-achebe');
    expect((await nurse.post(urls.children.create, typed)).status).toBe(403);
  });
});

describe('merging two records of one child', () => {
  it('is for a practice manager only', async () => {
    expect((await ama.get(urls.child.merge(fern))).status).toBe(403);
  });

  it('finds the other record by words that are sent in the form, never in the address', async () => {
    const manager = await site.as('marguerite-oyelaran');
    const own = await (await manager.get(`${urls.child.merge(fern)}?q=zzqqxx`)).text();
    expect(own).toContain(urls.child.mergeWith(fern, otherFern));
    const found = await manager.post(urls.child.mergeFind(fern), { q: 'Ferne Underhay' });
    expect(await found.text()).toContain(urls.child.mergeWith(fern, otherFern));
    const none = await manager.post(urls.child.mergeFind(fern), { q: 'zzqqxx' });
    expect(await none.text()).toContain('No other record fits');
  });

  it('shows both, asks which is kept and why, moves everything and leaves a pointer', async () => {
    const manager = await site.as('marguerite-oyelaran');
    const side = await (await manager.get(urls.child.mergeWith(fern, otherFern))).text();
    expect(side).toContain('1 contacts');
    expect(
      (await manager.post(urls.child.merge(fern), { with: otherFern, keep: fern, reason: '' }))
        .status,
    ).toBe(422);
    const merged = await manager.post(urls.child.merge(fern), {
      with: otherFern,
      keep: fern,
      reason: 'School says there is one pupil',
    });
    expect(merged.status).toBe(303);
    const chronology = await (await ama.get(urls.child.chronology(fern))).text();
    expect(chronology).toContain('Spoke of the allotment');
    expect(await (await ama.get(urls.child.characteristics(fern))).text()).toContain(
      'Two sources disagree',
    );
    expect(await (await ama.get(urls.child.addresses(fern))).text()).toContain('until now');
    const old = await manager.get(urls.child.overview(otherFern));
    expect(old.headers.get('location')).toBe(urls.child.overview(fern));
    const found = await (await ama.post(urls.children.search, { q: 'ferne underhay' })).text();
    expect(found).toContain(`/children/${fern}`);
    expect(found).not.toContain(otherFern);
  });

  it('never twice', async () => {
    const manager = await site.as('marguerite-oyelaran');
    const again = await manager.post(urls.child.merge(fern), {
      with: otherFern,
      keep: fern,
      reason: 'School says there is one pupil',
    });
    expect(again.status).toBe(404);
  });
});
