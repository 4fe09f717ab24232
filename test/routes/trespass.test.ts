import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/app.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { demonstrationDatabase, staffId } from '../support/database.ts';

/** Where the rows are that an address names beside the child. */
const tables: Readonly<Record<string, readonly string[]>> = {
  actionId: ['action'],
  addressId: ['child_address'],
  assessmentId: ['assessment'],
  breachId: ['breach'],
  reportId: ['court_report'],
  letterId: ['letter'],
  sendingId: ['letter_sending'],
  caseId: ['audit_case'],
  conditionId: ['outcome_condition'],
  chargeId: ['charge'],
  contactId: ['contact'],
  decisionId: ['decision'],
  disposalId: ['disposal'],
  failureId: ['failure_to_comply'],
  feedbackId: ['audit_feedback'],
  fileId: ['child_file'],
  escalationId: ['escalation'],
  hearingId: ['hearing'],
  invitationId: ['panel_invitation'],
  involvementId: ['involvement'],
  itemId: ['panel_item'],
  lineId: ['plan_line'],
  meetingId: ['order_meeting'],
  mergeId: ['child_merge'],
  noteId: ['partner_note'],
  orderId: ['court_order'],
  personId: ['network_person'],
  pointId: ['child_contact_point'],
  proposedId: ['change_proposed'],
  readingId: ['audit_reading'],
  referralId: ['referral'],
  relationshipId: ['relationship'],
  requestId: ['information_request'],
  requirementId: ['court_order_requirement'],
  resultId: ['hearing_result'],
  reviewId: ['review'],
  shareId: ['plan_share'],
  stepId: ['work_step'],
  rowId: ['characteristic', 'care_episode', 'education_episode', 'warning'],
  victimId: ['victim_involvement'],
  weekId: ['education_week'],
};
/** Parts of an address that choose a page of a row, not a row. */
const words: Readonly<Record<string, string>> = {
  check: 'summary',
  from: '1',
  heading: 'life',
  judgement: 'harm',
  kind: 'goal',
  rung: 'school',
  questionId: 'management-oversight',
  section: 'living',
  step: '1',
  to: '2',
  type: 'arrest',
};

const parametersOf = (path: string) =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
const pagesOfAChild = routes.filter(
  ({ kind, path }) => kind === 'child' && parametersOf(path)[0] === 'childId',
);

it('it is known of every part of an address whose row or page it names', () => {
  const parts = new Set(pagesOfAChild.flatMap(({ path }) => parametersOf(path).slice(1)));
  expect([...parts].filter((name) => !tables[name] && !words[name])).toEqual([]);
});

const database = demonstrationDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  // Nobody in the demonstration disagrees with a decision so much that it goes a level up.
  await sql`insert into escalation (service_id, id, child_id, decision_id, level, grounds, parties, raised_on, raised_by, due_on)
    select service_id, gen_random_uuid(), child_id, id, 1, 'Grounds', 'Parties', decided_on, decided_by, decided_on
    from decision where about_table = 'panel_item'`.execute(database().owner);
  // Nor is a part of anybody's plan shared with an agency.
  await sql`insert into plan_share (service_id, id, child_id, plan_id, agency, shared_with, what, lawful_basis, shared_on)
    select service_id, gen_random_uuid(), child_id, id, 'police', 'Their desk', 'A line', 'Public task', started_on from plan`.execute(
    database().owner,
  );
  // Nor were two records merged: here of the first and the last child.
  await sql`insert into child (service_id, id, number, forename, surname, date_of_birth_status, name_search)
    select service_id, gen_random_uuid(), 'GONE-1', 'Gone', 'Twice', 'unknown', '' from child limit 1`.execute(
    database().owner,
  );
  await sql`insert into child_merge (service_id, id, child_id, other_id, into_id, reason, taken_back_at, taken_back_reason)
    select c.service_id, gen_random_uuid(), c.id, g.id, c.id, 'One name', now(), 'Two children' from child c, child g
    where g.number = 'GONE-1' and c.id in (select min(id::text)::uuid from child union select max(id::text)::uuid from child) and c.id <> g.id`.execute(
    database().owner,
  );
  // Nor does a child have a paper that came from elsewhere.
  await sql`insert into child_file (service_id, id, child_id, record_class, name, kind, source, type, bytes)
    select service_id, gen_random_uuid(), id, 'RC1', 'A letter', 'letter', 'School', 'pdf', 5 from child where merged_into is null`.execute(
    database().owner,
  );
  site = await testApp(database());
}, 120_000);
afterAll(async () => {
  await site.jobs.stop();
});

async function asOwner<T>(query: string): Promise<T[]> {
  await sql`reset role`.execute(database().owner);
  const { rows } = await sql<T>`${sql.raw(query)}`.execute(database().owner);
  await database().dropOwnerRights();
  return rows;
}

describe('a row of one child has no page and takes no form under another child’s address', () => {
  it.each(['ama-lovelock', 'marguerite-oyelaran', 'ursula-peaceful', 'quentin-larkin'])(
    'for %s',
    { timeout: 120_000 },
    async (code) => {
      const visitor = await site.as(code);
      const childId = await openChildOf(visitor, code);
      const openDoors: string[] = [];
      const untried: string[] = [];
      for (const { method, path } of pagesOfAChild) {
        const named = parametersOf(path).find((name) => tables[name]);
        if (!named) continue;
        for (const table of tables[named] ?? []) {
          const [row] = await asOwner<{ id: string; version: number }>(
            `select id, version from ${table} where child_id <> '${childId}' order by ${table === 'relationship' ? 'ends_at is null desc, ' : ''}id limit 1`,
          );
          if (!row) {
            untried.push(table);
            continue;
          }
          const address = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
            name === 'childId' ? childId : name === named ? row.id : (words[name] ?? ''),
          );
          const answer =
            method === 'get'
              ? await visitor.get(address)
              : await visitor.post(address, {
                  version: String(row.version),
                  reason: 'A good reason',
                });
          if (![403, 404].includes(answer.status))
            openDoors.push(`${method} ${path} ${answer.status}`);
          const [after] = await asOwner<{ version: number }>(
            `select version from ${table} where id = '${row.id}'`,
          );
          if (after?.version !== row.version) openDoors.push(`${method} ${path} changed the row`);
        }
      }
      expect(openDoors).toEqual([]);
      expect(untried).toEqual([]);
    },
  );
});

/** A child whose record this person may read without saying why. */
async function openChildOf(visitor: Visitor, code: string): Promise<string> {
  const mine = await asOwner<{ child_id: string }>(
    `select child_id from relationship where staff_id = '${staffId(code)}' and ends_at is null union all
     select child_id from relationship where staff_id = '${staffId('ama-lovelock')}' and kind = 'allocated' and ends_at is null union all
     select child_id from victim_involvement where ended_on is null limit 40`,
  );
  for (const { child_id } of mine)
    if ((await visitor.get(urls.child.overview(child_id))).status === 200) return child_id;
  throw new Error(`${code} can open no child`);
}
