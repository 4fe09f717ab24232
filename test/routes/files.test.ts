import { beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { testDatabase } from '../support/database.ts';
import { putFile } from '../support/files.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let childId = '';

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Paperson' });
      await relate(tx, childId, 'rosamund-achebe', 'partner');
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const given = {
  name: 'School report, autumn',
  kind: 'school',
  source: 'Northgate School',
  record_class: 'RC4',
};
const file = (content: string, name = 'report.pdf') => new File([content], name);
const list = () => urls.documents.list(childId);

it('a file is put on the record, seen by those who read its kind of information, and comes back as it was', async () => {
  const sent = await ama.post(list(), { ...given, file: file('%PDF-1.7 Quillfeather') });
  expect(sent.status).toBe(303);
  const page = await (await ama.get(list())).text();
  expect(page).toContain('School report, autumn');
  const id = /\/files\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const answer = await ama.get(urls.documents.content(childId, id));
  expect(await answer.text()).toBe('%PDF-1.7 Quillfeather');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="School-report-autumn.pdf"',
  );
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const history = await (await ama.get(urls.child.history(childId))).text();
  expect(history).toContain('File added');
  expect(history).not.toContain('Quillfeather');
});

it('what is no paper by its content is refused whatever it is called, and what was typed stays', async () => {
  for (const content of ['<script>alert(1)</script>', 'MZ program', '']) {
    const refused = await ama.post(list(), { ...given, file: file(content) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Northgate School');
  }
  const large = await ama.post(list(), { ...given, file: file(`%PDF-${'x'.repeat(5_300_000)}`) });
  expect(await large.text()).toContain('5 MB or smaller');
});

it('a file of another child is taken off with a reason, and its content is then read by nobody', async () => {
  const page = await (await ama.get(list())).text();
  const id = /\/files\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const one = urls.documents.one(childId, id);
  expect((await ama.post(one, { version: '1', withdrawn_reason: '' })).status).toBe(422);
  const gone = { version: '1', withdrawn_reason: 'It is another child’s' };
  expect((await ama.post(one, gone)).status).toBe(303);
  expect((await ama.get(urls.documents.content(childId, id))).status).toBe(404);
  expect(await (await ama.get(list())).text()).toContain('It is another child’s');
});

it('whoever does not work with the child finds neither the page nor the file, and a reader adds none', async () => {
  const quentin = await site.as('quentin-larkin');
  expect((await quentin.get(list())).status).toBe(404);
  const desmond = await site.as('desmond-plumb');
  expect([403, 404]).toContain((await desmond.post(list(), given)).status);
});

it('a record that is full says so beside the file, and what was typed stays', async () => {
  await asOwner(async (tx) => {
    for (let at = 0; at < 200; at += 1) await putFile(tx, childId, 'RC8');
  });
  const refused = await ama.post(list(), { ...given, file: file('%PDF-1.7 One more') });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('This record has no room for the file');
  expect(page).toContain('Northgate School');
});
