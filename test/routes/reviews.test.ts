import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/access/can.ts';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';
import { makeSignedAssessment } from '../support/signed-assessment.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let marguerite: Visitor;
let childId = '';
let raised = '';

beforeAll(async () => {
  childId = await database()
    .owner.transaction()
    .execute(async (tx) => {
      const id = await makeChild(tx, { worker: 'ama-lovelock', forename: 'Kit' });
      await relate(tx, id, 'quentin-larkin', 'partner');
      await relate(tx, id, 'marguerite-oyelaran', 'duty');
      await makeSignedAssessment(tx, id, { safety: 'medium' });
      raised = await makeChild(tx, { worker: 'ama-lovelock' });
      await makeSignedAssessment(tx, raised, { safety: 'medium' });
      return id;
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const day = (name: string, [date, month, year]: [string, string, string]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const surfing = (id: string) => urls.reviews.record(id, 'sofa-surfing');
const moved = {
  // A Thursday; two working days later is the Monday.
  ...day('happened_on', ['8', '1', '2026']),
  ...day('known_on', ['8', '1', '2026']),
  detail: 'Left home after an argument, at three friends’ homes since.',
  source: 'Mum, by phone',
};
const recorded = async (who: Visitor) => {
  const answer = await who.post(surfing(childId), moved);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
};
const hold = async (path: string, fields: Record<string, string>) => {
  const version = /name="version" value="(\d+)"/.exec(await text(ama.get(path)))?.[1] ?? '';
  return ama.post(path, { version, findings: 'Kit is with an aunt whom we know', ...fields });
};
const held = async () => {
  const path = await recorded(ama);
  await hold(path, { result: 'nothing-changed', no_change_reason: 'Back home the same night' });
  return path;
};

describe('recording what happened to a child', () => {
  it('shows the same first steps to everybody before anything is typed', async () => {
    const unchosen = await ama.get(`${urls.reviews.record(childId)}?asked=yes`);
    expect(unchosen.status).toBe(422);
    expect(await unchosen.text()).toContain('Choose what happened');
    const page = await text(ama.get(surfing(childId)));
    expect(page).toContain('Treat as homeless.');
    expect(page).toContain('See the child alone within two days.');
  });

  it('opens a review that is due by working days', async () => {
    const page = await text(ama.get(await recorded(ama)));
    expect(page).toContain('12 January 2026');
  });

  it('is refused when we knew before it happened, and keeps what was typed', async () => {
    const answer = await ama.post(surfing(childId), {
      ...moved,
      ...day('known_on', ['7', '1', '2026']),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('The day we knew must be the day it happened or later');
    expect(page).toContain('at three friends’ homes since');
  });

  it('may be done by a police officer who works with the child, who cannot read the review', async () => {
    const quentin = await site.as('quentin-larkin');
    expect(await recorded(quentin)).toBe(urls.reviews.list(childId));
    const open = await ama.get(urls.reviews.list(childId));
    expect(await open.text()).toContain('Hold the review');
  });
});

describe('a change of home', () => {
  const overview = async (who: Visitor, id: string) => text(who.get(urls.child.overview(id)));

  it('stands on the overview until it was reviewed, and asks beside the home whether it still holds', async () => {
    const id = await asOwner(async (tx) => {
      const made = await makeChild(tx, { worker: 'ama-lovelock' });
      await tx
        .insertInto('child_address')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: made,
          lines: '3 Cooper’s Yard',
          accommodation_type: 'parents',
          valid_from: '2025-06-01',
          source: 'child',
        })
        .execute();
      return made;
    });
    const question = 'A change of home was recorded on 8 January 2026';
    expect(await overview(ama, id)).not.toContain(question);
    const answer = await ama.post(surfing(id), moved);
    const page = await overview(ama, id);
    expect(page).toContain('Sofa-surfing or nowhere settled, 8 January 2026');
    expect(page).toContain('Review overdue since 12 January 2026');
    expect(page).toContain(question);
    const review = await text(ama.get(answer.headers.get('location') ?? ''));
    expect(review).toContain(`href="${urls.child.addresses(id)}"`);
    expect(review).toContain(`href="${urls.information.ask(id, 'social-care')}"`);
    await asOwner((tx) =>
      tx
        .updateTable('child_address')
        .set({ valid_from: '2026-01-08' })
        .where('child_id', '=', id)
        .execute(),
    );
    expect(await overview(ama, id)).not.toContain(question);
    await asOwner((tx) =>
      tx
        .updateTable('review')
        .set({
          held_on: '2026-01-12',
          held_by: staffId('ama-lovelock'),
          findings: 'With an aunt',
          result: 'nothing-changed',
          no_change_reason: 'Back home',
        })
        .where('child_id', '=', id)
        .execute(),
    );
    expect(await overview(ama, id)).not.toContain('Sofa-surfing or nowhere settled');
  });
});

describe('the first steps after a change', () => {
  const [year = '', month = '', date = ''] = britishDay(new Date()).split('-');
  const due = day('due_on', [date, month, year]);

  it('are given to somebody with a day and stand on their home, or are said to be done', async () => {
    const path = await recorded(ama);
    expect(await text(ama.get(path))).toContain('Give it to somebody, or say that it is done');
    const owner_id = staffId('ama-lovelock');
    expect((await ama.post(`${path}/steps/1`, { owner_id, ...due, evidence: '' })).status).toBe(
      303,
    );
    const done = { owner_id, ...due, evidence: 'Seen alone at school' };
    expect((await ama.post(`${path}/steps/2`, done)).status).toBe(303);
    const page = await text(ama.get(path));
    expect(page).toMatch(/Treat as homeless\.[\s\S]*?Ama Lovelock[\s\S]*?>Due /);
    expect(page).toMatch(/See the child alone within two days\.[\s\S]*?>Done /);
    expect(await text(ama.get(urls.home))).toContain('Treat as homeless.');
  });

  it('are taken up once, are no more than the change has, and are not for a stranger to give or be given', async () => {
    const path = await recorded(ama);
    const step = { owner_id: staffId('ama-lovelock'), ...due, evidence: '' };
    await ama.post(`${path}/steps/1`, step);
    const again = await ama.post(`${path}/steps/1`, { ...step, evidence: 'Again' });
    expect(decodeURIComponent(again.headers.get('set-cookie') ?? '')).toContain('already');
    expect((await ama.get(`${path}/steps/99`)).status).toBe(404);
    const stranger = { ...step, owner_id: staffId('quentin-larkin') };
    expect((await ama.post(`${path}/steps/2`, stranger)).status).toBe(422);
    const quentin = await site.as('quentin-larkin');
    expect((await quentin.post(`${path}/steps/2`, step)).status).toBe(403);
  });
});

describe('holding a review', () => {
  it('that claims a change which the record does not show is told what was found', async () => {
    const path = await recorded(ama);
    const answer = await hold(path, { result: 'levels-changed' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(
      'no level has changed, and no line of the plan has changed',
    );
  });

  it('that changes nothing must say why', async () => {
    const path = await recorded(ama);
    const answer = await hold(path, { result: 'nothing-changed' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('enter why neither needs to change');
  });

  it('that changed the plan is seen from the plan itself', async () => {
    const path = await recorded(ama);
    await ama.post(urls.plans.start(childId), { exit_text: 'Boxing club', exit_who: 'Coach Jo' });
    const answer = await hold(path, { result: 'plan-changed' });
    expect(answer.status).toBe(303);
    const page = await text(ama.get(path));
    expect(page).toContain('Plan changed');
    expect(page).toContain('Boxing club');
  });

  it('that raised a level says which, from the assessment signed since', async () => {
    const answer = await ama.post(surfing(raised), moved);
    await signedToday(raised);
    const page = await text(ama.get(answer.headers.get('location') ?? ''));
    expect(page).toContain('Risk to other people from low to high');
  });

  it('twice is refused: the second sees what the first wrote', async () => {
    const path = await held();
    const answer = await ama.post(path, {
      version: '1',
      findings: 'Another view',
      result: 'nothing-changed',
      no_change_reason: 'None',
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Kit is with an aunt');
  });
});

// Laid out as the worker's own row, since the test server holds no owner's rights any more.
const worker: Actor = {
  staffId: staffId('ama-lovelock'),
  serviceId,
  name: 'Ama Lovelock',
  role: 'case-manager',
  agency: 'youth-justice',
  teamId: null,
};
const signedToday = (id: string) =>
  asActor(database().app, worker, (tx) =>
    makeSignedAssessment(tx, id, {
      kind: 'review',
      signedOn: britishDay(new Date()),
      safety: 'medium',
      harm: 'high',
    }),
  );

const versionOn = async (path: string) =>
  /name="version" value="(\d+)"/.exec(await text(marguerite.get(path)))?.[1] ?? '';

describe('the manager’s check', () => {
  it('of a review that changed nothing is asked for and kept with its note', async () => {
    const path = await held();
    expect(await text(marguerite.get(path))).toContain('Check this review');
    const check = urls.reviews.check(childId, path.split('/').at(-1) ?? '');
    const version = await versionOn(check);
    expect(
      (await marguerite.post(check, { verdict: 'agree', manager_note: '', version })).status,
    ).toBe(422);
    const answer = await marguerite.post(check, {
      verdict: 'agree',
      manager_note: 'I spoke with mum too',
      version,
    });
    expect(answer.status).toBe(303);
    expect(await text(ama.get(path))).toContain('I spoke with mum too');
  });

  it('may ask for another look, which opens a review by a day', async () => {
    const path = await held();
    const check = urls.reviews.check(childId, path.split('/').at(-1) ?? '');
    await marguerite.post(check, {
      verdict: 'look-again',
      version: await versionOn(check),
      manager_note: 'Nobody has seen the aunt’s home',
      ...day('again_on', ['1', '6', '2099']),
    });
    expect(await text(ama.get(urls.reviews.list(childId)))).toContain(
      'A manager asked for another look',
    );
  });

  it('is not open to the worker who held it', async () => {
    const path = await held();
    const check = urls.reviews.check(childId, path.split('/').at(-1) ?? '');
    expect((await ama.get(check)).status).toBe(403);
  });
});
