import { type ChildProcess, fork } from 'node:child_process';
import { demoId } from '../../src/demo/random.ts';
import { urls } from '../../src/urls.ts';
import { connectionsTo, type Visit } from './ask.ts';
import type { Answer, Question } from './server.ts';

/** A running server over one database, and what may be asked of it. */
export type Site = {
  readonly origin: string;
  readonly ask: ReturnType<typeof connectionsTo>['ask'];
  /** Processor time of the server's process so far, in milliseconds. */
  used(): Promise<number>;
  /** What it sent to the database since this was last asked, but for the job queue looking for work. */
  statements(): Promise<Answer['statements']>;
};

/** Starts a server process over a database, works with it, and stops it. */
export async function withSite<T>(url: string, work: (site: Site) => Promise<T>): Promise<T> {
  const child = fork(new URL('server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: url,
      FOOTHOLD_DEMO: '1',
      FOOTHOLD_SECRET: 'a secret for measuring with, long enough',
      FOOTHOLD_IDLE_MINUTES: '120',
      LOG_LEVEL: 'error',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const { origin } = await answerOf(child);
    const { ask, close } = connectionsTo(origin);
    const result = await work({
      origin,
      ask,
      used: async () => (await answerOf(child, 'used')).usedMs,
      statements: async () =>
        (await answerOf(child, 'statements')).statements.filter(({ sql }) => !/pgboss/.test(sql)),
    });
    close();
    child.send('stop' satisfies Question);
    return result;
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    await ended;
  }
}

function answerOf(child: ChildProcess, question?: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('The measured server has ended'));
    child.once('exit', gone);
    child.once('message', (answer: Answer) => {
      child.off('exit', gone);
      resolve(answer);
    });
    if (question) child.send(question);
  });
}

/** Signs a person of the demonstration in and gives the cookie of their session. */
export async function signIn({ ask, origin }: Site, authUserId: string): Promise<string> {
  const { cookies } = await ask(posted(origin, '', urls.signIn.persona, { person: authUserId }));
  const [cookie = ''] = (cookies[0] ?? '').split(';');
  if (!cookie) throw new Error('Could not sign in');
  return cookie;
}

export const authIdOf = (code: string): string => demoId('auth', code);

/** A page as a browser asks for it. */
export const got = (cookie: string, path: string): Visit => ({
  path,
  headers: { cookie, 'accept-encoding': 'gzip, deflate, br' },
});

/** A form as a browser sends it. */
export function posted(
  origin: string,
  cookie: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  status = 303,
): Visit {
  return {
    path,
    status,
    body: new URLSearchParams(fields).toString(),
    headers: {
      cookie,
      origin,
      'accept-encoding': 'gzip, deflate, br',
      'content-type': 'application/x-www-form-urlencoded',
    },
  };
}
