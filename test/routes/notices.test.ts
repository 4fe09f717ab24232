import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { staffId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let sealedId = '';
const sign = 'nobody but you may have noticed';

beforeAll(async () => {
  sealedId = await database()
    .owner.transaction()
    .execute(async (tx) => {
      const id = await makeChild(tx, { surname: 'Hiddenway', restricted: true });
      await relate(tx, id, 'ama-lovelock', 'named-list');
      return id;
    });
  site = await testApp(database());
  return () => site.jobs.stop();
});

const textOf = async (code: string, path: string) => (await (await site.as(code)).get(path)).text();
async function lookAt(code: string): Promise<Response> {
  const page = await textOf(code, urls.account.notices);
  const notice = /name="notice" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return (await site.as(code)).post(urls.account.notices, { notice });
}

it('an administrator who starts somebody’s second step again is named on every page of theirs and the head’s until looked at', async () => {
  expect(await textOf('ben-thackery', urls.home)).not.toContain(sign);
  const freddie = await site.as('freddie-okafor-bright');
  await freddie.post(urls.admin.staffLink(staffId('ben-thackery')), { afresh: 'yes' });
  for (const code of ['ben-thackery', 'philippa-standfast'])
    expect(await textOf(code, urls.home), code).toContain(sign);
  expect(await textOf('ben-thackery', urls.account.notices)).toContain(
    'Freddie Okafor-Bright made a sign-in link for you that asks for no second step',
  );
  expect((await lookAt('ben-thackery')).status).toBe(303);
  expect(await textOf('ben-thackery', urls.home)).not.toContain(sign);
  // What one has looked at still waits for the other.
  expect(await textOf('philippa-standfast', urls.home)).toContain(sign);
  await lookAt('philippa-standfast');
  const looked = await textOf('philippa-standfast', urls.account.notices);
  expect(looked).toContain('Philippa Standfast looked at it');
  expect(looked).not.toContain(sign);
  for (const code of ['freddie-okafor-bright', 'marguerite-oyelaran'])
    expect(await textOf(code, urls.account.notices), code).toContain('Nothing was done');
});

it('a head of service who puts themself on a sealed record’s list is named to the others on it and to the auditor', async () => {
  const head = await site.as('philippa-standfast');
  const page = await (await head.get(urls.child.restrict(sealedId))).text();
  await head.post(urls.child.restrict(sealedId), {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    reason: 'child-of-staff',
    detail: 'A parent works in the team',
    people: [staffId('ama-lovelock'), staffId('philippa-standfast')],
  });
  for (const code of ['ama-lovelock', 'desmond-plumb']) {
    const told = await textOf(code, urls.account.notices);
    expect(told).toContain('Philippa Standfast put themself on the list');
    expect(told).not.toContain('Hiddenway');
    expect((await lookAt(code)).status).toBe(303);
  }
  expect(await textOf('philippa-standfast', urls.account.notices)).not.toContain('sealed record');
});

it('a head of service entered by an administrator is named to the head and the auditor, and cannot look in their place', async () => {
  const freddie = await site.as('freddie-okafor-bright');
  await freddie.post(urls.admin.staffNew, {
    name: 'Nobody Atall',
    email: 'nobody@example.invalid',
    job_title: 'Head',
    agency: 'youth-justice',
    role: 'head-of-service',
    'active_from-day': '1',
    'active_from-month': '1',
    'active_from-year': '2026',
  });
  for (const code of ['philippa-standfast', 'desmond-plumb']) {
    expect(await textOf(code, urls.home), code).toContain(sign);
    expect(await textOf(code, urls.account.notices), code).toContain(
      'Freddie Okafor-Bright entered Nobody Atall as: Head of service',
    );
    expect((await lookAt(code)).status).toBe(303);
  }
});

it('a seal that the head of service lifts is told to those who were on its list', async () => {
  const head = await site.as('philippa-standfast');
  await head.post(urls.child.restrictLift(sealedId), {});
  for (const code of ['ama-lovelock', 'desmond-plumb'])
    expect(await textOf(code, urls.account.notices), code).toContain(
      'Philippa Standfast lifted the seal of the record No.',
    );
});
