import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import type { Statement } from '../../src/platform/db/connect.ts';
import { urls } from '../../src/urls.ts';
import { testApp } from '../support/app.ts';
import { actorOf, serviceId, staffId, testDatabase } from '../support/database.ts';
import { makeMany, unmakeMany } from '../support/many-children.ts';
import { ownerOf } from '../support/panels.ts';
import { readInVain } from '../support/plans.ts';

let heard: Statement[] = [];
const database = testDatabase({
  itsOwn: true,
  onStatement: (statement) => void heard.push(statement),
});
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let child = '';

beforeAll(async () => {
  site = await testApp(database());
  await asOwner((tx) => makeMany(tx, 10_000));
  const found = await asOwner((tx) =>
    sql<{ id: string }>`select child_id as id from relationship
      where service_id = ${serviceId} and staff_id = ${staffId('ama-lovelock')} and ends_at is null limit 1`.execute(
      tx,
    ),
  );
  child = found.rows[0]?.id ?? '';
  return () => site.jobs.stop();
}, 180_000);

const ofChild = [
  urls.child.overview,
  urls.child.chronology,
  urls.child.details,
  urls.child.history,
  urls.contacts.list,
  urls.assessments.list,
  urls.plans.current,
  urls.reviews.list,
  urls.oversight.entries,
];
const ofService: Readonly<Record<string, readonly string[]>> = {
  'ama-lovelock': [urls.home, urls.children.search],
  'marguerite-oyelaran': [
    urls.home,
    urls.oversight.team,
    urls.oversight.due(),
    urls.oversight.approvals,
    urls.oversight.exceptions,
    urls.oversight.gaps,
    urls.oversight.unchanged,
    urls.panels.list,
    urls.referrals.inbox,
  ],
  'philippa-standfast': [urls.home, urls.oversight.breakGlass],
  'annie-twelvetrees': [urls.home, urls.referrals.inbox, urls.referrals.imports],
  'ursula-peaceful': [urls.home, urls.victims.worklist],
  'quentin-larkin': [urls.home],
  'freddie-okafor-bright': [urls.admin.staff, urls.admin.access],
};

it('no statement of a page reads a whole table, or twenty rows for one, among 10,000 children', {
  timeout: 300_000,
}, async () => {
  const faults: string[] = [];
  for (const [code, paths] of Object.entries(ofService)) {
    const visitor = await site.as(code);
    const actor = await asOwner((tx) => actorOf(tx, code));
    const own = code === 'ama-lovelock' ? ofChild.map((path) => path(child)) : [];
    for (const path of [...paths, ...own]) {
      heard = [];
      expect((await visitor.get(path)).status, path).toBe(200);
      const reads = heard.filter(
        (each) =>
          /^\s*(select|with)\b/i.test(each.sql) && !/set_config|pgboss|auth_/.test(each.sql),
      );
      for (const statement of reads) {
        const found = await asActor(database().app, actor, (tx) => readInVain(tx, statement));
        faults.push(
          ...found.map(
            ({ table, how, read, given }) =>
              `${code} ${path.replace(child, ':child')}: ${how} on ${table}, ${read} rows for ${given}, in ${statement.sql.trim().replace(/\s+/g, ' ').slice(0, 80)}`,
          ),
        );
      }
    }
  }
  await asOwner(unmakeMany);
  expect(faults).toEqual([]);
});
