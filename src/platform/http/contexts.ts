import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { logLook } from '../audit/access-log.ts';
import type { Asking } from '../auth/who-is-asking.ts';
import type { Tx } from '../db/as-actor.ts';
import type { PageContext, PostedForm, PublicContext, Server, Shell } from './context.ts';
import { type DrawnFor, draw } from './draw.ts';
import { readForm } from './form.ts';
import type { Frame } from './frame.ts';
import { isId } from './is-id.ts';
import { menusOf } from './menus.ts';

/** What every handler gets; a page is finished for whom it is drawn, when that is known. */
export function publicContext(
  server: Server,
  c: Context,
  drawnFor: DrawnFor | null = null,
): PublicContext {
  let read: Promise<PostedForm> | undefined;
  return {
    c,
    server,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => queryOf(c, name),
    form: () => {
      read ??= readForm(c);
      return read;
    },
    page: (view, status = 200) => draw(c, view, status, drawnFor),
    redirect: (path, message) => {
      if (message)
        setCookie(c, 'foothold-message', message, {
          path: '/',
          httpOnly: true,
          sameSite: 'Lax',
          secure: server.auth.origin.startsWith('https:'),
          maxAge: 60,
        });
      return c.redirect(path, 303);
    },
  };
}

// A page number that no list could have is none: the database would refuse it.
function queryOf(c: Context, name: string): string {
  const text = c.req.query(name) ?? '';
  return name === 'page' && !/^\d{1,6}$/.test(text) ? '' : text;
}

/** What the handler of a page gets, in the transaction of its request. */
export function pageContext(
  c: Context,
  asking: Asking,
  shell: Shell,
  drawnFor: DrawnFor & { readonly tx: Tx },
): PageContext {
  const { server, frame, route, tx } = drawnFor;
  const now = server.now();
  return {
    ...publicContext(server, c, drawnFor),
    actor: asking.actor,
    session: asking.session,
    tx,
    now,
    today: britishDay(now),
    shell,
    notFound: async () => {
      const page = route?.path ?? '';
      await logLook(tx, asking.actor, { kind: 'denied', page, childId: childAskedFor(c) });
      return draw(c, frame.pages.notFound(shell), 404, drawnFor);
    },
  };
}

/** Whoever is refused, the log says about which child, when the address names one. */
export const childAskedFor = (c: Context): string | undefined =>
  [c.req.param('childId') ?? ''].find(isId);

/** The frame of a page for whoever asks; a message left by the page before is shown once. */
export function shellOf(server: Server, frame: Frame, c: Context, asking: Asking): Shell {
  const message = getCookie(c, 'foothold-message') ?? null;
  if (message) setCookie(c, 'foothold-message', '', { path: '/', maxAge: 0 });
  return {
    actor: asking.actor,
    serviceName: asking.serviceName,
    path: new URL(c.req.url).pathname,
    message,
    idleMinutes: server.env.FOOTHOLD_IDLE_MINUTES,
    isDemonstration: server.env.FOOTHOLD_DEMO,
    hasNotice: asking.hasNotice,
    ...menusOf(frame, asking.actor, new URL(c.req.url)),
  };
}
