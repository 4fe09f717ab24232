import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { layAudit, today } from '../support/audits.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { makeInspection } from '../support/inspections.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let published = '';
let draft = '';

beforeAll(async () => {
  await asOwner(async (tx) => {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    const { audit } = await layAudit(tx, child, { first: 'nasir-hollyoak' });
    await sql`update audit set status = 'finished', finished_on = ${today} where id = ${audit}`.execute(
      tx,
    );
    published = await makeInspection(tx, { published: true });
    draft = await makeInspection(tx);
    await sql`update inspection set case_figures = case_figures || '{"audits": ["Cases of May"], "lead": "Lena Then"}'::jsonb
      where id = ${published}`.execute(tx);
    await sql`insert into inspection_audit (service_id, id, inspection_id, audit_id)
      values (${serviceId}, gen_random_uuid(), ${published}, ${audit})`.execute(tx);
  });
  site = await testApp(database());
  return () => site.jobs.stop();
});

it('a published report keeps the names it was published with, whatever its audits are called since', async () => {
  const board = await site.as('gwendolen-osei');
  const text = await (await board.get(urls.inspections.report(published))).text();
  expect(text).toContain('They were read in: Cases of May.');
  expect(text).toContain('led by Lena Then.');
});

it('a name of JavaScript is no state, no part of a report and nobody’s lead', async () => {
  const head = await site.as('philippa-standfast');
  const state = urls.inspections.one(draft);
  expect((await head.post(state, { state: '__proto__', version: '1' })).status).toBe(422);
  for (const part of ['toString', '__proto__', 'constructor']) {
    const path = urls.inspections.text(draft, part);
    expect((await head.get(path)).status).toBe(404);
    expect((await head.post(path, { words: 'Words', version: '0' })).status).toBe(404);
  }
});

it('an audit is led by somebody who is there to lead it', async () => {
  const head = await site.as('philippa-standfast');
  for (const lead of ['6f9619ff-8b86-4d01-b42d-00cf4fc964ff', staffId('annie-twelvetrees')]) {
    const [year = '', month = '', day = ''] = today.split('-');
    const answer = await head.post(urls.audits.create(), {
      version: '0',
      title: 'Led by nobody',
      kind: 'monthly',
      month: today.slice(0, 7),
      'due_on-day': day,
      'due_on-month': month,
      'due_on-year': year,
      lead_id: lead,
      'standards-2021': '3.1',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choose who leads it');
  }
});
