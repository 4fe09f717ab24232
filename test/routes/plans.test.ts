import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { ownerOf } from '../support/panels.ts';
import { makeSignedAssessment } from '../support/signed-assessment.ts';
import { makeInvolvement, makeReview } from '../support/work-rows.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let ama: Visitor;
let [medium, low, other, review, work] = ['', '', '', '', ''];
const amaId = staffId('ama-lovelock');
const victim = '018f0000-0000-7000-8000-00000000b001';

const safetyRow = {
  risk: 'Sleeps out',
  control: 'A room at Nan’s house',
  who: 'Nan',
  agency: 'housing',
  reviewOn: '2026-12-01',
};

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      medium = await makeChild(tx, { worker: 'ama-lovelock', forename: 'Kit' });
      low = await makeChild(tx, { worker: 'ama-lovelock', forename: 'Wren' });
      other = await makeChild(tx, { worker: 'ben-thackery' });
      await relate(tx, medium, 'ursula-peaceful', 'partner');
      await makeSignedAssessment(tx, medium, {
        safety: 'medium',
        content: {
          answers: {
            'risks-to-child': { state: 'answered', value: ['Sleeps out'] },
            adaptations: { state: 'answered', value: 'Pictures, not long texts' },
          },
          safetyRows: [safetyRow],
        },
      });
      await tx
        .insertInto('victim_involvement')
        .values({
          ...{ service_id: serviceId, id: victim, child_id: medium, label: 'Victim A' },
          safety_need: 'yes',
          safety_line: 'Nobody meets at the pool on a Tuesday',
        })
        .execute();
      review = await makeReview(tx, medium);
      work = await makeInvolvement(tx, medium);
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const day = (name: string, [date, month, year]: [string, string, string]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const start = (childId: string) =>
  ama.post(urls.plans.start(childId), { exit_text: 'Boxing club', exit_who: 'Coach Jo' });
/** The address of the line whose words these are. */
const lineOf = async (childId: string, words: string) => {
  const page = await text(ama.get(urls.plans.current(childId)));
  const found = new RegExp(`href="([^"]+/plan/lines/[^"/]+)"[^>]*>[^<]*<span[^>]*>: ${words}`).exec(
    page,
  );
  return found?.[1] ?? '';
};
const versionOn = async (path: string) =>
  /name="version" value="(\d+)"/.exec(await text(ama.get(path)))?.[1] ?? '';

const agreement = () => ({
  child_agrees: 'yes',
  parent_agrees: 'could-not-answer',
  parent_agrees_note: 'Mum is in hospital',
  ...day('agreed_on', ['1', '6', '2026']),
  ...day('review_on', ['1', '6', '2099']),
});
const agree = async (childId: string, change: Record<string, string> = {}) => {
  const version = await versionOn(urls.plans.agree(childId));
  return ama.post(urls.plans.agree(childId), { version, ...agreement(), ...change });
};

describe('starting a plan', () => {
  it('is refused without an exit step, from day one', async () => {
    const answer = await ama.post(urls.plans.start(medium), {
      exit_text: '',
      exit_who: 'Coach Jo',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Enter who or what carries on when this work ends');
  });

  it('brings the rows of the signed assessment over as lines to begin from', async () => {
    expect(await text(ama.get(urls.plans.start(medium)))).toContain('A room at Nan’s house');
    expect((await start(medium)).status).toBe(303);
    const page = await text(ama.get(urls.plans.current(medium)));
    for (const words of [
      'Sleeps out',
      'A room at Nan’s house',
      'Boxing club',
      'Pictures, not long',
    ])
      expect(page).toContain(words);
  });

  it('happens once: the second time leads to the plan there is', async () => {
    expect((await start(medium)).headers.get('location')).toBe(urls.plans.current(medium));
  });

  it('is for the child’s own worker: a colleague finds nothing there', async () => {
    expect((await ama.get(urls.plans.start(other))).status).not.toBe(200);
    const ben = await site.as('ben-thackery');
    expect((await ben.get(urls.plans.start(other))).status).toBe(200);
  });
});

describe('agreeing a plan', () => {
  it('at medium without a contingency, a goal or a line for the victim is refused, each said with a link', async () => {
    const answer = await agree(medium);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Add at least one goal',
      'Enter what keeps Victim A safe',
      'Add what will be done if things change for the child’s safety',
    ])
      expect(page).toContain(words);
    expect(page).toContain(urls.plans.addLine(medium, 'contingency'));
  });

  it('goes ahead when all of it is there, with the parent’s reason for no answer', async () => {
    await ama.post(urls.plans.addLine(medium, 'goal'), { text: 'I want to sleep in my own bed' });
    const goal =
      /parent_id=([0-9a-f-]+)/.exec(await text(ama.get(urls.plans.current(medium))))?.[1] ?? '';
    await ama.post(urls.plans.addLine(medium, 'step'), {
      parent_id: goal,
      text: 'Ask housing for a visit',
      who: 'Ama',
      ...day('by_on', ['1', '12', '2026']),
    });
    await ama.post(urls.plans.addLine(medium, 'step'), {
      parent_id: goal,
      text: 'Choose the colour of the room',
      who: 'Kit',
      ...day('by_on', ['8', '12', '2026']),
    });
    await ama.post(urls.plans.addLine(medium, 'victim-safety'), {
      victim_involvement_id: victim,
      text: 'Kit does not go near the shop',
      who: 'Ama',
      ...day('by_on', ['1', '12', '2026']),
    });
    await ama.post(urls.plans.addLine(medium, 'contingency'), {
      about: 'safety',
      text: 'Kit is not home by ten',
      then_text: 'Ring Kit, then Nan',
      who: 'Nan',
      within: 'one hour',
      tell: 'Ama',
      on_child_page: 'yes',
    });
    const whole = await text(ama.get(urls.plans.current(medium)));
    expect(whole).toContain('The plan has all that it needs');
    expect(whole).not.toContain('Before it can be agreed');
    const answer = await agree(medium);
    expect(answer.status).toBe(303);
    expect(await text(ama.get(urls.plans.current(medium)))).toContain('Could not answer');
  });

  it('is refused when nobody wrote why the child could not answer', async () => {
    const answer = await agree(medium, { child_agrees: 'could-not-answer', child_agrees_note: '' });
    expect(await answer.text()).toContain('Enter why the child could not answer');
  });
});

it('that somebody must be kept safe stands wherever what keeps them safe is written', async () => {
  const said = 'Victim A: Nobody meets at the pool on a Tuesday';
  for (const path of [
    urls.plans.current(medium),
    await lineOf(medium, 'Kit does not go near the shop'),
    urls.plans.addLine(medium, 'victim-safety'),
    urls.plans.addLine(medium, 'contingency'),
    urls.reviews.one(medium, review),
    urls.closure.one(medium, work),
  ])
    expect(await text(ama.get(path))).toContain(said);
  expect(await text(ama.get(urls.plans.addLine(medium, 'goal')))).not.toContain('at the pool');
  const ursula = await site.as('ursula-peaceful');
  expect(await text(ursula.get(urls.plans.current(medium)))).toContain(said);
  // With the end of the work with them the need does not end, nor does what the plan says of it.
  const ended = (ended_on: string | null) =>
    ownerOf(database)((tx) =>
      tx.updateTable('victim_involvement').set({ ended_on }).where('id', '=', victim).execute(),
    );
  await ended('2026-05-01');
  const plan = await text(ama.get(urls.plans.current(medium)));
  expect(plan).toContain(
    'Victim A (line closed on 1 May 2026, the need still holds): Nobody meets',
  );
  expect(plan).toContain('Kit does not go near the shop');
  expect(plan).toMatch(/<h3[^>]*>Victim A</);
  await ended(null);
});

describe('a line of the plan', () => {
  it('changed after the plan was agreed needs its reason, and its history shows what it said', async () => {
    const path = await lineOf(medium, 'A room at Nan’s house');
    const version = await versionOn(path);
    const change = {
      action: 'save',
      version,
      risk: 'Sleeps out',
      text: 'A room at the foyer',
      who: 'Ama',
      agency: '',
      ...day('by_on', ['1', '12', '2026']),
    };
    expect((await ama.post(path, change)).status).toBe(422);
    expect((await ama.post(path, { ...change, why: 'Nan is ill' })).status).toBe(303);
    const page = await text(ama.get(path));
    expect(page).toContain('A room at Nan’s house');
    expect(await text(ama.get(urls.plans.current(medium)))).toContain('Nan is ill');
    const late = await ama.post(path, { ...change, why: 'Nan is better', text: 'Nan again' });
    expect(late.status).toBe(409);
    const conflict = await late.text();
    expect(conflict).toContain('A room at the foyer');
    expect(conflict).toContain('Nan again');
  });

  it('stopped says why', async () => {
    const path = await lineOf(medium, 'Ask housing for a visit');
    const version = await versionOn(path);
    const progress = { action: 'progress', version, ...day('status_on', ['2', '6', '2026']) };
    expect((await ama.post(path, { ...progress, status: 'stopped', status_note: '' })).status).toBe(
      422,
    );
    expect(
      (await ama.post(path, { ...progress, status: 'done', status_note: 'They came' })).status,
    ).toBe(303);
  });

  it('taken out of a draft can be put back, a goal with its steps', async () => {
    await start(low);
    await ama.post(urls.plans.addLine(low, 'goal'), { text: 'I want to cook once a week' });
    const goal =
      /parent_id=([0-9a-f-]+)/.exec(await text(ama.get(urls.plans.current(low))))?.[1] ?? '';
    await ama.post(urls.plans.addLine(low, 'step'), {
      parent_id: goal,
      text: 'Pick four meals',
      who: 'Wren',
      ...day('by_on', ['1', '12', '2026']),
    });
    expect((await ama.post(urls.plans.takeOut(low, goal), {})).status).toBe(303);
    const without = await text(ama.get(urls.plans.current(low)));
    expect(without).toContain('Taken out of this draft');
    expect(without).not.toContain('Add a step<');
    await ama.post(urls.plans.putBack(low, goal), {});
    const again = await text(ama.get(urls.plans.current(low)));
    expect(again).toContain('Pick four meals');
    expect(again).not.toContain('Taken out of this draft');
  });

  it('of what is done if things change says that it has happened, and what it asks for comes due', async () => {
    const path = await lineOf(medium, 'Kit is not home by ten');
    const happened = `${path}/happened`;
    expect(await text(ama.get(path))).toContain('This has happened');
    const [year = '', month = '', date = ''] = britishDay(new Date()).split('-');
    const today: [string, string, string] = [date, month, year];
    const words = { happened_note: 'Nan rang at half past eleven', owner_id: amaId };
    const days = {
      ...day('happened_on', ['2', '6', '2026']),
      ...day('due_on', today),
    };
    const silent = await ama.post(happened, { ...words, ...days, happened_note: '' });
    expect(silent.status).toBe(422);
    const stranger = await ama.post(happened, { ...words, ...days, owner_id: victim });
    expect(stranger.status).toBe(422);
    const ben = await site.as('ben-thackery');
    const asked = await ben.post(happened, { ...words, ...days });
    expect(asked.headers.get('location')).toContain('purpose');
    expect((await ama.post(happened, { ...words, ...days })).status).toBe(303);
    const page = await text(ama.get(path));
    expect(page).toContain('Ring Kit, then Nan (Nan, within one hour)');
    expect(page).toContain('Tell Ama, since this has happened: Kit is not home by ten');
    expect(page).toMatch(/fh-badge-neutral">Due /);
    expect(await text(ama.get(urls.plans.current(medium)))).toContain('This happened');
    const told = /href="([^"]+\/actions\/[^"]+)"[^>]*>\s*Tell Ama/.exec(page)?.[1] ?? '';
    expect(await text(ama.get(told))).toContain('How does it stand?');
    expect(await text(ama.get(urls.child.chronology(medium)))).toContain('Nan rang at half past');
    expect(await text(ama.get(urls.home))).toContain('Tell Ama, since this has happened');
  });

  it('of another kind cannot happen', async () => {
    const path = await lineOf(medium, 'Kit does not go near the shop');
    expect((await ama.get(`${path}/happened`)).status).toBe(404);
  });

  it('is not taken out of an agreed plan', async () => {
    const path = await lineOf(medium, 'Kit does not go near the shop');
    const answer = await ama.post(`${path}/take-out`, {});
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('The plan was agreed meanwhile');
  });
});

describe('who reads what of a plan', () => {
  it('the child’s own page has the child’s steps apart, and nothing of risk or of the victim', async () => {
    const page = await text(ama.get(urls.plans.print(medium)));
    expect(page).toMatch(
      /What I will do[\s\S]*Choose the colour of the room[\s\S]*What others will do/,
    );
    expect(page).toContain('Kit is not home by ten');
    for (const words of ['Sleeps out', 'Victim A', 'near the shop', 'medium', 'Medium'])
      expect(page).not.toContain(words);
  });

  it.each(['safety', 'contingency'] as const)(
    'a new %s line is for workers until somebody chooses to print it for the child',
    async (kind) => {
      const page = await text(ama.get(urls.plans.addLine(low, kind)));
      expect(page).toContain('Only when it is written to Wren');
      expect(page).not.toMatch(/<input[^>]*name="on_child_page"[^>]*checked/);
    },
  );

  it('an untouched form prints nothing that was written for workers', async () => {
    const written = { risk: 'Debts', text: 'Look out for new money', who: 'Ama' };
    await ama.post(urls.plans.addLine(low, 'safety'), {
      ...written,
      ...day('by_on', ['1', '12', '2026']),
    });
    expect(await text(ama.get(urls.plans.current(low)))).toContain('Look out for new money');
    expect(await text(ama.get(urls.plans.print(low)))).not.toContain('Look out for new money');
  });

  it('the victim worker reads the line that keeps the victim safe and no other', async () => {
    const ursula = await site.as('ursula-peaceful');
    const page = await text(ursula.get(urls.plans.current(medium)));
    expect(page).toContain('Kit does not go near the shop');
    expect(page).not.toContain('own bed');
    expect((await ursula.get(urls.plans.print(medium))).status).toBe(404);
  });

  it('a part shared with an agency is kept with its basis, and then that they have it', async () => {
    const path = urls.plans.share(medium);
    const shared = {
      agency: 'police',
      shared_with: 'PC Larkin',
      what: 'What to do when Kit is not home',
      lawful_basis: '',
      ...day('shared_on', ['2', '6', '2026']),
    };
    expect((await ama.post(path, shared)).status).toBe(422);
    expect((await ama.post(path, { ...shared, lawful_basis: 'Public task' })).status).toBe(303);
    const has = /action="([^"]+\/plan\/share\/[^"]+)"/.exec(await text(ama.get(path)))?.[1] ?? '';
    await ama.post(has, {});
    expect(await text(ama.get(path))).toContain('They said they had it');
  });
});
