import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let marguerite: Visitor;
let wrenId = '';

beforeAll(async () => {
  wrenId = await database()
    .owner.transaction()
    .execute((tx) =>
      makeChild(tx, { forename: 'Wren', surname: 'Tideway', worker: 'dilys-okoro' }),
    );
  site = await testApp(database());
  marguerite = await site.as('marguerite-oyelaran');
  return () => site.jobs.stop();
});

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const versionIn = (page: string) => page.match(/name="version" value="(\d+)"/)?.[1] ?? '';

async function logReferral(
  visitor: Visitor,
  changes: Record<string, string> = {},
): Promise<string> {
  const answer = await visitor.post(`/children/${wrenId}/referrals/new`, {
    source: 'school',
    agency: 'education',
    reference: '',
    officer: 'Ms Larch, head of year',
    ...dayBoxes('referred_on', '2026-01-12'),
    offences: '',
    admission: 'not-asked',
    has_victim: 'unknown',
    victim_consents: 'unknown',
    detail: 'Late every day since the move, and good at football.',
    ...changes,
  });
  expect(answer.status).toBe(303);
  return locationOf(answer);
}

async function triage(at: string, changes: Record<string, string> = {}): Promise<Response> {
  const page = await (await marguerite.get(`${at}/triage`)).text();
  return marguerite.post(`${at}/triage`, {
    area: 'ours',
    safeguarding: 'considered',
    exploitation: 'none-seen',
    urgency: 'routine',
    way: 'accept',
    pathway: 'prevention',
    closed_reason: '',
    triage_note: 'School is worried and the family wants help.',
    version: versionIn(page),
    ...changes,
  });
}

async function seen<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return database()
    .app.transaction()
    .execute(async (tx) => {
      await sql`select set_config('app.service', ${serviceId}, true), set_config('app.staff', ${staffId('marguerite-oyelaran')}, true), set_config('app.scope', 'service', true),
        set_config('app.read', ',RC1S,RC1,RC2S,RC2,RC4,RC11S,', true), set_config('app.may', ',referral.inbox,victim.view,oversight.read,', true), set_config('role', 'foothold_staff', true)`.execute(
        tx,
      );
      return (await query.execute(tx)).rows;
    });
}

describe('a referral by hand', () => {
  it('begins with looking whether the child is known', async () => {
    const page = await (await marguerite.get('/referrals/new')).text();
    expect(page).toContain('look first whether the child is known');
  });

  it('is logged from the child’s record, with each offence apart, the knife marked and a line for the victim', async () => {
    const at = await logReferral(marguerite, {
      source: 'police-custody',
      agency: 'police',
      reference: '07zz/7001/26',
      offences: 'Possession of knife blade\nCommon assault',
      ...dayBoxes('offence_on', '2026-01-10'),
      admission: 'no-comment',
      has_victim: 'yes',
      victim_consents: 'no',
    });
    const page = await (await marguerite.get(at)).text();
    expect(page).toContain('Knife: referral is mandatory');
    expect(page).toContain('07ZZ/7001/26');
    expect(page).toContain('No comment made');
    const lines = await seen(
      sql<{ label: string }>`select label from victim_involvement where child_id = ${wrenId}`,
    );
    expect(lines).toEqual([{ label: 'Victim A' }]);
  });

  it('comes from an agency that can have sent it so, and from none that sends no children', async () => {
    const form = await (await marguerite.get(`/children/${wrenId}/referrals/new`)).text();
    expect(form).toContain('value="police"');
    expect(form).not.toContain('value="inspectorate"');
    const answer = await marguerite.post(`/children/${wrenId}/referrals/new`, {
      source: 'school',
      agency: 'police',
      ...dayBoxes('referred_on', '2026-01-12'),
      offences: 'Common assault',
      admission: 'unknown',
      has_victim: 'no',
      victim_consents: 'unknown',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('comes from Education or School or college');
  });

  it('marks a knife that stands only in the words, and refuses an offence at an age that cannot be', async () => {
    const log = (reference: string, offences: string, on: string) =>
      marguerite.post(`/children/${wrenId}/referrals/new`, {
        source: 'police-custody',
        agency: 'police',
        reference,
        ...dayBoxes('referred_on', '2026-01-12'),
        ...dayBoxes('offence_on', on),
        offences,
        admission: 'unknown',
        has_victim: 'no',
        victim_consents: 'unknown',
      });
    expect((await log('07ZZ/7002/26', 'Had a kitchen knife on him', '2026-01-05')).status).toBe(
      303,
    );
    const marks = await seen(
      sql<{
        is_knife: boolean;
      }>`select is_knife from offence where description = 'Had a kitchen knife on him'`,
    );
    expect(marks).toEqual([{ is_knife: true }]);
    const early = await log('07ZZ/7003/26', 'Common assault', '2015-01-05');
    expect(early.status).toBe(422);
    expect(await early.text()).toMatch(/age of criminal responsibility|is after the offence/);
  });

  it('is not made twice under one reference', async () => {
    const answer = await marguerite.post(`/children/${wrenId}/referrals/new`, {
      source: 'police-custody',
      agency: 'police',
      reference: '07ZZ/7001/26',
      ...dayBoxes('referred_on', '2026-01-12'),
      offences: 'Common assault',
      admission: 'unknown',
      has_victim: 'no',
      victim_consents: 'unknown',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('already: open that one');
  });

  it('says what is missing and keeps what was typed', async () => {
    const answer = await marguerite.post(`/children/${wrenId}/referrals/new`, {
      officer: 'PC Kept',
      ...dayBoxes('referred_on', '2026-02-31'),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Say how it came');
    expect(page).toContain('must be a real date');
    expect(page).toContain('PC Kept');
  });
});

describe('triage', () => {
  it('cannot signpost a child with a knife offence', async () => {
    const [referral] = await seen(
      sql<{ id: string }>`select id from referral where reference = '07ZZ/7001/26'`,
    );
    const at = `/children/${wrenId}/referrals/${referral?.id}`;
    const answer = await triage(at, { way: 'signpost', closed_reason: 'Early help' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('always accepted');
  });

  it('shows home, proposed outcome and admission beside the screen, and leads on to the next that waits', async () => {
    const [at, next] = [await logReferral(marguerite), await logReferral(marguerite)];
    const page = await (await marguerite.get(`${at}/triage`)).text();
    for (const words of ['Lives at', 'Outcome that police propose', 'Child admits it'])
      expect(page).toContain(words);
    await triage(at);
    const after = await (await marguerite.get(at)).text();
    const link = after.match(/href="([^"]+)"[^>]*>\s*Triage the next referral/)?.[1] ?? '';
    expect((await marguerite.get(link)).status).toBe(200);
    expect(link).not.toBe(`${at}/triage`);
    await triage(next);
  });

  it('signposts with the place and the reason, and the referral ends', async () => {
    const at = await logReferral(marguerite);
    expect((await triage(at, { way: 'signpost', closed_reason: '' })).status).toBe(422);
    expect((await triage(at, { way: 'signpost', closed_reason: 'Early help' })).status).toBe(303);
    const page = await (await marguerite.get(at)).text();
    expect(page).toContain('Signposted: Early help');
    expect(page).not.toContain('Allocate to a worker');
  });

  it('tells the second of two people that the first has decided, with both beside each other', async () => {
    const at = await logReferral(marguerite);
    const stale = versionIn(await (await marguerite.get(`${at}/triage`)).text());
    await triage(at, { triage_note: 'The first decided so.' });
    const second = await triage(at, { version: stale, triage_note: 'The second thought so.' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('The first decided so.');
    expect(page).toContain('The second thought so.');
  });

  it('is not for a case manager or for business support', async () => {
    const at = await logReferral(marguerite);
    for (const code of ['ama-lovelock', 'annie-twelvetrees'])
      expect((await (await site.as(code)).get(`${at}/triage`)).status).toBe(403);
  });
});

describe('allocation', () => {
  const give = async (visitor: Visitor, at: string, changes: Record<string, string> = {}) => {
    const page = await (await visitor.get(`${at}/allocate`)).text();
    return visitor.post(`${at}/allocate`, {
      staff_id: staffId('ama-lovelock'),
      reason: '',
      conflict_check: 'none-known',
      conflict_note: '',
      case_direction: 'See Wren and a parent this week, ask school what works.',
      version: versionIn(page),
      ...changes,
    });
  };

  it('needs a direction and the check for conflicts', async () => {
    const at = await logReferral(marguerite);
    await triage(at);
    const unsaid = await give(marguerite, at, { case_direction: '' });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Write the first direction');
    const unmanaged = await give(marguerite, at, { conflict_check: 'declared-and-managed' });
    expect(unmanaged.status).toBe(422);
    expect(await unmanaged.text()).toContain('Say what the conflict is');
  });

  it('gives the child a worker, writes the direction for supervision and begins preventive work', async () => {
    const at = await logReferral(marguerite);
    await triage(at);
    expect((await give(marguerite, at)).status).toBe(303);
    const page = await (await marguerite.get(at)).text();
    expect(page).toContain('Worker: Ama Lovelock');
    expect(page).toContain('Not yet');
    expect(page).toContain(`/children/${wrenId}/contacts/record`);
    const entries = await seen(
      sql<{ kind: string }>`select kind from oversight_entry where child_id = ${wrenId}`,
    );
    expect(entries).toEqual([{ kind: 'case-direction' }]);
    const work = await seen(
      sql<{ type: string }>`select type from involvement where child_id = ${wrenId}`,
    );
    expect(work).toEqual([{ type: 'prevention' }]);
  });

  it('whoever triages or corrects meanwhile is told that a worker has it, and has their words back', async () => {
    const at = await logReferral(marguerite);
    await triage(at);
    const read = versionIn(await (await marguerite.get(`${at}/triage`)).text());
    await give(marguerite, at);
    const late = await triage(at, { version: read, triage_note: 'I would have signposted her.' });
    expect(late.status).toBe(409);
    expect(await late.text()).toMatch(
      /A worker has this referral now[\s\S]*I would have signposted her\./,
    );
    for (const page of ['triage', 'correct', 'take-off'])
      expect((await marguerite.get(`${at}/${page}`)).status, page).toBe(409);
  });

  it('by a head of service ends the earlier worker, and the same work is not begun twice', async () => {
    const philippa = await site.as('philippa-standfast');
    const at = await logReferral(marguerite);
    await triage(at);
    const page = await (await philippa.get(`${at}/allocate`)).text();
    expect(page).toContain('Works with this child now');
    expect((await give(philippa, at, { staff_id: staffId('ben-thackery') })).status).toBe(303);
    const live = await seen(sql<{
      name: string;
    }>`select s.name from relationship r join staff s on s.id = r.staff_id
      where r.child_id = ${wrenId} and r.kind = 'allocated' and r.ends_at is null`);
    expect(live).toEqual([{ name: 'Ben Thackery' }]);
    const work = await seen(
      sql<{ n: number }>`select count(*)::int as n from involvement where child_id = ${wrenId}`,
    );
    expect(work[0]?.n).toBe(1);
  });

  it('shows both first contacts once they are recorded', async () => {
    const at = await logReferral(marguerite);
    const ben = await site.as('ben-thackery');
    const actorClaims = sql`select set_config('app.service', ${serviceId}, true), set_config('app.staff', ${staffId('ben-thackery')}, true), set_config('app.scope', 'service', true),
      set_config('app.read', ',RC1S,RC3,', true), set_config('app.write_related', ',RC3,', true), set_config('role', 'foothold_staff', true)`;
    await database()
      .app.transaction()
      .execute(async (tx) => {
        await actorClaims.execute(tx);
        await tx
          .insertInto('contact')
          .values({
            service_id: serviceId,
            id: newId(),
            child_id: wrenId,
            type: 'home-visit',
            place: 'home',
            held_at: new Date('2026-01-20T15:00:00Z'),
            status: 'recorded',
            attendance: 'attended',
            child_seen: 'alone',
            parent_spoken_to: true,
            worker_id: staffId('ben-thackery'),
          })
          .execute();
      });
    const page = await (await ben.get(at)).text();
    expect(page.match(/20 January 2026/g)?.length).toBe(2);
  });
});

describe('the inbox', () => {
  it('shows who waits at each stage, how long, and against which day', async () => {
    const page = await (await marguerite.get('/referrals')).text();
    expect(page).toContain('Waiting for triage');
    expect(page).toContain('Wren Tideway');
    expect(page).toContain('Due');
    expect(page).toMatch(/Referred\s+12 Jan/);
    expect(page).not.toContain('born 4 May 2011');
    const robin = await ownerOf(database)((tx) =>
      makeChild(tx, {
        forename: 'Robin',
        surname: 'Tideway',
        dateOfBirth: '2012-02-02',
        worker: 'dilys-okoro',
      }),
    );
    await marguerite.post(`/children/${robin}/referrals/new`, {
      source: 'parent',
      agency: 'community',
      ...dayBoxes('referred_on', '2026-01-12'),
      admission: 'not-asked',
      has_victim: 'unknown',
      victim_consents: 'unknown',
      detail: 'His mother asks for help.',
    });
    const both = await (await marguerite.get('/referrals')).text();
    expect(both).toContain('born 2 February 2012');
    expect(both).toContain('born 4 May 2011');
    const knives = await (await marguerite.get('/referrals?show=received&knife=1')).text();
    expect(knives).toContain('Possession of knife blade');
    expect(knives).not.toContain('Preventive work');
  });

  it('is not for a case manager or a police officer', async () => {
    for (const code of ['ama-lovelock', 'quentin-larkin'])
      expect((await (await site.as(code)).get('/referrals')).status).toBe(403);
  });
});
