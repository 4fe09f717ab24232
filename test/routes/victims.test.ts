import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { actorOf, serviceId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { put } from '../support/duties.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let site: Awaited<ReturnType<typeof testApp>>;
let childId = '';
let otherNumber = '';
let lineId = '';
let ama: Visitor;
let ursula: Visitor;

beforeAll(async () => {
  await database()
    .owner.transaction()
    .execute(async (tx) => {
      childId = await makeChild(tx, { worker: 'ama-lovelock' });
      await relate(tx, childId, 'ursula-peaceful', 'co-worker');
      await relate(tx, childId, 'marguerite-oyelaran', 'co-worker');
      const other = await makeChild(tx, { forename: 'Robin', surname: 'Elsewhere' });
      const row = await tx
        .selectFrom('child')
        .select('number')
        .where('id', '=', other)
        .executeTakeFirstOrThrow();
      otherNumber = row.number;
      const referralId = newId();
      await tx
        .insertInto('referral')
        .values({
          service_id: serviceId,
          id: referralId,
          child_id: childId,
          source: 'police',
          agency: 'police',
          referred_on: '2025-10-01',
          received_on: '2025-10-01',
          triaged_on: '2025-10-02',
          state: 'allocated',
        })
        .execute();
      const panelId = newId();
      const starts = new Date(Date.now() + 86_400_000);
      await tx
        .insertInto('panel')
        .values({
          service_id: serviceId,
          id: panelId,
          name: 'Panel',
          starts_at: starts,
          place: 'Room 1',
          window_opens: new Date(),
          window_closes: new Date(starts.getTime() + 86_400_000),
        })
        .execute();
      await tx
        .insertInto('panel_item')
        .values({
          service_id: serviceId,
          id: newId(),
          panel_id: panelId,
          child_id: childId,
          referral_id: referralId,
        })
        .execute();
    });
  site = await testApp(database());
  ama = await site.as('ama-lovelock');
  ursula = await site.as('ursula-peaceful');
  return () => site.jobs.stop();
});

const text = async (visitor: Visitor, path: string) => {
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const versions = async () =>
  asActor(database().app, await actorOf(database().app, 'ursula-peaceful'), async (tx) => {
    const line = await tx
      .selectFrom('victim_involvement')
      .select(['id', 'version'])
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow();
    const vault = await tx
      .selectFrom('victim')
      .select('version')
      .where('victim_involvement_id', '=', line.id)
      .executeTakeFirst();
    const vaultVersion = vault?.version ?? 0;
    return {
      id: line.id,
      line: String(line.version),
      vault: String(vaultVersion),
      both: String(line.version + vaultVersion),
    };
  });
const wishes = (given: Record<string, string>) => ({
  wishes: 'given',
  ...dayBoxes('wishes_on', '2025-10-05'),
  words: 'Wants a letter that says sorry.',
  impact: 'Could not sleep for a week.',
  no_wishes_reason: '',
  safety_need: 'yes',
  safety_line: 'No sessions near the market on Saturdays.',
  updates_wanted: 'yes',
  ...given,
});

describe('a victim’s line', () => {
  it('is opened by the child’s worker under a label, and the victim worker sees it on their list', async () => {
    expect(await text(ama, urls.victims.list(childId))).toContain('No victim has been added');
    const unsaid = await ama.post(urls.victims.list(childId), {});
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Choose what they were harmed by');
    expect(await text(ama, urls.victims.list(childId))).toContain('No victim has been added');
    const added = await ama.post(urls.victims.list(childId), { offence_id: 'not-known' });
    expect(added.status).toBe(303);
    lineId = (await versions()).id;
    expect(await text(ama, urls.victims.list(childId))).toContain('Victim A');
    const list = await text(ursula, `${urls.victims.worklist}?show=new`);
    expect(list).toContain('Victim A, case of Wren Testaway');
    expect(list).toContain('New (1)');
    expect(list).toContain('Wishes before panel (1)');
  });

  it('the vault is shut to everyone but the victim worker', async () => {
    for (const code of [
      'ama-lovelock',
      'marguerite-oyelaran',
      'philippa-standfast',
      'cleo-abacus',
    ]) {
      const visitor = await site.as(code);
      for (const path of [
        urls.victims.vault(childId, lineId),
        urls.victims.details(childId, lineId),
        urls.victims.wishes(childId, lineId),
        urls.victims.share(childId, lineId),
        urls.victims.contact(childId, lineId),
        urls.victims.worklist,
      ])
        expect((await visitor.get(path)).status, `${code} ${path}`).toBe(403);
    }
  });

  it('details start the time for first contact, and the name is nowhere on the child’s record', async () => {
    const path = urls.victims.details(childId, lineId);
    const empty = await ursula.post(path, { version: '0' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Enter the person’s name');
    const saved = await ursula.post(path, {
      version: '0',
      name: 'Invented Person',
      ...dayBoxes('details_received_on', '2025-10-02'),
      police_consent: 'yes',
      contact_details: '01632 960001',
      is_child: 'yes',
      known_number: otherNumber,
    });
    expect(saved.status).toBe(303);
    const vault = await text(ursula, urls.victims.vault(childId, lineId));
    expect(vault).toContain('Invented Person (a child)');
    expect(vault).toContain(`child no. ${otherNumber}`);
    expect(vault).toContain('Overdue');
    expect(await text(ursula, urls.victims.worklist)).toContain('Overdue, due 9 Oct 2025');
    for (const page of [urls.victims.list(childId), urls.victims.one(childId, lineId)])
      expect(await text(ama, page)).not.toMatch(/Invented Person|01632|[Kk]nown to the service/);
  });

  it('a manager is told that the victim is known to the service, and no more', async () => {
    const marguerite = await site.as('marguerite-oyelaran');
    const page = await text(marguerite, urls.victims.one(childId, lineId));
    expect(page).toContain('Known to the service');
    expect(page).not.toMatch(new RegExp(`Invented Person|${otherNumber}|Elsewhere`));
  });

  it('a number that is nobody’s is refused', async () => {
    const { vault } = await versions();
    const answer = await ursula.post(urls.victims.details(childId, lineId), {
      version: vault,
      name: 'Invented Person',
      police_consent: 'yes',
      is_child: 'no',
      known_number: 'X-1',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('No child has this number');
  });
});

describe('wishes', () => {
  it('one try is not enough to say that somebody could not be reached', async () => {
    const contact = (day: string, reached: string) =>
      ursula.post(urls.victims.contact(childId, lineId), {
        ...dayBoxes('held_on', day),
        method: 'phone',
        reached,
        note: reached === 'yes' ? 'Spoke for ten minutes.' : 'No answer.',
      });
    expect((await contact('2025-10-05', 'no')).status).toBe(303);
    const now = await versions();
    const answer = await ursula.post(
      urls.victims.wishes(childId, lineId),
      wishes({
        version: now.both,
        wishes: 'not-reached',
        no_wishes_reason: 'No answer.',
      }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Logged so far: 1');
    expect((await contact('2025-10-06', 'yes')).status).toBe(303);
    expect(await text(ursula, urls.victims.worklist)).toContain('Contact due (0)');
  });

  it('stay in the vault: the worker reads that they were given, and what keeps the person safe', async () => {
    const now = await versions();
    const saved = await ursula.post(
      urls.victims.wishes(childId, lineId),
      wishes({ version: now.both }),
    );
    expect(saved.status).toBe(303);
    const page = await text(ama, urls.victims.one(childId, lineId));
    expect(page).toContain('They told us what they want');
    expect(page).toContain('No sessions near the market on Saturdays.');
    expect(page).toContain('Nothing may be shared with you yet');
    expect(page).not.toMatch(/says sorry|Could not sleep/);
    expect(await text(ursula, urls.victims.worklist)).toContain('Wishes before panel (0)');
  });

  it('two people writing wishes at once are shown both, and nothing is lost', async () => {
    const stale = await ursula.post(
      urls.victims.wishes(childId, lineId),
      wishes({ version: '2', words: 'Wants to meet one day.' }),
    );
    expect(stale.status).toBe(409);
    const page = await stale.text();
    expect(page).toContain('Wants a letter that says sorry.');
    expect(page).toContain('Wants to meet one day.');
  });
});

describe('sharing', () => {
  it('needs the day of consent, shows exactly those words, and ends at once when consent is taken back', async () => {
    const path = urls.victims.share(childId, lineId);
    const now = await versions();
    const shared = 'I would like a letter.';
    const noDay = await ursula.post(path, {
      version: now.line,
      shared_with_worker: shared,
      tell_child: 'no',
    });
    expect(noDay.status).toBe(422);
    expect(await noDay.text()).toContain('Enter the day they agreed');
    const done = await ursula.post(path, {
      version: now.line,
      shared_with_worker: shared,
      ...dayBoxes('share_consent_on', '2025-10-06'),
      tell_child: 'no',
    });
    expect(done.status).toBe(303);
    const page = await text(ama, urls.victims.one(childId, lineId));
    expect(page).toContain(shared);
    expect(page).toContain('They agreed on 6 October 2025');
    expect(page).toContain('Do not tell the child these words.');

    expect((await ursula.post(urls.victims.withdraw(childId, lineId), {})).status).toBe(303);
    expect(await text(ama, urls.victims.one(childId, lineId))).not.toContain(shared);
    expect(await text(ursula, urls.victims.vault(childId, lineId))).toContain(shared);
  });
});

describe('rights', () => {
  it('are a checklist with days and reasons, and say where the rule comes from', async () => {
    const path = urls.victims.rights(childId, lineId);
    expect(await text(ursula, path)).toContain('(check locally)');
    const future = await ursula.post(path, dayBoxes('done-information', '2099-01-01'));
    expect(future.status).toBe(422);
    const saved = await ursula.post(path, {
      ...dayBoxes('done-information', '2025-10-05'),
      'why-restorative': 'Asked us to wait until after the panel.',
    });
    expect(saved.status).toBe(303);
    const vault = await text(ursula, urls.victims.vault(childId, lineId));
    expect(vault).toContain('5 Oct 2025');
    expect(vault).toContain('Not done: Asked us to wait until after the panel.');
  });

  it('whoever is to be told the outcome stands on the list as among what is due, until they are told or it is said why not', async () => {
    const list = `${urls.victims.worklist}?show=updates`;
    expect(await text(ursula, list)).toContain('Outcome to tell (0)');
    await asOwner(async (tx) => {
      const { referral_id } = await tx
        .selectFrom('victim_involvement')
        .select('referral_id')
        .where('id', '=', lineId)
        .executeTakeFirstOrThrow();
      await tx
        .updateTable('victim_involvement')
        .set({ updates_wanted: 'not-asked' })
        .where('id', '=', lineId)
        .execute();
      await put.disposal(tx, childId, { referral_id, given_on: '2025-10-20' });
    });
    expect(await text(ursula, urls.child.overview(childId))).toContain('Tell Victim A the outcome');
    expect(await text(ursula, list)).toContain('Tell the outcome');
    await ursula.post(urls.victims.rights(childId, lineId), {
      'why-outcome': 'They moved and left no address.',
    });
    expect(await text(ursula, list)).toContain('Outcome to tell (0)');
    expect(await text(ursula, `${urls.victims.worklist}?show=all`)).not.toContain(
      'Told the outcome',
    );
  });

  it('whoever reads only lines of a plan is not told that there is no plan', async () => {
    const overview = await text(ursula, urls.child.overview(childId));
    expect(overview).toContain('The lines of it that you may see');
    expect(overview).not.toContain('No plan yet');
    expect(await text(ama, urls.child.overview(childId))).toContain('No plan yet');
  });

  it('a line is closed with its reason and leaves the worklist', async () => {
    const path = urls.victims.vault(childId, lineId);
    const now = await versions();
    expect((await ursula.post(path, { version: now.line })).status).toBe(422);
    expect((await ursula.post(path, { version: now.line, end_reason: 'finished' })).status).toBe(
      303,
    );
    expect(await text(ursula, `${urls.victims.worklist}?show=all`)).toContain(
      'No victim line is open',
    );
  });

  it('what keeps them safe stays before the child’s worker after the line is closed, and says so', async () => {
    await asOwner((tx) =>
      tx
        .updateTable('victim_involvement')
        .set({ safety_need: 'yes', safety_line: 'Keep away from the station' })
        .where('id', '=', lineId)
        .execute(),
    );
    expect(await text(ama, urls.child.overview(childId))).toMatch(
      /Victim A \(line closed on [^)]*, the need still holds\): Keep away from the station/,
    );
    expect(await text(ama, urls.victims.list(childId))).toContain('Needs to be kept safe');
    expect(await text(ursula, `${urls.victims.worklist}?show=safe`)).toContain('Victim A, case of');
    expect(await text(ama, urls.victims.one(childId, lineId))).toContain(
      'the need to keep this person safe still holds',
    );
  });

  it('a closed line offers no form but the two that outlast it, and what is sent to it anyway is refused in words', async () => {
    const vault = await text(ursula, urls.victims.vault(childId, lineId));
    for (const gone of ['Log a contact', 'Record their rights', 'Close the line'])
      expect(vault).not.toContain(gone);
    expect(vault).toContain('Reopen this line');
    for (const at of ['contact', 'details', 'wishes', 'rights', 'share'] as const) {
      const path = urls.victims[at](childId, lineId);
      const shown = await text(ursula, path);
      expect(shown, at).toContain('Reopen it on the page of their vault');
      expect(shown, at).not.toContain('class="fh-form"');
      const answer = await ursula.post(path, { version: (await versions()).line, note: 'Rang' });
      expect([at, answer.status]).toEqual([at, 409]);
      expect(await answer.text()).toContain('The line of Victim A was closed on');
    }
    const again = { version: (await versions()).line, end_reason: 'finished' };
    expect((await ursula.post(urls.victims.vault(childId, lineId), again)).status).toBe(409);
  });

  it('somebody says that the need for safety is over, on a closed line too, with how they know it; and the line is opened again', async () => {
    const path = urls.victims.safetyOver(childId, lineId);
    const today = dayBoxes('safety_over_on', '2026-10-05');
    const { line: version } = await versions();
    expect((await ursula.post(path, { version, ...today })).status).toBe(422);
    const why = 'They have moved away and said so';
    expect((await ama.post(path, { version, ...today, safety_over_reason: why })).status).toBe(403);
    expect((await ursula.post(path, { version, ...today, safety_over_reason: why })).status).toBe(
      303,
    );
    expect(await text(ama, urls.child.overview(childId))).not.toContain(
      'Keep away from the station',
    );
    expect(await text(ama, urls.victims.one(childId, lineId))).toContain(
      'No longer, since 5 October 2026: They have moved away and said so',
    );
    expect((await ursula.post(urls.victims.reopen(childId, lineId), {})).status).toBe(303);
    expect(await text(ursula, urls.victims.vault(childId, lineId))).toContain('Log a contact');
    expect(await text(ursula, urls.victims.contact(childId, lineId))).toContain('class="fh-form"');
  });
});
