import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { cookieBrowser } from '../support/cookie-browser.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const origin = 'http://localhost:3000';
let site: Awaited<ReturnType<typeof testApp>>;
let freddie: Visitor;

beforeAll(async () => {
  site = await testApp(database());
  freddie = await site.as('freddie-okafor-bright');
  return () => site.jobs.stop();
});

const newPerson = {
  name: 'Noor Newstart',
  email: 'Noor.Newstart@eastmarsh.example',
  job_title: 'Case manager',
  agency: 'youth-justice',
  role: 'case-manager',
  team_id: '',
  manager_id: '',
  skills: 'girls, Urdu',
  case_limit: '12',
  'active_from-day': '1',
  'active_from-month': '1',
  'active_from-year': '2026',
  'active_to-day': '',
  'active_to-month': '',
  'active_to-year': '',
};

describe('people and their access', () => {
  it('an administrator adds someone, passes on a link, and they set a password and sign in', async () => {
    expect((await freddie.post(urls.admin.staffNew, { ...newPerson, name: '' })).status).toBe(422);
    const added = await freddie.post(urls.admin.staffNew, newPerson);
    const place = added.headers.get('location') ?? '';
    expect(place).toMatch(/^\/admin\/staff\/[0-9a-f-]{36}$/);
    const again = await freddie.post(urls.admin.staffNew, newPerson);
    expect(await again.text()).toContain('already has that e-mail');
    const id = place.split('/').at(-1) ?? '';
    const made = await (await freddie.post(urls.admin.staffLink(id), {})).text();
    const link = /\/sign-in\/set-password\/[\w-]+/.exec(made)?.[0] ?? '';
    const noor = cookieBrowser(origin, async (url, init) => site.app.request(url, init));
    expect((await noor.post(link, { password: 'too short' })).status).toBe(422);
    expect((await noor.post(link, { password: 'correct horse battery' })).status).toBe(303);
    expect((await noor.post(link, { password: 'somebody elses words' })).status).toBe(404);
    const signedIn = await noor.post(urls.signIn.password, {
      email: 'noor.newstart@eastmarsh.example',
      password: 'correct horse battery',
    });
    expect(signedIn.headers.get('location')).toBe(urls.home);
    await freddie.post(urls.admin.staffEnd(id), {});
    expect((await noor.get(urls.account.page)).headers.get('location')).toContain(urls.signIn.page);
    const found = await (await freddie.post(urls.admin.staff, { name: 'lovel' })).text();
    expect(found).toContain('Ama Lovelock');
    expect(found).not.toContain('Ben Thackery');
    const ended = await (await freddie.get(`${urls.admin.staff}?ended=yes`)).text();
    expect(ended).toContain('Noor Newstart');
    expect(await (await freddie.get(place)).text()).toContain('Staff changed');
  });

  it('a service of hundreds reads its people a page at a time, and finds one by name whatever their page', async () => {
    await asOwner((tx) =>
      sql`insert into staff (service_id, id, name, email, job_title, agency, role, active_from)
      select ${serviceId}::uuid, gen_random_uuid(), 'Member ' || lpad(n::text, 3, '0'), 'member.' || n || '@eastmarsh.example', 'Panel member', 'community', 'panel-member', '2024-04-01'
      from generate_series(1, 180) n`.execute(tx),
    );
    const first = await (await freddie.get(urls.admin.staff)).text();
    const second = await (await freddie.get(urls.asking(urls.admin.staff, { page: 2 }))).text();
    expect(first).toContain('Ama Lovelock');
    expect(first).not.toContain('Member 150');
    expect(second).toContain('Member 150');
    expect(second).not.toContain('Ama Lovelock');
    const found = await (await freddie.post(urls.admin.staff, { name: 'member 15' })).text();
    expect(found).toContain('Member 150');
    const many = await (await freddie.post(urls.admin.staff, { name: 'member' })).text();
    expect(many).toContain('give more of the name');
  });

  it('two administrators at once do not write over each other, and nothing typed is lost', async () => {
    const place = urls.admin.staffOne(staffId('gus-merriman'));
    const fields = { ...newPerson, name: 'Gus Merriman', email: 'gus.merriman@eastmarsh.example' };
    const page = await (await freddie.get(place)).text();
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const first = await freddie.post(place, { ...fields, job_title: 'Senior', version });
    expect(first.status).toBe(303);
    const second = await freddie.post(place, { ...fields, job_title: 'Typed later', version });
    expect(second.status).toBe(409);
    const shown = await second.text();
    expect(shown).toContain('Typed later');
    expect(shown).toContain('Senior');
    expect(shown).toContain('In another window you saved this');
    expect(shown).toMatch(/It was saved on \d+ \w+ \d{4} at/);
  });

  it('nobody changes their own access', async () => {
    const own = staffId('freddie-okafor-bright');
    expect(await (await freddie.get(urls.admin.staffOne(own))).text()).toContain('This is you');
    for (const path of [
      urls.admin.staffOne(own),
      urls.admin.staffEnd(own),
      urls.admin.staffLink(own),
    ])
      expect((await freddie.post(path, newPerson)).status).toBe(404);
  });
});

describe('the service’s own figures', () => {
  it('an administrator sets a time limit with a reason, and goes back to the one as given', async () => {
    const path = urls.admin.timeLimit('referral-allocation');
    const own = { number: '3', unit: 'working days', reason: 'Board, March', version: '0' };
    expect((await freddie.post(path, { ...own, reason: '' })).status).toBe(422);
    expect((await freddie.post(path, { ...own, number: 'three' })).status).toBe(422);
    expect((await freddie.post(path, own)).status).toBe(303);
    expect((await freddie.post(path, own)).status).toBe(409);
    const ama = await site.as('ama-lovelock');
    const list = await (await ama.get(urls.admin.timeLimits)).text();
    expect(list).toContain('3 working days');
    expect(list).toContain('Ours; 2 working days as given. Board, March');
    expect(list).toContain('Check locally');
    const file = await ama.get(`${urls.admin.timeLimits}.csv`);
    expect(await file.text()).toContain('3 working days (ours; 2 working days as given.');
    await freddie.post(urls.admin.timeLimitAsGiven('referral-allocation'), {});
    expect(await (await ama.get(urls.admin.timeLimits)).text()).not.toContain('Ours;');
    expect((await ama.get(path)).status).toBe(403);
  });

  it('anyone who works by the rules may read what each role may see and do', async () => {
    const ama = await site.as('ama-lovelock');
    const page = await (await ama.get(urls.admin.permissions)).text();
    expect(page).toContain('Victim vault');
    expect(page).toContain('Assessment countersign');
  });
});
