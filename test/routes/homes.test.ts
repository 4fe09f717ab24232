import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { britishDay, britishInstant } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { makeInvolvement } from '../support/work-rows.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
const today = britishDay(new Date());
type Tx = Parameters<typeof makeChild>[0];

beforeAll(async () => {
  site = await testApp(database());
  return () => site.jobs.stop();
});

async function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx);
      return work(tx);
    });
}

const see = async (code: string, path: string) =>
  (await (await site.as(code)).get(path)).text().then((text) => text.replaceAll(/\s+/g, ' '));
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const lateToday = () => {
  const found = britishInstant(today, '23:00');
  return found.kind === 'instant' ? found.instant : new Date();
};

const review = (childId: string, more: object) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  reason: 'manager',
  opened_on: addDays(today, -10),
  due_on: addDays(today, -3),
  ...more,
});
const contact = (childId: string, more: object) => ({
  service_id: serviceId,
  id: newId(),
  child_id: childId,
  type: 'supervision',
  place: 'Office',
  status: 'recorded',
  attendance: 'attended',
  held_at: new Date(Date.now() - 86_400_000),
  worker_id: staffId('dilys-okoro'),
  ...more,
});

describe('a practitioner’s home', () => {
  it('says so when no child is allocated', async () => {
    expect(await see('hana-wildgoose', urls.home)).toContain('No child is allocated to you');
  });

  it('shows what is overdue and today, each with where to do it, and how the child stands', async () => {
    const late = review('', {});
    await asOwner(async (tx) => {
      const id = await makeChild(tx, {
        forename: 'Perrin',
        surname: 'Latehome',
        worker: 'dilys-okoro',
      });
      await makeInvolvement(tx, id);
      await tx
        .insertInto('review')
        .values({ ...late, child_id: id })
        .execute();
      await tx
        .insertInto('contact')
        .values([
          contact(id, { attendance: 'unacceptable-absence', absence_reason: 'forgot' }),
          contact(id, {
            attendance: 'unacceptable-absence',
            absence_reason: 'forgot',
            held_at: new Date(Date.now() - 2 * 86_400_000),
          }),
          contact(id, {
            status: 'planned',
            attendance: null,
            held_at: null,
            planned_at: lateToday(),
          }),
        ])
        .execute();
      await tx
        .insertInto('warning')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          kind: 'weapons',
          detail: 'Invented',
          owner_id: staffId('dilys-okoro'),
          raised_on: today,
          review_on: addDays(today, 3),
        })
        .execute();
    });
    const page = await see('dilys-okoro', urls.home);
    expect(page).toContain('Review that a manager asked for');
    expect(page).toContain(`/reviews/${late.id}`);
    expect(wordsOf(page)).toMatch(/[1-9]\d* overdue/);
    expect(page).toContain('Contact at 11pm');
    expect(page).toContain('Look at the warning again');
    expect(page).toContain('Missed 2 in a row');
    expect(page).toContain('1 warning');
  });

  it('does not show a colleague’s children', async () => {
    await asOwner((tx) => makeChild(tx, { surname: 'Elsewhere', worker: 'kemi-applegarth' }));
    expect(await see('dilys-okoro', urls.home)).not.toContain('Elsewhere');
  });

  it('shows nothing of a child whose record was sealed from their worker', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, {
        surname: 'Sealedaway',
        worker: 'lorcan-dewsnap',
        restricted: true,
      });
      await tx.insertInto('review').values(review(id, {})).execute();
    });
    const page = await see('lorcan-dewsnap', urls.home);
    expect(page).not.toContain('Sealedaway');
    expect(page).not.toContain('Review that a manager asked for');
  });
});

describe('everyone else’s home', () => {
  it('a partner sees the service’s open questions to their agency', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Askedabout', worker: 'dilys-okoro' });
      await relate(tx, id, 'tegan-bamford-ali', 'information-request');
      const person = await tx
        .selectFrom('staff')
        .select('agency')
        .where('id', '=', staffId('tegan-bamford-ali'))
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('information_request')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          agency: person.agency,
          record_class: 'RC9',
          question: 'Attendance?',
          asked_on: addDays(today, -9),
          due_on: addDays(today, -2),
        })
        .execute();
    });
    const page = await see('tegan-bamford-ali', urls.home);
    expect(page).toContain('Answer the service’s question');
    expect(page).toContain('Askedabout');
    expect(page).toContain('Overdue');
  });

  it('the victim worker sees who waits for a first word', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Harmdone', worker: 'dilys-okoro' });
      await tx
        .insertInto('victim_involvement')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          label: 'Victim Q',
          details_received_on: addDays(today, -20),
        })
        .execute();
    });
    expect(await see('ursula-peaceful', urls.home)).toContain('Contact Victim Q');
  });

  it.each([
    ['annie-twelvetrees', 'referrals to triage'],
    ['cleo-abacus', 'no child’s record'],
    ['gwendolen-osei', 'no child’s record'],
    ['freddie-okafor-bright', 'You keep staff'],
    ['desmond-plumb', 'your sample'],
    ['edith-fairlamp', 'your sample'],
    ['xanthe-goodenough', 'not asked to a panel'],
    ['winston-appleby', 'You work with no child'],
  ])('%s is told what they can open', async (code, words) => {
    expect(await see(code, urls.home)).toContain(words);
  });

  it.each([
    {
      code: 'cleo-abacus',
      leadsTo: ['Benchmarks', 'Disproportionality', 'Relative rates of your own counts'],
      not: ['Audits', 'Recommendations', 'Find a child'],
    },
    {
      code: 'gwendolen-osei',
      leadsTo: ['Benchmarks', 'Inspection ratings', 'Recommendations'],
      not: ['Audits', 'Inspections', 'Find a child'],
    },
    {
      code: 'desmond-plumb',
      leadsTo: ['Audits', 'Inspections', 'Benchmarks', 'Find a child'],
      not: ['Staff', 'Referrals inbox'],
    },
    { code: 'freddie-okafor-bright', leadsTo: ['Staff'], not: ['Benchmarks', 'Audits'] },
  ])('$code finds what they come for, and each of it opens', async ({ code, leadsTo, not }) => {
    const visitor = await site.as(code);
    const html = await (await visitor.get(urls.home)).text();
    const cards = new Map(
      [
        ...html.matchAll(
          /<h2 class="govuk-heading-s">\s*<a class="govuk-link" href="([^"]+)">([^<]+)</g,
        ),
      ].map(([, href = '', text = '']) => [text, href]),
    );
    for (const name of leadsTo) {
      expect([...cards.keys()]).toContain(name);
      expect((await visitor.get(cards.get(name) ?? '')).status).toBe(200);
    }
    for (const name of not) expect([...cards.keys()]).not.toContain(name);
  });

  it('a worker may not open the manager’s pages', async () => {
    const ama = await site.as('ama-lovelock');
    for (const path of [urls.oversight.team, urls.oversight.approvals, urls.oversight.gaps])
      expect((await ama.get(path)).status).toBe(403);
  });
});

describe('what somebody promised', () => {
  it('is on their home and opens, though they no longer work with the child', async () => {
    const promise = {
      service_id: serviceId,
      id: newId(),
      what: 'Go through the safety plan again',
      owner_id: staffId('hana-wildgoose'),
      owner_name: 'Hana Wildgoose',
      agency: 'youth-justice',
      about_table: 'audit_case',
      about_id: newId(),
      original_due: addDays(today, -4),
      due_on: addDays(today, -4),
    };
    const id = await asOwner(async (tx) => {
      const child = await makeChild(tx, { surname: 'Movedonward', worker: 'dilys-okoro' });
      await tx
        .insertInto('action')
        .values({ ...promise, child_id: child })
        .execute();
      await tx.insertInto('review').values(review(child, {})).execute();
      return child;
    });
    const page = await see('hana-wildgoose', urls.home);
    expect(page).toContain('Go through the safety plan again');
    expect(page).not.toContain('Review that a manager asked for');
    expect(wordsOf(page)).toContain('1 overdue');
    const hana = await site.as('hana-wildgoose');
    const opened = await hana.get(urls.oversight.action(id, promise.id));
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain('Somebody else says that this is done');
    await asOwner((tx) =>
      tx
        .updateTable('action')
        .set({ done_on: today, evidence: 'Seen' })
        .where('id', '=', promise.id)
        .execute(),
    );
    expect(await see('hana-wildgoose', urls.home)).not.toContain('Movedonward');
    expect((await hana.get(urls.child.overview(id))).status).toBe(303);
  });

  it('by others is told apart by who owes it, and late ones are marked', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Twoasked', worker: 'lorcan-dewsnap' });
      for (const agency of ['police', 'health'])
        await tx
          .insertInto('information_request')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id: id,
            agency,
            record_class: 'RC4',
            question: 'What do you know?',
            asked_on: addDays(today, -9),
            due_on: addDays(today, -2),
          })
          .execute();
    });
    const home = await see('lorcan-dewsnap', urls.home);
    expect(wordsOf(home)).toContain('Others owe something for my children: 2');
    const list = urls.oversight.waiting('others');
    expect(home).toContain(`href="${list}"`);
    const words = wordsOf(await see('lorcan-dewsnap', list));
    expect(words).toMatch(/Twoasked Police .{0,30} Overdue/);
    expect(words).toMatch(/Twoasked Health .{0,30} Overdue/);
  });
});

describe('a manager’s counts', () => {
  it('open to the rows they count, worker by worker', async () => {
    const late = review('', {});
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Countedlate', worker: 'kemi-applegarth' });
      await tx
        .insertInto('review')
        .values({ ...late, child_id: id })
        .execute();
    });
    const path = `${urls.oversight.team}?team=all`;
    const team = await see('philippa-standfast', path);
    const worker = urls.oversight.due({
      team: 'all',
      page: '1',
      worker: staffId('kemi-applegarth'),
    });
    expect(team.replaceAll('&amp;', '&')).toContain(`href="${worker}"`);
    const opened = await see('philippa-standfast', worker);
    expect(opened).toContain(`/reviews/${late.id}`);
    expect(opened).toContain('Countedlate');
    const list = `${worker}&which=overdue`;
    expect(await see('philippa-standfast', list)).toContain(`/reviews/${late.id}`);
    const all = await see('philippa-standfast', urls.oversight.due({ team: 'all' }));
    expect(all).toContain(`/reviews/${late.id}`);
    const counted = /([\d,]+) overdue with the workers below/.exec(wordsOf(team))?.[1];
    expect(/Overdue All teams .*?Overdue: (\d+)/.exec(wordsOf(all))?.[1]).toBe(counted);
    const dilys = await site.as('dilys-okoro');
    expect((await dilys.get(worker)).status).toBe(403);
  });
});

it('a home without a child says nothing that only a child’s worker can do, and leads the board to what audits found', async () => {
  const board = await see('gwendolen-osei', urls.home);
  expect(board).toContain(`href="${urls.audits.found}"`);
  expect(await see('edith-fairlamp', urls.home)).toContain('Nothing waits in the next seven days.');
  const gone = async (code: string) => see(code, '/nothing');
  expect(await gone('gwendolen-osei')).not.toContain('If you work with');
  expect(await gone('rosamund-achebe')).toContain('If you work with');
});

describe('what somebody owes by name', () => {
  it('is counted by their manager too, also for a child whom another has', async () => {
    await asOwner(async (tx) => {
      const id = await makeChild(tx, { surname: 'Stillwarned', worker: 'dilys-okoro' });
      await makeInvolvement(tx, id);
      await tx
        .insertInto('warning')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: id,
          kind: 'goes-missing',
          detail: 'Ring her aunt first',
          owner_id: staffId('kemi-applegarth'),
          raised_on: '2026-01-05',
          review_on: '2026-04-05',
        })
        .execute();
    });
    expect(await see('kemi-applegarth', urls.home)).toContain('Stillwarned');
    const opened = urls.oversight.due({ team: 'all', worker: staffId('kemi-applegarth') });
    expect(await see('philippa-standfast', opened)).toContain('Stillwarned');
  });
});

describe('a missed appointment', () => {
  it('leads to the next contact, until somebody was reached', async () => {
    const missed = contact('', { attendance: 'unacceptable-absence', absence_reason: 'forgot' });
    const id = await asOwner(async (tx) => {
      const child = await makeChild(tx, { worker: 'dilys-okoro' });
      await makeInvolvement(tx, child);
      await tx
        .insertInto('contact')
        .values({ ...missed, child_id: child })
        .execute();
      return child;
    });
    const page = () => see('dilys-okoro', urls.contacts.one(id, missed.id));
    expect(await page()).toContain('Follow up by');
    expect(await page()).toContain(`href="${urls.contacts.record(id)}"`);
    const reached = contact(id, { held_at: new Date(Date.now() - 3_600_000) });
    await asOwner((tx) => tx.insertInto('contact').values(reached).execute());
    expect(await page()).not.toContain('Follow up by');
  });
});
