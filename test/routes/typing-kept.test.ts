import { beforeAll, describe, expect, it } from 'vitest';
import { promiseAction } from '../../src/record/action-rows.ts';
import { addRow } from '../../src/record/rows.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { put } from '../support/duties.ts';
import { filledIn } from '../support/fill-in.ts';
import { type FormIn, formTo } from '../support/forms-in.ts';
import { ownerOf } from '../support/panels.ts';

/** One form of each shape: who fills it in, where, and a box left blank that it refuses. */
const shapes: Readonly<Record<string, { who: string; path: () => string; required: string }>> = {
  'a form': {
    who: 'ama-lovelock',
    path: () => urls.child.detailsEdit(childId),
    required: 'surname',
  },
  'a form of the service': {
    who: 'philippa-standfast',
    path: () => urls.inspections.create,
    required: 'title',
  },
  'an episode that begins': {
    who: 'ama-lovelock',
    path: () => urls.child.education(childId),
    required: 'provider',
  },
  'an episode that ends': {
    who: 'ama-lovelock',
    path: () => urls.child.endEducation(childId, school),
    required: 'valid_to-day',
  },
  'a row of a register': {
    who: 'ama-lovelock',
    path: () => urls.child.warnings(childId),
    required: 'detail',
  },
  'a row of a register, looked at again': {
    who: 'ama-lovelock',
    path: () => urls.child.warning(childId, warning),
    required: 'detail',
  },
  'a verdict': {
    who: 'marguerite-oyelaran',
    path: () => urls.closure.approve(childId, work),
    required: 'verdict',
  },
  'a report of an action': {
    who: 'ama-lovelock',
    path: () => urls.oversight.action(childId, action),
    required: 'evidence',
  },
  'a meeting with the child': {
    who: 'ama-lovelock',
    path: () => urls.contacts.record(childId),
    required: 'at',
  },
};

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';
let school = '';
let warning = '';
let work = '';
let action = '';
const ama = { id: staffId('ama-lovelock'), serviceId };

beforeAll(async () => {
  await asOwner(async (tx) => {
    childId = await makeChild(tx, { worker: 'ama-lovelock' });
    const child = { child_id: childId };
    school = await addRow(tx, ama, 'education_episode', {
      ...child,
      provision: 'mainstream-school',
      provider: 'Northfield',
      valid_from: '2026-01-05',
      source: 'school',
    });
    warning = await addRow(tx, ama, 'warning', {
      ...child,
      kind: 'dog',
      detail: 'A dog that bites',
      raised_on: '2026-09-01',
      review_on: '2026-12-01',
      owner_id: ama.id,
    });
    work = await put.involvement(tx, childId);
    await addRow(tx, ama, 'closure', {
      ...child,
      involvement_id: work,
      status: 'submitted',
      opened_on: '2026-05-01',
      submitted_on: '2026-05-01',
      submitted_by: ama.id,
    });
    action = await promiseAction(tx, { ...ama, staffId: ama.id } as never, {
      about: { table: 'oversight_entry', id: childId },
      childId,
      what: 'Ring the school',
      owner: { id: ama.id, name: 'Ama Lovelock', agency: 'Youth justice' },
      dueOn: '2026-10-20',
    });
  });
  site = await testApp(database());
  return () => site.jobs.stop();
});

/** The form as it is drawn, and as somebody filled it in: their own words in every box that takes words. */
async function typedBy(visitor: Visitor, path: string) {
  const answer = await visitor.get(path);
  expect(answer.status).toBe(200);
  const drawn = formTo(await answer.text(), path);
  const typed = filledIn(drawn, 'first');
  for (const { name, kind } of drawn.boxes)
    if (kind === 'textarea') typed[name] = [`“${name}”, typed in a corridor\nand <more> & more`];
  return { drawn, typed };
}

/** Every box holds what was typed into it: none is lost and none is changed. */
function holds(form: FormIn, typed: Readonly<Record<string, string[]>>) {
  for (const { name, kind } of form.boxes)
    if (!['hidden', 'submit', 'button', 'file'].includes(kind))
      expect(form.fields[name] ?? [''], name).toEqual(typed[name] ?? ['']);
}

describe.each(Object.entries(shapes))(
  'what is typed into %s',
  (_shape, { who, path, required }) => {
    it('is there again after going away, and when the screen was locked in the middle of it', async () => {
      const visitor = await site.as(who);
      const { drawn, typed } = await typedBy(visitor, path());
      await visitor.post(urls.signIn.lock, { next: '/' });
      expect((await visitor.post(urls.drafts.keep, { ...drawn.fields, ...typed })).status).toBe(
        204,
      );
      await visitor.post(urls.signIn.locked(), { next: path() });
      const page = await (await visitor.get(path())).text();
      expect(page).toContain('and have not saved');
      holds(formTo(page, path()), typed);
      const discard = formTo(page, urls.drafts.discard);
      await visitor.post(urls.drafts.discard, discard.fields);
    });

    it('is there again when it is refused, on that page and by Back', async () => {
      const visitor = await site.as(who);
      const { drawn, typed } = await typedBy(visitor, path());
      const wrong = { ...typed, [required]: [''] };
      const refused = await visitor.post(path(), { ...drawn.fields, ...wrong });
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).toContain('There is a problem');
      holds(formTo(page, path()), wrong);
      holds(formTo(await (await visitor.get(path())).text(), path()), wrong);
    });

    it('is handed back after the session was lost, to whoever typed it and nobody else', async () => {
      const visitor = await site.as(who);
      const { drawn, typed } = await typedBy(visitor, path());
      const lost = await site.signedOut().post(path(), { ...drawn.fields, ...typed });
      const then = new URL(lost.headers.get('location') ?? '', 'http://x').searchParams.get('then');
      const held = formTo(await (await visitor.get(then ?? '')).text(), then ?? '').fields;
      for (const { name, kind } of drawn.boxes)
        if (kind !== 'hidden' && typed[name]?.some(Boolean))
          expect(held[name]).toEqual(typed[name]);
      const other = await site.as('ben-thackery');
      expect((await other.get(then ?? '')).status).toBe(404);
    });
  },
);
