import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Visitor } from '../../test/support/app.ts';
import { makeChild, relate } from '../../test/support/children.ts';
import { testDatabase } from '../../test/support/database.ts';
import { formTo } from '../../test/support/forms-in.ts';
import { ownerOf } from '../../test/support/panels.ts';
import type { ChildContext } from '../platform/http/context.ts';
import { ChildPage } from '../ui/layout/child-page.tsx';
import { code } from './choice-fields.tsx';
import { FormBox } from './form-box.tsx';
import { childForm } from './form-page.ts';
import { addRow, changeRow } from './rows.ts';
import { text } from './text-fields.tsx';

// An example: where a child learns, on a form that makes a row and, at a second address, changes it.
const fields = {
  provision: code('education_type', { label: 'What is it?', required: 'Choose what it is' }),
  provider: text({ label: 'Its name', required: 'Enter its name', max: 40 }),
};
const address = (childId: string, rowId = 'new') => `/children/${childId}/example/${rowId}`;

const rowOf = ({ tx, child, param }: ChildContext) =>
  tx
    .selectFrom('education_episode')
    .select(['id', 'version', 'provision', 'provider'])
    .where('child_id', '=', child.id)
    .where('id', '=', param('rowId'))
    .executeTakeFirst();

const example = childForm({
  path: [address(':childId'), address(':childId', ':rowId')],
  reads: 'child.view',
  writes: 'education.write',
  fields,
  subject: async (context: ChildContext) =>
    context.param('rowId') ? rowOf(context) : ('new' as const),
  stored: (row) => (row === 'new' ? null : row),
  rules: ({ provider }) =>
    provider === 'none' ? [{ field: 'provider', message: 'Say none as “not in education”' }] : [],
  save: async ({ tx, actor, child, today }, row, columns) => {
    if (row !== 'new') return changeRow(tx, 'education_episode', row, columns);
    const since = { child_id: child.id, valid_from: today, source: 'school' };
    return {
      kind: 'saved',
      id: await addRow(tx, actor, 'education_episode', { ...since, ...columns }),
    };
  },
  view: ({ context, form: { F, ...form } }) => (
    <ChildPage
      title="Where the child learns"
      shell={context.shell}
      child={context.child}
      today={context.today}
      errors={form.faults}
    >
      <FormBox form={form}>
        <F.provision />
        <F.provider />
      </FormBox>
    </ChildPage>
  ),
  done: (_row, { provider }, { child }, id) => ({
    to: id ? address(child.id, id) : address(child.id),
    message: `Saved: ${provider}`,
  }),
});

const database = testDatabase();
const asOwner = ownerOf(database);
let ama: Visitor;
let ben: Visitor;
let viv: Visitor;
let childId = '';
let made = '';

beforeAll(async () => {
  await asOwner(async (tx) => {
    childId = await makeChild(tx, { worker: 'ama-lovelock' });
    await relate(tx, childId, 'ben-thackery', 'co-worker');
  });
  const site = await testApp(database(), {}, example);
  [ama, ben, viv] = [
    await site.as('ama-lovelock'),
    await site.as('ben-thackery'),
    await site.as('viv-tolliver'),
  ];
  return () => site.jobs.stop();
});

const pageOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();
const send = async (visitor: Visitor, path: string, typed: Record<string, string>) =>
  visitor.post(path, { ...formTo(await pageOf(visitor, path), path).fields, ...typed });
const rows = () =>
  asOwner((tx) =>
    tx.selectFrom('education_episode').selectAll().where('child_id', '=', childId).execute(),
  );

describe('a form of one child', () => {
  it('makes a row under the names of its fields, and leads to it with what was done', async () => {
    const answer = await send(ama, address(childId), {
      provision: 'mainstream-school',
      provider: 'Northfield',
    });
    const [row] = await rows();
    made = row?.id ?? '';
    expect(row).toMatchObject({
      provision: 'mainstream-school',
      provider: 'Northfield',
      version: 1,
    });
    expect(answer.headers.get('location')).toBe(address(childId, made));
    expect(decodeURIComponent(answer.headers.getSetCookie().join())).toContain('Saved: Northfield');
  });

  it('holds what is stored, and says at its box what is wrong, with all that was typed', async () => {
    const path = address(childId, made);
    expect(formTo(await pageOf(ama, path), path).fields.provider).toEqual(['Northfield']);
    const refused = await send(ama, path, { provision: '', provider: 'A new school' });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Choose what it is');
    expect(formTo(page, path).fields.provider).toEqual(['A new school']);
    const ruled = await send(ama, path, { provision: 'mainstream-school', provider: 'none' });
    expect(await ruled.text()).toContain('Say none as “not in education”');
    expect((await rows())[0]).toMatchObject({ provider: 'Northfield', version: 1 });
  });

  it('lays what somebody else saved beside what was typed, and saves over it only when told again', async () => {
    const path = address(childId, made);
    const before = formTo(await pageOf(ama, path), path).fields;
    const other = await send(ben, path, {
      provision: 'mainstream-school',
      provider: 'Southfield',
    });
    expect(other.status).toBe(303);
    const late = await ama.post(path, { ...before, provider: 'Eastfield' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Southfield');
    expect(page).toContain('Ben Thackery saved this while you were writing');
    expect(page).toMatch(/It was saved on \d+ \w+ \d{4} at/);
    expect(formTo(page, path).fields.provider).toEqual(['Eastfield']);
    expect((await rows())[0]).toMatchObject({ provider: 'Southfield', version: 2 });
    expect((await ama.post(path, formTo(page, path).fields)).status).toBe(303);
    expect((await rows())[0]).toMatchObject({ provider: 'Eastfield', version: 3 });
  });

  it('still meets what was saved meanwhile when its fault is mended', async () => {
    const path = address(childId, made);
    const before = formTo(await pageOf(ama, path), path).fields;
    const refused = await ama.post(path, { ...before, provider: '' });
    const mended = formTo(await refused.text(), path).fields;
    await send(ben, path, { provision: 'mainstream-school', provider: 'Westfield' });
    expect((await ama.post(path, { ...mended, provider: 'Midfield' })).status).toBe(409);
    expect((await rows())[0]).toMatchObject({ provider: 'Westfield' });
  });

  it('makes one row of the same form sent twice at once', async () => {
    const path = address(childId);
    const sent = {
      ...formTo(await pageOf(ama, path), path).fields,
      provision: 'mainstream-school',
      provider: 'Twice',
    };
    await Promise.all([ama.post(path, sent), ama.post(path, sent)]);
    expect((await rows()).filter(({ provider }) => provider === 'Twice')).toHaveLength(1);
  });

  it('is not there for whoever may not write, nor for a row that is another child’s', async () => {
    const other = await asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
    expect((await ama.get(address(other, made))).status).toBe(404);
    const fields = { provision: 'mainstream-school', provider: 'Mine', version: '9' };
    expect((await viv.post(address(childId, made), fields)).status).toBeGreaterThanOrEqual(403);
    expect((await rows()).map(({ provider }) => provider)).not.toContain('Mine');
  });
});
