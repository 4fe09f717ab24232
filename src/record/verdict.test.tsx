import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Visitor } from '../../test/support/app.ts';
import { makeChild } from '../../test/support/children.ts';
import { testDatabase } from '../../test/support/database.ts';
import { formTo } from '../../test/support/forms-in.ts';
import { ownerOf } from '../../test/support/panels.ts';
import type { ChildContext } from '../platform/http/context.ts';
import { ChildPage } from '../ui/layout/child-page.tsx';
import { choice } from './choice-fields.tsx';
import { childForm } from './form-page.ts';
import { addRow, changeRow } from './rows.ts';
import { longText } from './text-fields.tsx';
import { VerdictBox, verdict } from './verdict.tsx';

// An example: somebody else looks whether a warning is still needed. It waits until it has been ended.
const fields = {
  verdict: choice(
    [
      { value: 'agree', text: 'It stays' },
      { value: 'return', text: 'It is not needed' },
    ],
    { label: 'Is it needed?', required: 'Choose whether it is needed' },
  ),
  end_reason: longText({ label: 'Why?', required: 'Say why' }),
};
const own = 'You raised this yourself: somebody else looks at it.';
const address = (childId: string) => `/children/${childId}/example`;

const subject = ({ tx, child }: ChildContext) =>
  tx.selectFrom('warning').selectAll().where('child_id', '=', child.id).executeTakeFirst();
type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;
const judged = (row: Subject) => ({
  id: row.id,
  by: row.created_by,
  waits: row.ended_on === null,
  version: row.version,
});

const example = childForm(
  verdict({
    path: address(':childId'),
    reads: 'child.view',
    writes: 'warning.write',
    fields,
    own,
    subject,
    judged,
    save: ({ tx, today }, row, { verdict, end_reason }) =>
      changeRow(tx, 'warning', row, {
        end_reason,
        ended_on: verdict === 'return' ? today : null,
      }),
    view: ({ context, subject: row, actor, form: { F, ...form } }) => (
      <ChildPage {...context} title="Is the warning needed?" errors={form.faults}>
        <VerdictBox form={form} judged={judged(row)} actor={actor} own={own}>
          <F.verdict />
          <F.end_reason />
        </VerdictBox>
      </ChildPage>
    ),
    done: (_row, _value, { child }) => ({ to: address(child.id), message: 'Saved' }),
  }),
);

const database = testDatabase();
const asOwner = ownerOf(database);
let childId = '';
let author: Visitor;
let manager: Visitor;

beforeAll(async () => {
  childId = await asOwner(async (tx) => {
    const id = await makeChild(tx, { worker: 'ama-lovelock' });
    const staff = await tx
      .selectFrom('staff')
      .select(['id', 'service_id'])
      .where('name', '=', 'Ama Lovelock')
      .executeTakeFirstOrThrow();
    await addRow(tx, { serviceId: staff.service_id }, 'warning', {
      child_id: id,
      kind: 'dog',
      detail: 'A dog that bites',
      raised_on: '2026-09-01',
      review_on: '2026-12-01',
      owner_id: staff.id,
      created_by: staff.id,
    });
    return id;
  });
  const site = await testApp(database(), {}, example);
  [author, manager] = [await site.as('ama-lovelock'), await site.as('marguerite-oyelaran')];
  return () => site.jobs.stop();
});

const formOf = async (visitor: Visitor) =>
  formTo(await (await visitor.get(address(childId))).text(), address(childId)).fields;
const warning = () =>
  asOwner((tx) =>
    tx.selectFrom('warning').selectAll().where('child_id', '=', childId).executeTakeFirstOrThrow(),
  );

describe('a verdict', () => {
  it('is never given by its author, who is told why and whose words are kept', async () => {
    expect(await (await author.get(address(childId))).text()).toContain(own);
    const answer = await author.post(address(childId), {
      verdict: 'agree',
      end_reason: 'It is mine',
      version: '1',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(own);
    expect((await warning()).end_reason).toBeNull();
  });

  it('is of the version that was read, and of no other', async () => {
    const read = await formOf(manager);
    await asOwner((tx) => tx.updateTable('warning').set({ detail: 'A dog that barks' }).execute());
    const late = await manager.post(address(childId), {
      ...read,
      verdict: 'return',
      end_reason: 'The dog is gone',
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('The dog is gone');
    expect((await warning()).ended_on).toBeNull();
  });

  it('ends the waiting; whoever is late finds it given and gives none', async () => {
    const given = { verdict: 'return', end_reason: 'The dog is gone' };
    const met = await manager.post(address(childId), { ...(await formOf(manager)), ...given });
    const read = formTo(await met.text(), address(childId)).fields;
    expect((await manager.post(address(childId), { ...read, ...given })).status).toBe(303);
    expect((await warning()).end_reason).toBe('The dog is gone');
    const page = await (await manager.get(address(childId))).text();
    expect(page).not.toContain('Is it needed?');
    const late = await manager.post(address(childId), {
      ...read,
      version: String((await warning()).version),
      verdict: 'agree',
      end_reason: 'Too late',
    });
    expect(late.status).toBe(409);
    expect((await warning()).end_reason).toBe('The dog is gone');
  });
});
