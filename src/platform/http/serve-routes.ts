import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { can } from '../../domain/access/can.ts';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { logLook } from '../audit/access-log.ts';
import { type Asking, whoIsAsking } from '../auth/who-is-asking.ts';
import { whoseSessionWas } from '../auth/whose-session-was.ts';
import { asActor } from '../db/as-actor.ts';
import { openChild } from '../db/open-child.ts';
import type { PageContext, PageView, PublicContext, Server, Shell } from './context.ts';
import { readForm } from './form.ts';
import { pageAbove } from './page-above.ts';
import type { Route } from './route.ts';

const uploadBytes = 10 * 1024 * 1024;

/** The pages that are nobody's feature; app.ts gives them, since this layer draws nothing. */
export type ErrorPages = {
  notFound(shell: Shell | null): PageView;
  forbidden(shell: Shell): PageView;
  failed(id: string): PageView;
  tooLarge(): PageView;
};
export type Frame = {
  readonly errors: ErrorPages;
  readonly signInPath: (then: string) => string;
  readonly lockedPath: (then: string) => string;
  readonly secondFactorPath: string;
  /** Paths that a locked or half-signed-in session may still open. */
  readonly accountPaths: readonly string[];
  readonly purposePath: (childId: string, then: string) => string;
  /** Where the record of a child is read. */
  readonly childPath: (childId: string) => string;
  /** Keeps a form that arrived at a locked or ended session, and gives the path that hands it back. */
  readonly holdForm: (context: Pick<PageContext, 'c' | 'tx' | 'actor' | 'form'>) => Promise<string>;
  readonly reportFailure: (error: unknown, id: string, pattern: string) => void;
};

/** Registers the routes. There is no other way to add one, and each says who may open it: nothing is open by default. */
export function serveRoutes(server: Server, routes: readonly Route[], frame: Frame): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: formTargets(server),
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: server.env.FOOTHOLD_URL?.startsWith('https')
        ? 'max-age=31536000; includeSubDomains'
        : false,
    }),
  );
  // Behind a proxy that ends TLS the request's own address begins with http; the address that people type is the one to trust.
  app.use(
    csrf({
      origin: (origin, c) => [server.auth.origin, new URL(c.req.url).origin].includes(origin),
    }),
  );
  app.use(
    bodyLimit({ maxSize: uploadBytes, onError: (c) => draw(c, frame.errors.tooLarge(), 413) }),
  );
  for (const route of routes) {
    app.on(route.method.toUpperCase(), [route.path], (c) => answer(server, route, frame, c));
  }
  const missing = async (c: Context) => {
    const above = c.req.method === 'GET' ? pageAbove(routes, c.req.path) : undefined;
    if (above) return c.redirect(above, 303);
    const asking = await askingOf(server, c);
    return draw(c, frame.errors.notFound(asking ? shellOf(server, c, asking) : null), 404);
  };
  app.notFound(missing);
  app.onError((error, c) => {
    if (isNoId(error)) return missing(c);
    // A form from another site is refused, which is no failure of ours.
    if (error instanceof HTTPException) return error.getResponse();
    const id = crypto.randomUUID().slice(0, 8);
    frame.reportFailure(error, id, `${c.req.method} ${c.req.routePath}`);
    return draw(c, frame.errors.failed(id), 500);
  });
  return app;
}

// What no row could have as its id is the address of nothing: the database refused to read it as one, and undid the rest.
const isNoId = (error: Error) =>
  'code' in error && error.code === '22P02' && error.message.includes('type uuid');

// A single sign-on provider is left to through a form, so it must be named.
const formTargets = (server: Server) => [
  "'self'",
  ...(server.env.OIDC_ISSUER ? [new URL(server.env.OIDC_ISSUER).origin] : []),
];

async function answer(server: Server, route: Route, frame: Frame, c: Context): Promise<Response> {
  const base = publicContext(server, c);
  // What may be kept by a browser says so itself: style sheets and pictures.
  c.header('cache-control', 'no-store');
  if (route.kind === 'public') return route.handle(base);
  const asking = await askingOf(server, c);
  if (!asking) {
    const then = await afterSignIn(server, route, frame, c, base);
    return base.redirect(frame.signInPath(then));
  }
  const shell = shellOf(server, c, asking);
  const mayGoOn = frame.accountPaths.includes(route.path);
  if (!mayGoOn && asking.session.method === 'password' && !asking.session.hasSecondFactor)
    return base.redirect(frame.secondFactorPath);
  if (!mayGoOn && isLocked(asking, server))
    return lock(server, frame, c, { asking, base, shell, mayHold: mayHold(route) });
  if (route.kind === 'account')
    return route.handle({
      ...base,
      actor: asking.actor,
      session: asking.session,
      now: server.now(),
      shell,
    });
  if (route.permission !== 'signed-in' && !can(asking.actor, route.permission)) {
    await asActor(server.db, asking.actor, (tx) =>
      logLook(tx, asking.actor, { kind: 'denied', page: route.path, childId: childAskedFor(c) }),
    );
    return draw(c, frame.errors.forbidden(shell), 403);
  }
  const answered = await asActor(server.db, asking.actor, async (tx) => {
    const context = pageContext(base, server, c, asking, tx, shell, route.path, frame);
    if (route.kind === 'page') {
      if (route.audit !== 'none')
        await logLook(tx, asking.actor, { kind: route.audit, page: route.path });
      return keepOrUndo(await route.handle(context), route.method);
    }
    const id = childAskedFor(c);
    const child = id ? await openChild(tx, asking.actor, id) : null;
    if (!child || !id) return context.notFound();
    if (child.mergedInto && !route.ofMergedRecord)
      return base.redirect(
        frame.childPath(child.mergedInto),
        `Record ${child.number} was merged into this one`,
      );
    if (!child.purposeGiven && !route.withoutPurpose) {
      const then = c.req.method === 'GET' ? here(c) : await frame.holdForm(context);
      return base.redirect(frame.purposePath(id, then));
    }
    await logLook(tx, asking.actor, {
      kind: route.audit,
      page: route.path,
      childId: id,
      via: child.via,
    });
    return keepOrUndo(await route.handle({ ...context, child }), route.method);
  }).catch(async (error: unknown) => {
    if (!(error instanceof Undone)) throw error;
    // What the form would have changed is undone; that they looked is not.
    const childId = route.kind === 'child' ? childAskedFor(c) : undefined;
    await asActor(server.db, asking.actor, (tx) =>
      logLook(tx, asking.actor, { kind: 'view', page: route.path, childId }),
    );
    return error.response;
  });
  return answered;
}

// Where they were going, or the form they sent as their session ended: kept for them as it is at a locked session.
async function afterSignIn(
  server: Server,
  route: Route,
  frame: Frame,
  c: Context,
  base: PublicContext,
): Promise<string> {
  if (c.req.method === 'GET') return here(c);
  const token = mayHold(route) ? await server.auth.tokenOf(c) : null;
  const actor = token ? await whoseSessionWas(server.db, token, britishDay(server.now())) : null;
  if (!actor) return '/';
  return asActor(server.db, actor, (tx) => frame.holdForm({ ...base, actor, tx }));
}

// A form about signing in holds passwords, and some say that nothing is kept: those are typed again.
const mayHold = (route: Route) =>
  route.kind !== 'account' && !(route.kind === 'page' && route.keepsNothing);

/** Carries a refused form's answer out of the transaction it undoes. */
class Undone extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('undone');
    this.response = response;
  }
}

// A form that was answered with its own errors, or a conflict, must leave nothing half done behind it.
function keepOrUndo(response: Response, method: string): Response {
  if (method === 'post' && (response.status === 409 || response.status === 422))
    throw new Undone(response);
  return response;
}

// Whoever is refused, the log says about which child, when the address names one.
const childAskedFor = (c: Context): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(c.req.param('childId') ?? '')?.[0];

const here = (c: Context) => new URL(c.req.url).pathname + new URL(c.req.url).search;

function isLocked(asking: Asking, server: Server): boolean {
  if (asking.session.lockedAt) return true;
  return (
    server.now().getTime() - asking.session.lastSeenAt.getTime() >
    server.env.FOOTHOLD_IDLE_MINUTES * 60_000 + 60_000
  );
}

async function lock(
  server: Server,
  frame: Frame,
  c: Context,
  visit: { asking: Asking; base: PublicContext; shell: Shell; mayHold: boolean },
): Promise<Response> {
  const { asking, base, shell, mayHold } = visit;
  await server.db
    .updateTable('auth_session')
    .set({ locked_at: server.now() })
    .where('id', '=', asking.session.id)
    .where('locked_at', 'is', null)
    .execute();
  if (c.req.method === 'GET') return base.redirect(frame.lockedPath(here(c)));
  if (!mayHold) return base.redirect(frame.lockedPath('/'));
  const then = await asActor(server.db, asking.actor, (tx) =>
    frame.holdForm(pageContext(base, server, c, asking, tx, shell, '', frame)),
  );
  return base.redirect(frame.lockedPath(then));
}

async function askingOf(server: Server, c: Context): Promise<Asking | null> {
  const token = await server.auth.tokenOf(c);
  return token
    ? whoIsAsking(server.db, token, britishDay(server.now()), server.env.FOOTHOLD_IDLE_MINUTES)
    : null;
}

function shellOf(server: Server, c: Context, asking: Asking): Shell {
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
  };
}

function publicContext(server: Server, c: Context): PublicContext {
  return {
    c,
    server,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => queryOf(c, name),
    form: () => readForm(c),
    page: (view, status = 200) => draw(c, view, status),
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

function pageContext(
  base: PublicContext,
  server: Server,
  c: Context,
  asking: Asking,
  tx: PageContext['tx'],
  shell: Shell,
  pattern: string,
  frame: Frame,
): PageContext {
  const now = server.now();
  return {
    ...base,
    actor: asking.actor,
    session: asking.session,
    tx,
    now,
    today: britishDay(now),
    shell,
    notFound: async () => {
      await logLook(tx, asking.actor, { kind: 'denied', page: pattern, childId: childAskedFor(c) });
      return draw(c, frame.errors.notFound(shell), 404);
    },
  };
}

async function draw(
  c: Context,
  view: PageView,
  status: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500,
): Promise<Response> {
  return c.html(`<!DOCTYPE html>${await view.toString()}`, status);
}
