import type { Hono } from 'hono';
import { buildApp, routes } from '../../src/app.ts';
import { demoId } from '../../src/demo/random.ts';
import { jobHandlers } from '../../src/job-handlers.ts';
import { createAuthentication } from '../../src/platform/auth/authentication.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { readEnv } from '../../src/platform/env.ts';
import type { Route } from '../../src/platform/http/route.ts';
import { type Jobs, startJobs } from '../../src/platform/jobs/jobs.ts';
import { sendersOf } from '../../src/platform/notify/senders-of.ts';

const origin = 'http://localhost:3000';

/** The whole app over a test's database, and a test's own examples of pages, answering requests without a network. Call once a file, in beforeAll, and stop it after. */
export async function testApp(
  database: Database,
  settings: Readonly<Record<string, string>> = {},
  examples: readonly Route[] = [],
): Promise<{
  app: Hono;
  jobs: Jobs;
  as(code: string): Promise<Visitor & { readonly cookie: string }>;
  signedOut(): Visitor;
}> {
  await database.dropOwnerRights();
  // The address that people type, which their browsers say their forms come from.
  const typed = settings.FOOTHOLD_URL ?? origin;
  const env = readEnv({ FOOTHOLD_DEMO: '1', LOG_LEVEL: 'silent', ...settings });
  const auth = await createAuthentication(
    database.app,
    env,
    'a secret that is only for tests, and long',
    typed,
  );
  const now = () => new Date();
  const handlers = jobHandlers(database.app, database.kind, sendersOf(env, now, 500));
  const jobs = await startJobs(database, handlers, (error) => console.error(error));
  const server = { db: database.app, env, auth, jobs, now };
  const app = buildApp(server, [...routes, ...examples]);
  return {
    app,
    jobs,
    as: (code) => signedIn(app, code, typed),
    signedOut: () => visitor(app, '', typed),
  };
}

/** A signed-in browser without a screen. */
export type Visitor = {
  get(path: string): Promise<Response>;
  post(path: string, fields: Fields): Promise<Response>;
};

type Fields = Readonly<Record<string, string | string[] | File>>;

function visitor(app: Hono, cookie: string, from: string): Visitor {
  return {
    get: async (path) => app.request(`${origin}${path}`, { headers: { cookie } }),
    post: async (path, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        for (const item of [value].flat()) body.append(name, item);
      const headers = { origin: from, cookie };
      return app.request(`${origin}${path}`, { method: 'POST', body, headers });
    },
  };
}

async function signedIn(app: Hono, code: string, from: string) {
  const answer = await visitor(app, '', from).post('/sign-in/demonstration', {
    person: demoId('auth', code),
  });
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  if (!cookie) throw new Error(`Could not sign in as ${code}`);
  return { ...visitor(app, cookie, from), cookie };
}
