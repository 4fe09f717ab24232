import { sql } from 'kysely';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays, addMonths, type Day } from '../../src/domain/calendar/day.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import type { Visitor } from './app.ts';
import { makeChild } from './children.ts';
import { serviceId, staffId } from './database.ts';

export const today = britishDay(new Date());
const otherAddress = '4 Tern Court';

/** A day as the three boxes of a form. */
export function boxes(name: string, day: Day): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Ama Lovelock's child, referred by police ten days ago for a theft, with an address; made as the owner. */
export async function makeReferredChild(
  tx: Tx,
  given: { admission?: string; surname?: string } = {},
): Promise<{ childId: string; referralId: string }> {
  const childId = await makeChild(tx, {
    worker: 'ama-lovelock',
    ...(given.surname ? { surname: given.surname } : {}),
  });
  const referralId = newId();
  const received = addDays(today, -10);
  const common = { service_id: serviceId, child_id: childId };
  await tx
    .insertInto('referral')
    .values({
      ...common,
      id: referralId,
      source: 'police',
      agency: 'police',
      reference: `EM/${referralId.slice(-6)}`,
      referred_on: received,
      received_on: received,
      admission: given.admission ?? 'yes',
      state: 'allocated',
      triaged_on: received,
      allocated_on: received,
      allocated_to: staffId('ama-lovelock'),
    })
    .execute();
  await tx
    .insertInto('offence')
    .values({
      ...common,
      id: newId(),
      referral_id: referralId,
      code: 'theft-from-shop',
      description: 'Theft from shop',
      offence_on: addDays(today, -20),
    })
    .execute();
  await tx
    .insertInto('child_address')
    .values({
      ...common,
      id: newId(),
      lines: `${otherAddress}\nEastmarsh`,
      postcode: 'EM4 7QZ',
      accommodation_type: 'with-parents',
      valid_from: '2026-01-01',
      source: 'police',
    })
    .execute();
  return { childId, referralId };
}

/** Ama met the child and a parent three days ago; made as the owner. */
export async function meetChildAndParent(tx: Tx, childId: string): Promise<void> {
  await tx
    .insertInto('contact')
    .values({
      service_id: serviceId,
      id: newId(),
      child_id: childId,
      type: 'home-visit',
      place: 'home',
      held_at: new Date(Date.now() - 3 * 86_400_000),
      status: 'recorded',
      attendance: 'attended',
      child_seen: 'alone',
      parent_spoken_to: true,
      worker_id: staffId('ama-lovelock'),
    })
    .execute();
}

/** The id at the end of the address that a form answered with. */
export const idIn = (answer: Response): string =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=$|\/?[a-z-]*$)/.exec(
    answer.headers.get('location') ?? '',
  )?.[0] ?? '';

/** The version hidden in a form, as a browser would send it back. */
export const versionIn = (html: string): string =>
  /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

/** A panel late today, still to come whatever the hour is now, with every seat filled; members may read from yesterday. */
export async function setUpPanel(
  manager: Visitor,
  opens: Day = addDays(today, -1),
  // Asked now, since the day may have ended after the file was read; in its last minute the panel is tomorrow's, or it would
  // be set up in the past.
  day: Day = britishDay(new Date(Date.now() + 61_000)),
): Promise<string> {
  const answer = await manager.post('/panels/new', {
    name: 'Joint decision panel',
    ...boxes('day', day),
    time: '23:59',
    place: 'Wharf House, room 2',
    ...boxes('opens', opens),
    ...boxes('closes', addDays(day, 1)),
    'seat-chair': staffId('marguerite-oyelaran'),
    'seat-police': staffId('quentin-larkin'),
    'seat-health': staffId('xanthe-goodenough'),
    'seat-education': staffId('yetunde-marsh'),
    'seat-social-care': staffId('viv-tolliver'),
    'seat-community': staffId('zeb-fairbrother'),
  });
  return idIn(answer);
}

/** Ama puts her child on the panel, scores gravity, passes each open step by an exception and makes the paper. */
export async function makeReady(
  worker: Visitor,
  childId: string,
  referralId: string,
  panelId: string,
): Promise<string> {
  const item = idIn(
    await worker.post(`/children/${childId}/panel`, { referral_id: referralId, panel_id: panelId }),
  );
  const base = `/children/${childId}/panel/${item}`;
  const form = await (await worker.get(`${base}/gravity`)).text();
  await worker.post(`${base}/gravity`, { gravity_base: '2', version: versionIn(form) });
  for (const requirement of ['assessment-signed', 'child-met', 'parent-met', 'information-asked'])
    await worker.post(`${base}/gate`, {
      requirement,
      reason: 'The family moved away last night; the panel cannot wait',
    });
  const paper = await (await worker.get(`${base}/paper`)).text();
  await worker.post(`${base}/paper`, {
    paper_summary: `A quiet first time. Lives at ${otherAddress}, EM4 7QZ.`,
    version: versionIn(paper),
  });
  return item;
}

/** Everyone asked came. */
export async function markAllPresent(manager: Visitor, panelId: string): Promise<void> {
  const html = await (await manager.get(`/panels/${panelId}/attendance`)).text();
  const fields: Record<string, string> = { do: 'mark' };
  for (const [, id = ''] of html.matchAll(/name="attended-([0-9a-f-]{36})"/g))
    fields[`attended-${id}`] = 'attended';
  for (const [, id = '', version = ''] of html.matchAll(
    /name="version-([0-9a-f-]{36})" value="(\d+)"/g,
  ))
    fields[`version-${id}`] = version;
  await manager.post(`/panels/${panelId}/attendance`, fields);
}

/** A decision as both agencies agree it; change what a test is about. */
export const agreedDecision = (
  version: string,
  change: Record<string, string | string[]> = {},
) => ({
  version,
  question: 'What should follow from the theft?',
  answer: 'admits',
  options: ['community-resolution', 'youth-caution'],
  position_police: 'A first time, and sorry',
  position_police_by: 'Quentin Larkin',
  position_youth_justice: 'We agree',
  position_youth_justice_by: 'Marguerite Oyelaran',
  information: 'What the child and the shop said',
  diversity: 'Often stopped; asked whether another child would be here',
  outcome: 'community-resolution',
  rationale: 'The shop wants an apology',
  ...boxes('decided_on', today),
  ...boxes('review_on', addMonths(today, 6)),
  ...change,
});

/** Lays out rows as the owner between requests; the pages themselves run as their people. */
export const ownerOf =
  (database: () => Database) =>
  <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    database()
      .owner.transaction()
      .execute(async (tx) => {
        await sql`select set_config('role', 'none', true)`.execute(tx);
        return work(tx);
      });
