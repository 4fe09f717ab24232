import { brotliCompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { buildApp } from '../../src/app.ts';
import { demoId } from '../../src/demo/random.ts';
import { jobHandlers } from '../../src/job-handlers.ts';
import { createAuthentication } from '../../src/platform/auth/authentication.ts';
import { type Database, openDatabase, type Statement } from '../../src/platform/db/connect.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { readEnv } from '../../src/platform/env.ts';
import { startJobs } from '../../src/platform/jobs/jobs.ts';
import { urls } from '../../src/urls.ts';
import { inParallel, percentiles, warmUp } from './percentiles.ts';
import { replayRaw } from './replay-raw.ts';

export type Measured = {
  readonly page: string;
  readonly budget: number;
  readonly size: number;
  readonly contacts: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly rawP50: number;
  readonly rawP95: number;
  readonly statements: number;
  readonly bytes: number;
};
type Setting = { readonly size: number; readonly people: number };
type Ask = () => Promise<Response>;

const origin = 'http://localhost:3000';
const visits = 200;

/** Measures each page with so many people at once, then its own statements sent raw, over the same database. */
export async function measurePages(url: string, { size, people }: Setting): Promise<Measured[]> {
  const heard: Statement[] = [];
  let listening = false;
  const database = await openDatabase({
    url,
    poolSize: 20,
    onStatement: (statement) => void (listening && heard.push(statement)),
  });
  await migrate(database);
  const { contacts } = await database.owner
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('contacts'))
    .executeTakeFirstOrThrow();
  const site = await openSite(database);
  const measured: Measured[] = [];
  for (const { page, budget, ask } of await pagesOf(database, site.post, site.get)) {
    await mustWork(page, ask);
    listening = true;
    heard.length = 0;
    const answer = await mustWork(page, ask);
    listening = false;
    const own = heard.filter(
      (statement) => !/^(begin|commit|rollback)|pgboss/i.test(statement.sql),
    );
    await warmUp(people, () => mustWork(page, ask));
    const times = await inParallel(people, visits, () => mustWork(page, ask));
    const raw = await replayRaw(url, own, people, visits);
    const { p50, p95, p99 } = percentiles(times);
    const { p50: rawP50, p95: rawP95 } = percentiles(raw);
    measured.push({
      page,
      budget,
      size,
      contacts,
      p50,
      p95,
      p99,
      rawP50,
      rawP95,
      statements: own.length,
      bytes: brotliCompressSync(Buffer.from(answer)).length,
    });
    console.log(
      `${size} ${page}: p50 ${p50} p95 ${p95} ms; raw p95 ${rawP95} ms; ${own.length} statements`,
    );
  }
  await site.stop();
  await database.close();
  return measured;
}

async function mustWork(page: string, ask: Ask): Promise<string> {
  const response = await ask();
  const text = await response.text();
  if (response.status !== 200 && response.status !== 303)
    throw new Error(`${page} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

async function openSite(database: Database) {
  const env = readEnv({ FOOTHOLD_DEMO: '1', LOG_LEVEL: 'error' });
  const auth = await createAuthentication(
    database.app,
    env,
    'a secret for measuring with, long enough',
    origin,
  );
  const jobs = await startJobs(database, jobHandlers(database.app, database.kind), (error) =>
    console.error(error),
  );
  const app = buildApp({ db: database.app, env, auth, jobs, now: () => new Date() });
  let cookie = '';
  const post = (path: string, fields: Record<string, string>) =>
    Promise.resolve(
      app.request(origin + path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
  const signedIn = await post(urls.signIn.persona, { person: demoId('auth', 'ama-lovelock') });
  cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return {
    post,
    get: (path: string) => Promise.resolve(app.request(origin + path, { headers: { cookie } })),
    stop: () => jobs.stop(),
  };
}

async function pagesOf(
  database: Database,
  post: (path: string, fields: Record<string, string>) => Promise<Response>,
  get: (path: string) => Promise<Response>,
) {
  const { rows } = await sql<{
    id: string;
    forename: string;
    surname: string;
    born: string;
    reference: string;
  }>`
    select c.id, c.forename, c.surname, to_char(c.date_of_birth, 'DD/MM/YYYY') as born, f.reference
    from child c join relationship r on r.child_id = c.id and r.kind = 'allocated' and r.ends_at is null
    join referral f on f.child_id = c.id
    where r.staff_id = ${demoId('staff', 'ama-lovelock')} and c.id not in (select child_id from restricted_record) order by c.number`.execute(
    database.owner,
  );
  const mine = () =>
    rows[Math.floor(Math.random() * rows.length)] ?? {
      id: '',
      forename: '',
      surname: '',
      born: '',
      reference: '',
    };
  const misspelt = (name: string) => name.slice(0, 2) + name.slice(3);
  const search = (text: () => string) => () => post(urls.children.search, { q: text() });
  return [
    { page: 'Child overview', budget: 100, ask: () => get(urls.child.overview(mine().id)) },
    { page: 'Caseload (practitioner’s home)', budget: 100, ask: () => get(urls.home) },
    { page: 'Search: start of a name', budget: 150, ask: search(() => mine().surname.slice(0, 5)) },
    {
      page: 'Search: misspelt name',
      budget: 150,
      ask: search(() => `${mine().forename} ${misspelt(mine().surname)}`),
    },
    { page: 'Search: date of birth', budget: 150, ask: search(() => mine().born) },
    { page: 'Search: police reference', budget: 150, ask: search(() => mine().reference) },
    { page: 'Contacts of a child', budget: 100, ask: () => get(urls.contacts.list(mine().id)) },
    {
      page: 'Chronology of a child',
      budget: 100,
      ask: () => get(urls.child.chronology(mine().id)),
    },
    {
      page: 'Saving a note (draft)',
      budget: 150,
      ask: () =>
        post(urls.drafts.keep, {
          _draft: `/bench/${Math.floor(Math.random() * 150)}`,
          notes: 'Words typed so far. '.repeat(20),
        }).then(
          (response) =>
            new Response('', { status: response.status === 204 ? 200 : response.status }),
        ),
    },
    { page: 'Saving a contact', budget: 150, ask: () => saveContact(post, mine().id) },
  ] satisfies { page: string; budget: number; ask: Ask }[];
}

function saveContact(
  post: (path: string, fields: Record<string, string>) => Promise<Response>,
  childId: string,
): Promise<Response> {
  const now = new Date();
  return post(urls.contacts.record(childId), {
    'on-day': String(now.getUTCDate()),
    'on-month': String(now.getUTCMonth() + 1),
    'on-year': String(now.getUTCFullYear()),
    at: '00:01',
    type: 'supervision',
    place: 'Wharf House',
    worker: demoId('staff', 'ama-lovelock'),
    attendance: 'attended',
    seen: 'alone',
    notes: 'Talked about the week. '.repeat(30),
  });
}
