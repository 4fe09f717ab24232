import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { testDatabase } from '../support/database.ts';
import {
  agreedDecision,
  idIn,
  makeReady,
  makeReferredChild,
  markAllPresent,
  ownerOf,
  setUpPanel,
  versionIn,
} from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let manager: Visitor;
let ama: Visitor;
let child = '';
let panel = '';
let assessment = '';
let decision = '';

beforeAll(async () => {
  site = await testApp(database());
  manager = await site.as('marguerite-oyelaran');
  ama = await site.as('ama-lovelock');
  const made = await asOwner((tx) => makeReferredChild(tx));
  child = made.childId;
  panel = await setUpPanel(manager);
  const started = await ama.post(urls.assessments.start(child), {
    kind: 'initial',
    template: 'foothold',
  });
  assessment = idIn(started);
  const item = await makeReady(ama, child, made.referralId, panel);
  await markAllPresent(manager, panel);
  const form = await (await manager.get(urls.panels.decide(child, item))).text();
  decision = idIn(
    await manager.post(urls.panels.decide(child, item), agreedDecision(versionIn(form))),
  );
  return () => site.jobs.stop();
});

const wrong = ['seven', '-1', '1.5', '99999999999', '1e9', ''];

it.each(wrong)(
  'a decision is not confirmed by a form whose version reads “%s”',
  async (version) => {
    const police = await site.as('quentin-larkin');
    const answer = await police.post(urls.panels.decision(child, decision), { version });
    expect(answer.status).toBe(409);
    const kept = await asOwner((tx) =>
      tx.selectFrom('decision').select('status').where('id', '=', decision).execute(),
    );
    expect(kept).toEqual([{ status: 'made' }]);
  },
);

it.each(wrong.slice(0, -1))(
  'an assessment, a child’s details and a panel answer a form of version “%s” as one overtaken',
  async (version) => {
    const posts: [Visitor, string, Record<string, string>][] = [
      [ama, urls.assessments.submit(child, assessment), {}],
      [ama, urls.assessments.section(child, assessment, 'living'), { do: 'save' }],
      [ama, urls.assessments.judgement(child, assessment, 'harm'), { do: 'save', reason: 'Words' }],
      [ama, urls.assessments.merge(child, assessment), {}],
      [ama, urls.child.detailsEdit(child), { forename: 'A', surname: 'B' }],
      [manager, urls.panels.one(panel), { do: 'cancel' }],
      [manager, urls.panels.edit(panel), { name: 'P' }],
      [manager, urls.panels.attendance(panel), { do: 'mark' }],
    ];
    for (const [visitor, path, fields] of posts)
      expect((await visitor.post(path, { ...fields, version })).status, path).toBeLessThan(500);
    expect(await (await manager.get(urls.panels.one(panel))).text()).not.toContain('was cancelled');
  },
);

it('a comparison of versions that no assessment has is a page that is not there', async () => {
  for (const from of ['99999999999', 'x', '-1'])
    expect((await ama.get(urls.assessments.compare(child, assessment, from, '1'))).status).toBe(
      404,
    );
});
