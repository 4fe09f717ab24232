import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  site = await testApp(database());
  return () => site.jobs.stop();
});

describe('coming in', () => {
  it('a stranger is sent to the sign-in page, which remembers where they were going', async () => {
    const answer = await site.app.request('http://localhost:3000/?x=1');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?then=%2F%3Fx%3D1');
  });

  it('the demonstration’s people stand under their role, which is not said again beside each', async () => {
    const page = await (await site.app.request('http://localhost:3000/sign-in')).text();
    expect(page).toContain('Senior case manager');
    expect(page.match(/\bCase manager</g)).toHaveLength(1);
  });

  it('a worker opens their own child’s record', async () => {
    const ama = await site.as('ama-lovelock');
    const answer = await ama.get(`/children/${childId}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Wren Testaway');
  });

  it('a colleague is asked why before the record opens', async () => {
    const ben = await site.as('ben-thackery');
    const answer = await ben.get(`/children/${childId}`);
    expect(answer.headers.get('location')).toContain(`/children/${childId}/purpose`);
  });

  it('a police officer who does not work with the child is told that nothing is there', async () => {
    const quentin = await site.as('quentin-larkin');
    expect((await quentin.get(`/children/${childId}`)).status).toBe(404);
  });
});
