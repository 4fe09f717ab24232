import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Server } from '../http/context.ts';

/** What the sign-in library answered. Its cookies are not yet the browser's: see `keepCookies`. */
export type LibraryAnswer = {
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
};

type Question = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** False asks as a stranger: the browser's own session plays no part. */
  readonly withCookies?: boolean;
};

/** Asks one of the library's endpoints as this visitor, so that its rate limit counts their address. */
export async function askLibrary(
  server: Pick<Server, 'auth' | 'env'>,
  c: Context,
  { method = 'POST', path, body, withCookies = true }: Question,
): Promise<LibraryAnswer> {
  const cookie = withCookies ? c.req.header('cookie') : undefined;
  const answer = await server.auth.library.handler(
    new Request(`${server.auth.origin}/api/auth${path}`, {
      method,
      headers: {
        origin: server.auth.origin,
        'x-foothold-address': addressOf(c, server.env.FOOTHOLD_BEHIND_PROXY),
        'user-agent': c.req.header('user-agent') ?? '',
        ...(cookie ? { cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookies: answer.headers.getSetCookie().map(server.auth.outlasting),
    body: bodyOf(await answer.text()),
  };
}

/** Hands the library's cookies on to the browser as they are, with all their attributes. */
export function keepCookies(c: Context, answer: LibraryAnswer): void {
  for (const cookie of answer.cookies) c.header('set-cookie', cookie, { append: true });
}

/** The visitor's address: the socket's, or what the proxy in front says. Empty when there is no socket. */
export function addressOf(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : '';
  if (forwarded) return forwarded;
  return c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1';
}

function bodyOf(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}
