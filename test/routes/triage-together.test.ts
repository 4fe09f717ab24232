import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, testDatabase } from '../support/database.ts';

const database = testDatabase();
let marguerite: Visitor;
let ama: Visitor;
beforeAll(async () => {
  const site = await testApp(database());
  marguerite = await site.as('marguerite-oyelaran');
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const asOwner = <T>(work: (tx: Parameters<typeof makeChild>[0]) => Promise<T>): Promise<T> =>
  database()
    .owner.transaction()
    .execute(async (tx) => {
      await sql`select set_config('role', 'none', true)`.execute(tx);
      return work(tx);
    });
/** A child of whom police say that they took from a shop, with an address, and the referral that waits. */
const came = (surname: string, proposed_outcome = 'community-resolution', is_knife = false) =>
  asOwner(async (tx) => {
    const child_id = await makeChild(tx, { surname });
    const row = { service_id: serviceId, id: newId(), child_id };
    const came_in = { referred_on: '2026-10-05', received_on: '2026-10-05', state: 'received' };
    await tx
      .insertInto('referral')
      .values({ ...row, ...came_in, source: 'police', agency: 'police', proposed_outcome })
      .execute();
    const offence = { description: 'Theft from shop', code: 'theft-from-shop', is_knife };
    await tx
      .insertInto('offence')
      .values({ ...row, ...offence, referral_id: row.id })
      .execute();
    const home = { lines: '1 Quay', valid_from: '2026-01-01', source: 'police' };
    const accommodation_type = 'at-home';
    await tx
      .insertInto('child_address')
      .values({ ...row, ...home, accommodation_type })
      .execute();
    return row.id;
  });
const stands = (id: string) =>
  asOwner((tx) =>
    tx
      .selectFrom('referral')
      .select(['state', 'pathway', 'urgency', 'triage_note', 'safeguarding'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
const decision = {
  urgency: 'routine',
  way: 'accept',
  pathway: 'out-of-court',
  triage_note: 'A first theft of small worth',
  looked: 'yes',
};
const { together, decideTogether } = urls.referrals;
const read = (page: string) => /name="read" value="([^"]+)"/.exec(page)?.[1] ?? '';

it('referrals of one kind are named, each by itself, before one decision is recorded for each with its own reason', async () => {
  const [one, two] = [await came('Firstcome'), await came('Secondcome')];
  const check = await marguerite.post(together, { chosen: [one, two] });
  const path = check.headers.get('location') ?? '';
  expect(path).toBe(decideTogether(`${one}.${two}`));
  expect((await stands(one)).state).toBe('received');
  const page = await (await marguerite.get(path)).text();
  for (const words of ['Firstcome', 'Secondcome', 'Theft from shop', '1 Quay', 'Community resol'])
    expect(page).toContain(words);

  const sent = { ...decision, read: read(page), [`note_${two}`]: 'Mother asks for help' };
  const unseen = await marguerite.post(path, { ...sent, looked: '' });
  expect(unseen.status).toBe(422);
  expect(await unseen.text()).toContain('Mother asks for help');
  expect((await stands(one)).state).toBe('received');
  expect((await marguerite.post(path, sent)).status).toBe(303);
  const recorded = { state: 'awaiting-allocation', pathway: 'out-of-court', urgency: 'routine' };
  expect(await stands(one)).toMatchObject({ ...recorded, triage_note: decision.triage_note });
  expect((await stands(two)).triage_note).toBe(`${decision.triage_note}\n\nMother asks for help`);
  // Sent again, nobody is triaged twice: nothing waits under that address any more.
  const late = await marguerite.post(path, sent);
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('somebody else has triaged them');
});

it('a knife, and another kind beside the first, are not taken together, and the page says why', async () => {
  const [one, knife] = [await came('Lesserone'), await came('Knifeson', undefined, true)];
  const other = await came('Otherkind', 'outcome-22');
  const page = await (await marguerite.get(together)).text();
  expect(page).toMatch(/Knifeson[\s\S]*a knife offence/);
  expect(page).not.toContain(`value="${knife}"`);
  for (const chosen of [[one, other], [one, knife], []])
    expect((await marguerite.post(together, { chosen })).status).toBe(422);
  expect((await marguerite.get(decideTogether(`${one}.${other}`))).status).toBe(404);
  // An address that names one who is to be triaged alone leaves that one out, and says so.
  const left = await (await marguerite.get(decideTogether(`${one}.${knife}`))).text();
  expect(left).toContain('Left out');
  expect(left).not.toContain('Knifeson');
});

it('what somebody saved about one of them meanwhile is looked at again, and who triages nobody sees none of it', async () => {
  const one = await came('Changedone');
  const path = decideTogether(one);
  const page = await (await marguerite.get(path)).text();
  await asOwner((tx) =>
    tx.updateTable('referral').set({ officer: 'PC Ode' }).where('id', '=', one).execute(),
  );
  const answer = await marguerite.post(path, { ...decision, read: read(page) });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('look at each again');
  for (const at of [together, path]) expect((await ama.get(at)).status).toBe(403);
  expect((await ama.post(path, decision)).status).toBe(403);
  expect((await stands(one)).state).toBe('received');
});
