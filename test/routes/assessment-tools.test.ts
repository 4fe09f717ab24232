import { beforeAll, expect, it } from 'vitest';
import shipped from '../../db/reference/assessment-templates/foothold-1.json' with { type: 'json' };
import { addDays } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { messageOf } from '../support/assessments.ts';
import { makeChild } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf, today } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let freddie: Visitor;
let ama: Visitor;
beforeAll(async () => {
  site = await testApp(database());
  freddie = await site.as('freddie-okafor-bright');
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const { admin, assessments } = urls;
const ours = 'foothold@eastmarsh';
const page = async (path: string, who: Visitor = freddie) => (await who.get(path)).text();
const load = (tool: object | string) =>
  freddie.post(admin.addTool, {
    file: new File([typeof tool === 'string' ? tool : JSON.stringify(tool)], 'tool.json'),
  });
const held = () =>
  asOwner((tx) =>
    tx.selectFrom('assessment_template').select(['id', 'version', 'valid_from']).execute(),
  );
const second = structuredClone({ ...shipped, version: 2, title: '<b>Our</b> assessment' });
Object.assign(second.sections[0]?.questions[0] ?? {}, { label: 'Where does the child sleep?' });
const started = (child: string, kind = 'initial', template = 'foothold') =>
  ama.post(assessments.start(child), { kind, template });
const toolOf = (child: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('assessment')
      .select(['template_id', 'template_version'])
      .where('child_id', '=', child)
      .execute(),
  );

it('a bad file is told by where, what and how to mend it, and nothing of it is loaded', async () => {
  const before = await held();
  const noTitle = structuredClone(second) as Record<string, unknown>;
  delete noTitle.title;
  const answer = await load(noTitle);
  expect(answer.status).toBe(422);
  const told = await answer.text();
  expect(told).toContain('Nothing was loaded: one thing is wrong in the file');
  expect(told).toContain('“title” is missing');
  expect(await (await load('{"id": ')).text()).toContain('Line 1, column 8');
  expect(await (await load({ ...shipped, title: 'Other' })).text()).toContain(
    'Give it the version 2',
  );
  expect(await held()).toEqual(before);
});

it('a tool is seen whole and beside the version in use before anybody uses it, by an administrator only', async () => {
  expect((await load(second)).headers.get('location')).toBe(admin.tool(ours, 2));
  expect(messageOf(await load(second))).toContain('held already');
  const seen = await page(admin.tool(ours, 2));
  expect(seen).toContain('Loaded, not in use yet');
  expect(seen).toContain('&lt;b&gt;Our&lt;/b&gt; assessment');
  expect(seen).toContain('Beside version 1');
  expect(seen).toContain('Home and where the child sleeps');
  expect(await page(admin.tools)).toContain(admin.tool(ours, 2));
  const read = await page(admin.tool(ours, 2), ama);
  expect(read).toContain('Where does the child sleep?');
  expect(read).not.toContain('Use it from that day');
  expect((await ama.post(admin.addTool, {})).status).toBe(403);
});

it('from its first day new assessments are begun with it, and those begun before keep their version', async () => {
  const [before = '', after = ''] = await asOwner(async (tx) => [
    await makeChild(tx, { worker: 'ama-lovelock', surname: 'Toolsby' }),
    await makeChild(tx, { worker: 'ama-lovelock', surname: 'Toolham' }),
  ]);
  await started(before);
  const use = (day: string, more: object = {}) =>
    freddie.post(admin.tool(ours, 2), { version: '2', ...dayBoxes('valid_from', day), ...more });
  const past = await use(addDays(today, -400));
  expect([past.status, (await past.text()).includes('must be today or later')]).toEqual([
    422,
    true,
  ]);
  expect((await use(today)).status).toBe(303);
  expect(await page(admin.tool(ours, 2))).toContain('In use since');
  await started(after, 'initial', ours);
  expect(await toolOf(before)).toEqual([{ template_id: 'foothold', template_version: 1 }]);
  expect(await toolOf(after)).toEqual([{ template_id: ours, template_version: 2 }]);
  expect(await page(admin.tool('foothold', 1))).toContain('A newer version is in use');
  expect(messageOf(await freddie.post(admin.toolAway(ours, 2), {}))).toContain('It is in use');
  expect((await use(addDays(today, 3))).status).toBe(422);
});

it('one that nobody uses yet can be taken away, and what comes with Foothold cannot', async () => {
  await load({ ...second, id: 'another', version: 1 });
  const away = await freddie.post(admin.toolAway('another@eastmarsh', 1), {});
  expect(messageOf(away)).toContain('Taken away');
  expect((await freddie.post(admin.toolAway('foothold', 1), {})).status).toBe(404);
  expect((await held()).map(({ id, version }) => `${id} ${version}`).sort()).toEqual([
    'foothold 1',
    'foothold@eastmarsh 2',
  ]);
});
