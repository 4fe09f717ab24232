import { afterAll, beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { layForeseen } from '../support/duties-that-follow.ts';
import { ownerOf, today } from '../support/panels.ts';
import { makePlan } from '../support/work-rows.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  site = await testApp(database());
});
afterAll(() => site.jobs.stop());

it('a home that a child lost and a contingency that happened stand on the home of the team’s manager', async () => {
  await asOwner(async (tx) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await put.involvement(tx, child);
    await layForeseen(tx, child, (await makePlan(tx, child)).planId, today);
    await tx
      .insertInto('child_address')
      .values({
        ...{ service_id: serviceId, id: crypto.randomUUID(), child_id: child },
        ...{ lines: 'With a friend’s brother', source: 'child', valid_from: today },
        accommodation_type: 'sofa-surfing',
      })
      .execute();
  });
  const home = await (await (await site.as('marguerite-oyelaran')).get(urls.home)).text();
  expect(home).toContain('The child has no home of their own');
  expect(home).toContain('What the plan foresaw has happened');
  const elsewhere = await (await (await site.as('nasir-hollyoak')).get(urls.home)).text();
  expect(elsewhere).not.toContain('What the plan foresaw has happened');
});
