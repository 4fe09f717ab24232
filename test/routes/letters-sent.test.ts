import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobHandlers } from '../../src/job-handlers.ts';
import { readEnv } from '../../src/platform/env.ts';
import { type Jobs, startJobs } from '../../src/platform/jobs/jobs.ts';
import { sendersOf } from '../../src/platform/notify/senders-of.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild, relate } from '../support/children.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { layLetter, layPoint } from '../support/letters.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { type NotifyServer, notifyServer } from '../support/notify-server.ts';
import { ownerOf } from '../support/panels.ts';
import { readAsOwner } from '../support/read-as-owner.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const twoTries = 60_000;
let mail: MailServer;
let notify: NotifyServer;
let ama: Visitor;
let annie: Visitor;
let ursula: Visitor;
/** The same service without the settings, as somebody who works there sees it. */
let plain: Visitor;
let childId = '';
let point: Readonly<Record<'email' | 'text' | 'unsafe', string>>;
let jobs: Jobs;

// What the service sends: e-mails by a mail server, texts by GOV.UK Notify.
const settings = () => ({
  ...{ SMTP_URL: mail.url, SMTP_FROM: 'letters@eastmarsh.example' },
  ...{ NOTIFY_API_KEY: notify.key, NOTIFY_URL: notify.url, NOTIFY_TEXT_TEMPLATE: template },
});
const startSending = async () => {
  const senders = sendersOf(readEnv(settings()), () => new Date(), 300);
  jobs = await startJobs(
    database(),
    jobHandlers(database().app, database().kind, senders),
    (error) => {
      throw error;
    },
  );
};

beforeAll(async () => {
  [mail, notify] = [await mailServer(), await notifyServer()];
  await asOwner(async (tx) => {
    childId = await makeChild(tx, { worker: 'ama-lovelock', surname: 'Letterby' });
    // Whoever helps with letters has said already what brings them to the record.
    for (const code of ['annie-twelvetrees', 'ursula-peaceful'])
      await relate(tx, childId, code, 'partner');
    point = {
      email: await layPoint(tx, childId),
      text: await layPoint(tx, childId, { kind: 'mobile', value: '+447700900123' }),
      unsafe: await layPoint(tx, childId, { value: 'home@eastmarsh.example', safe_to_use: 'no' }),
    };
  });
  const without = await testApp(database());
  plain = await without.as('ama-lovelock');
  await without.jobs.stop();
  const site = await testApp(database(), settings());
  [ama, annie] = [await site.as('ama-lovelock'), await site.as('annie-twelvetrees')];
  ursula = await site.as('ursula-peaceful');
  // Each test says when the jobs are done, and by whom.
  await site.jobs.stop();
  await startSending();
});
afterAll(async () => {
  await jobs.stop();
  await mail.stop();
  await notify.stop();
});
beforeEach(() => {
  [mail.manners, notify.manners] = ['takes', 'takes'];
  [mail.taken.length, notify.taken.length] = [0, 0];
});

const newLetter = (words = 'Dear Wren,\n\nSee you on Tuesday.') =>
  asOwner((tx) => layLetter(tx, childId, { subject: 'See you', words }));
const page = async (by: Visitor, path: string) => (await by.get(path)).text();
const put = (letter: string, way: string, by = ama, more: object = {}) =>
  by.post(urls.letters.send(childId, letter), { version: '1', way, read: 'yes', ...more });

type Row = { readonly id: string; readonly state: string; readonly tries: number };
async function sending(letter: string): Promise<Row | undefined> {
  const { rows } = await readAsOwner<Row>(
    database(),
    `select id, state, tries from letter_sending where letter_id = '${letter}' order by created_at desc limit 1`,
  );
  return rows[0];
}
/** Waits until a letter stands so; what is to be tried again is tried at once. */
const becomes = (letter: string, state: string) =>
  vi.waitFor(
    async () => {
      const row = await sending(letter);
      await sql`update pgboss.job set start_after = now() where state = 'retry' and data ->> 'sendingId' = ${row?.id ?? ''}`.execute(
        database().app,
      );
      expect(row?.state).toBe(state);
    },
    { timeout: twoTries, interval: 100 },
  );
const tries = (letter: string, least: number) =>
  vi.waitFor(async () => expect((await sending(letter))?.tries).toBeGreaterThanOrEqual(least), {
    timeout: 20_000,
    interval: 50,
  });
const comesBackSaying = async (letter: string, why: string) => {
  await becomes(letter, 'sent-back');
  expect(await page(ama, urls.letters.one(childId, letter))).toContain(why);
};

describe('where a letter may be sent', () => {
  it('is only where the record does not say that it is unsafe, and the page says why the rest is missing', async () => {
    const letter = await newLetter('x'.repeat(919));
    const shown = await page(ama, urls.letters.send(childId, letter));
    expect(shown).toContain('E-mail to wren@eastmarsh.example, whose: Child, safe to use');
    expect(shown).toContain('home@eastmarsh.example (Child): it is marked as not safe to use');
    expect(shown).toContain('the letter has 919 characters, and a text message holds 918');
    const refused = await put(letter, point.unsafe);
    expect(refused.status).toBe(422);
    expect(await sending(letter)).toBeUndefined();
  });

  it('asks to read the words that go, and those that somebody changed meanwhile are read again', async () => {
    const letter = await newLetter();
    const unread = await put(letter, point.email, ama, { read: '' });
    expect(unread.status).toBe(422);
    expect(await unread.text()).toContain('Read the letter, and say that these words go');
    const words = { version: '1', subject: 'See you', words: 'Dear Wren,\n\nSee you on Friday.' };
    await annie.post(urls.letters.words(childId, letter), words);
    expect((await put(letter, point.email)).status).toBe(409);
    expect(await sending(letter)).toBeUndefined();
  });

  it('is not offered while something is still to be written, nor to whom the victim worker writes', async () => {
    const letter = await newLetter('Dear [Write the name of whom it is to]');
    const refused = await put(letter, point.email);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Still to be written: the name of whom it is to');
    expect((await ursula.get(urls.letters.send(childId, letter))).status).toBe(404);
  });
});

describe('without settings', () => {
  it('nothing is sent, the pages say so, and whoever sends it says that it went', async () => {
    const letter = await newLetter();
    const shown = await page(plain, urls.letters.send(childId, letter));
    expect(shown).toContain('This service sends nothing by itself');
    expect((await put(letter, point.email, plain)).status).toBe(303);
    expect(await sending(letter)).toMatchObject({ state: 'queued', tries: 0 });
    expect(await page(plain, urls.home)).toContain('A letter is in the outbox: see that it goes');
    const id = (await sending(letter))?.id ?? '';
    const at = urls.letters.sending(childId, letter, id);
    const unsaid = await plain.post(at, { version: '1', became: 'sent' });
    expect(unsaid.status).toBe(422);
    await annie.post(at, { version: '1', became: 'sent', shows: 'Sent from my own e-mail' });
    const after = await page(ama, urls.letters.one(childId, letter));
    expect(after).toContain('Sent from my own e-mail. Said by Annie Twelvetrees');
    expect(await page(ama, urls.child.chronology(childId))).toContain('Sent: another letter');
    expect(mail.taken).toEqual([]);
  });
});

describe('an e-mail', () => {
  it('goes once, in the words that were read, and stands as proof with its letter', async () => {
    const letter = await newLetter();
    await put(letter, point.email);
    await becomes(letter, 'sent');
    expect(mail.taken).toHaveLength(1);
    expect(mail.taken[0]?.to).toBe('wren@eastmarsh.example');
    expect(mail.taken[0]?.text).toContain('See you on Tuesday.');
    const list = await page(ama, urls.letters.list(childId));
    expect(list).toContain('The mail server took it: 250 2.0.0 kept as 4711');
  });

  it('to an address that there is not comes back at once, and stands first on the home of who sent it until it is seen to', async () => {
    mail.manners = 'refuses';
    const letter = await newLetter();
    await put(letter, point.email, annie);
    await comesBackSaying(letter, 'The mail server refused it: 550 5.1.1 nobody of that name here');
    expect((await sending(letter))?.tries).toBe(1);
    expect(await page(annie, urls.home)).toContain('A letter came back: The mail server refused');
    expect(await page(ama, urls.home)).not.toContain('A letter came back: The mail server refused');
    const given = { how: 'read-out', 'given_on-day': '1', 'given_on-month': '9' };
    await annie.post(urls.letters.given(childId, letter), {
      ...{ ...given, 'given_on-year': '2026', proof: 'Read out on the telephone' },
    });
    expect(await page(annie, urls.home)).not.toContain('A letter came back: The mail server');
  });

  it.each(['busy', 'silent', 'hangs-up'] as const)(
    'is tried again after a mail server that is %s, and goes when it answers',
    async (manners) => {
      mail.manners = manners;
      const letter = await newLetter();
      await put(letter, point.email);
      await tries(letter, 1);
      expect((await sending(letter))?.state).toBe('queued');
      mail.manners = 'takes';
      await becomes(letter, 'sent');
      expect(mail.taken).toHaveLength(1);
    },
  );

  it('is tried eight times and no more, and then comes back', async () => {
    mail.manners = 'busy';
    const letter = await newLetter();
    await put(letter, point.email);
    await comesBackSaying(letter, 'try again later. It was tried 8 times');
    expect((await sending(letter))?.tries).toBe(8);
  });

  it('that a mail server took without saying so is sent again under the same id', async () => {
    mail.manners = 'takes-and-drops';
    const letter = await newLetter();
    await put(letter, point.email);
    await tries(letter, 1);
    await vi.waitFor(() => expect(mail.taken).toHaveLength(1));
    mail.manners = 'takes';
    await becomes(letter, 'sent');
    const ids = mail.taken.map(({ text }) => /^Message-ID: .*$/m.exec(text)?.[0]);
    expect(ids[0]).toBeTruthy();
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});

describe('between the outbox and the sending', () => {
  // Put there while nothing is sent; what changes meanwhile is found when it is to go.
  const meanwhile = async (change: (letter: string) => Promise<unknown>, more: object = {}) => {
    await jobs.stop();
    const letter = await newLetter();
    await put(letter, point.email, ama, more);
    await change(letter);
    await startSending();
    return letter;
  };

  it('a number that is said to be unsafe is not used, and the letter comes back saying so', async () => {
    const letter = await meanwhile(() =>
      ama.post(urls.child.contactPoints(childId), {
        ...{ value: 'wren@eastmarsh.example', whose: 'Mum’s partner reads it' },
        ...{ safe_to_use: 'no', note: '' },
      }),
    );
    await comesBackSaying(letter, 'Nothing was sent: it is marked as not safe to use');
    expect(mail.taken).toEqual([]);
    await asOwner((tx) =>
      tx
        .deleteFrom('child_contact_point')
        .where('whose', '=', 'Mum’s partner reads it')
        .execute()
        .then(() => undefined),
    );
  });

  it('a letter that is taken back does not go', async () => {
    const letter = await meanwhile(async (id) => {
      const { id: row = '' } = (await sending(id)) ?? {};
      await ama.post(urls.letters.sending(childId, id, row), {
        ...{ version: '1', shows: 'The day was wrong' },
      });
    });
    await becomes(letter, 'sent-back');
    expect(mail.taken).toEqual([]);
    // Whoever took it back knows.
    expect(await page(ama, urls.home)).not.toContain('The day was wrong');
  });

  it('whoever may not write to the child any more sends nothing', async () => {
    const role = (text: string) => () =>
      asOwner(async (tx) => {
        await tx
          .updateTable('staff')
          .set({ role: text })
          .where('id', '=', staffId('ama-lovelock'))
          .execute();
      });
    const letter = await meanwhile(role('analyst'));
    await becomes(letter, 'sent-back');
    await role('case-manager')();
    expect(mail.taken).toEqual([]);
    await comesBackSaying(letter, 'Ama Lovelock may not write to this child any more');
  });

  it('a letter that waited for more than a day, as after a restore, comes back', async () => {
    const letter = await meanwhile((id) =>
      asOwner(async (tx) => {
        await sql`update letter_sending set created_at = now() - interval '25 hours' where letter_id = ${id}`.execute(
          tx,
        );
      }),
    );
    await comesBackSaying(letter, 'It was in the outbox for more than a day');
    expect(mail.taken).toEqual([]);
  });
});

describe('a text message', () => {
  it('goes by GOV.UK Notify, is asked after, and is delivered', async () => {
    const letter = await newLetter();
    await put(letter, point.text);
    await becomes(letter, 'sent');
    expect(notify.taken.map(({ body }) => body.phone_number)).toEqual(['+447700900123']);
    const [kept] = notify.taken;
    if (kept) kept.status = 'delivered';
    await becomes(letter, 'delivered');
    expect(notify.taken).toHaveLength(1);
    expect(await page(ama, urls.letters.one(childId, letter))).toContain('Delivered on');
  });

  it('that could not be delivered comes back after it was sent', async () => {
    const letter = await newLetter();
    await put(letter, point.text);
    await becomes(letter, 'sent');
    const [kept] = notify.taken;
    if (kept) kept.status = 'permanent-failure';
    await comesBackSaying(letter, 'there is no such address or number');
  });

  it('that GOV.UK Notify refuses comes back in its words', async () => {
    notify.manners = 400;
    const letter = await newLetter();
    await put(letter, point.text);
    await comesBackSaying(letter, 'GOV.UK Notify refused it (400): Told to say 400');
  });

  it.each([429, 500, 'silent', 'not-json'] as const)(
    'is tried again after an answer of %s',
    async (manners) => {
      notify.manners = manners;
      const letter = await newLetter();
      await put(letter, point.text);
      await tries(letter, 1);
      notify.manners = 'takes';
      await becomes(letter, 'sent');
      expect(notify.taken).toHaveLength(1);
    },
  );

  it('that went before the server was killed is taken up again and does not go twice', async () => {
    notify.manners = 'takes-and-drops';
    const letter = await newLetter();
    await put(letter, point.text);
    await vi.waitFor(() => expect(notify.taken).toHaveLength(1), { timeout: 10_000 });
    await tries(letter, 1);
    await jobs.stop();
    // As a killed server leaves it: said to be done, by somebody who is no more.
    await sql`update pgboss.job set state = 'active', started_on = now() where state = 'retry' and data ->> 'sendingId' = ${(await sending(letter))?.id ?? ''}`.execute(
      database().app,
    );
    notify.manners = 'takes';
    await startSending();
    await becomes(letter, 'sent');
    expect(notify.taken).toHaveLength(1);
  });
});

it('a letter that stopped the server each time comes back, and says that it may have gone', async () => {
  await jobs.stop();
  const letter = await newLetter();
  await put(letter, point.email);
  await sql`update pgboss.job set state = 'active', started_on = now(), retry_count = retry_limit where name = 'letter-sending' and state = 'created'`.execute(
    database().app,
  );
  await startSending();
  await comesBackSaying(letter, 'which may have gone: ask whether it came');
});

describe('the outbox', () => {
  it('shows what waits, went and came back to business support, by how it stands, and as a file', async () => {
    mail.manners = 'refuses';
    const letter = await newLetter();
    await put(letter, point.email);
    await becomes(letter, 'sent-back');
    const shown = await page(annie, urls.letters.outbox);
    expect(shown).toContain('e-mails, by the mail server 127.0.0.1');
    expect(shown).toContain('Letterby');
    expect(shown).toContain('nobody of that name here');
    const waiting = await page(annie, `${urls.letters.outbox}?state=queued`);
    expect(waiting).not.toContain('nobody of that name here');
    const file = await annie.get(`${urls.letters.outbox}.csv?state=sent-back`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toContain('nobody of that name here');
  });

  it('is not for a case manager or the victim worker', async () => {
    for (const visitor of [ama, ursula])
      expect((await visitor.get(urls.letters.outbox)).status).toBe(403);
  });
});
