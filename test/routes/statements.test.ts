import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { makeReady, makeReferredChild, ownerOf, setUpPanel } from '../support/panels.ts';
import { statementCounter } from '../support/statements.ts';
import { makeInvolvement, makePlan, makeReview } from '../support/work-rows.ts';

const mostStatements = 8;
const mostBytes = 50 * 1024;
const counter = statementCounter();
const database = testDatabase(counter);
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let pages: readonly (readonly [person: string, path: string])[] = [];
let kit = '';
const visitors = new Map<string, Visitor>();
let few: Opened[] = [];

beforeAll(async () => {
  site = await testApp(database());
  const visitor = async (code: string) => {
    const known = visitors.get(code) ?? (await site.as(code));
    visitors.set(code, known);
    return known;
  };
  const ama = await visitor('ama-lovelock');
  const made = await asOwner((tx) => makeReferredChild(tx, { surname: 'Manyvisits' }));
  kit = made.childId;
  const panel = await setUpPanel(await visitor('marguerite-oyelaran'));
  const item = await makeReady(ama, kit, made.referralId, panel);
  const started = await ama.post(urls.assessments.start(kit), {
    kind: 'initial',
    template: 'foothold',
  });
  const assessment = (started.headers.get('location') ?? '').split('/').at(-1) ?? '';
  const { planId } = await asOwner((tx) => makePlan(tx, kit));
  const reviewId = await asOwner((tx) => makeReview(tx, kit));
  const involvement = await asOwner((tx) => makeInvolvement(tx, kit, 'ama-lovelock'));
  expect(planId).not.toBe('');
  await asOwner((tx) => addContacts(tx, 10));
  const of = (person: string, ...paths: string[]) =>
    paths.map((path): readonly [string, string] => [person, path]);
  pages = [
    ...of(
      'ama-lovelock',
      urls.home,
      urls.diary.page,
      urls.children.search,
      urls.children.gaps,
      urls.child.overview(kit),
      urls.child.chronology(kit),
      urls.child.details(kit),
      urls.child.history(kit),
      urls.contacts.list(kit),
      urls.contacts.record(kit),
      urls.assessments.list(kit),
      urls.assessments.one(kit, assessment),
      urls.assessments.section(kit, assessment, 'behaviour'),
      urls.assessments.judgement(kit, assessment, 'safety'),
      urls.assessments.safety(kit, assessment),
      urls.assessments.submit(kit, assessment),
      urls.assessments.whole(kit, assessment),
      urls.plans.current(kit),
      urls.plans.agree(kit),
      urls.panels.childItems(kit),
      urls.panels.item(kit, item),
      urls.panels.paper(kit, item),
      urls.reviews.list(kit),
      urls.reviews.one(kit, reviewId),
      urls.closure.list(kit),
      urls.closure.one(kit, involvement),
      urls.oversight.entries(kit),
    ),
    ...of(
      'marguerite-oyelaran',
      urls.home,
      urls.oversight.team,
      urls.oversight.approvals,
      urls.oversight.exceptions,
      urls.oversight.gaps,
      urls.panels.list,
      urls.panels.one(panel),
      urls.referrals.inbox,
    ),
    ...of(
      'philippa-standfast',
      urls.home,
      urls.oversight.team,
      urls.oversight.breakGlass,
      urls.child.whoLooked(kit),
    ),
    ...of('annie-twelvetrees', urls.referrals.inbox, urls.referrals.imports),
    ...of('ursula-peaceful', urls.victims.worklist),
    ...of(
      'freddie-okafor-bright',
      urls.admin.staff,
      urls.admin.access,
      urls.admin.timeLimits,
      urls.admin.permissions,
    ),
  ];
  for (const [person] of pages) await visitor(person);
  return () => site.jobs.stop();
});

describe('every page is quick over a bad link and a long history', () => {
  it('asks the database at most eight times, and weighs at most 50 KB', async () => {
    few = await openAll();
    expect(few.filter(isTooMuch)).toEqual([]);
  });

  it('asks no more often of a child with 5,000 contacts, in a service with a hundred others, and weighs no more', {
    timeout: 120_000,
  }, async () => {
    await asOwner((tx) => addContacts(tx, 4990));
    await asOwner(addLooks);
    await asOwner(addOthers);
    const many = await openAll();
    expect(many.filter(isTooMuch)).toEqual([]);
    const asked = ({ page, statements }: Opened) => `${page}: ${statements.length} statements`;
    expect(many.map(asked)).toEqual(few.map(asked));
  });
});

type Opened = { page: string; status: number; bytes: number; statements: readonly string[] };

const isTooMuch = ({ status, bytes, statements }: Opened) =>
  status !== 200 || bytes > mostBytes || statements.length > mostStatements;

async function openAll(): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const [person, path] of pages) {
    let [status, bytes] = [0, 0];
    const statements = await counter.during(async () => {
      const answer = await visitors.get(person)?.get(path);
      status = answer?.status ?? 0;
      bytes = gzipSync((await answer?.text()) ?? '').length;
    });
    all.push({ page: `${person} ${path}`, status, bytes, statements });
  }
  return all;
}

async function addOthers(tx: Tx): Promise<void> {
  for (let other = 0; other < 60; other += 1) {
    const child = await makeChild(tx, { worker: 'ama-lovelock' });
    await makeInvolvement(tx, child, other % 2 === 0 ? 'ama-lovelock' : undefined);
  }
  for (let other = 0; other < 40; other += 1) await makeReferredChild(tx);
  await sql`update referral set state = 'received', triaged_on = null, allocated_on = null, allocated_to = null where child_id <> ${kit}`.execute(
    tx,
  );
  await sql`analyze`.execute(tx);
}

async function addContacts(tx: Tx, count: number): Promise<void> {
  await sql`
    insert into contact (service_id, id, child_id, type, place, held_at, status, attendance, child_seen, worker_id, notes, child_words)
    select ${serviceId}::uuid, gen_random_uuid(), ${kit}::uuid, (array['supervision', 'home-visit', 'telephone'])[1 + n % 3], 'Wharf House',
      now() - make_interval(hours => 5 * n), 'recorded', 'attended', 'alone', ${staffId('ama-lovelock')}::uuid,
      'Meeting ' || n || ': ' || repeat(md5(n::text) || ' talked about school and the boxing club. ', 12), case when n % 4 = 0 then 'I like it there ' || n end
    from generate_series(1, ${count}::int) n`.execute(tx);
}

async function addLooks(tx: Tx): Promise<void> {
  await sql`
    insert into access_log (service_id, id, staff_id, child_id, kind, page, via, at)
    select ${serviceId}::uuid, gen_random_uuid(), ${staffId('ama-lovelock')}::uuid, ${kit}::uuid, 'view', '/children/:childId', 'allocated', now() - make_interval(mins => n)
    from generate_series(1, 5000) n`.execute(tx);
}
