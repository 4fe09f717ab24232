import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Asking, whoIsAsking } from '../auth/who-is-asking.ts';
import { answerRoute } from './answer-route.ts';
import type { Server } from './context.ts';
import { shellOf } from './contexts.ts';
import { draw } from './draw.ts';
import type { Frame } from './frame.ts';
import { refuseElsewhere } from './from-elsewhere.ts';
import { isNoId } from './refusals.ts';
import type { Route } from './route.ts';
import { pageAbove, routeFinder } from './route-finder.ts';

const uploadBytes = 10 * 1024 * 1024;

/** Registers the routes. There is no other way to add one, and each says who may open it: nothing is open by default. */
export function serveRoutes(server: Server, routes: readonly Route[], frame: Frame): Hono {
  const app = new Hono();
  const finder = routeFinder(routes);
  const serving = { server, frame, routes: finder };
  app.use(compress());
  app.use(headersOf(server));
  // Behind a proxy that ends TLS the request's own address begins with http; the address that people type is the one to trust.
  app.use(refuseElsewhere(server));
  app.use(
    csrf({
      origin: (origin, c) => [server.auth.origin, new URL(c.req.url).origin].includes(origin),
    }),
  );
  app.use(
    bodyLimit({ maxSize: uploadBytes, onError: (c) => draw(c, frame.pages.tooLarge(), 413, null) }),
  );
  const missing = async (c: Context) => {
    const above = c.req.method === 'GET' ? pageAbove(finder, c.req.path) : undefined;
    if (above) return c.redirect(above, 303);
    const asking = await askingOf(server, c);
    const drawnFor = asking ? { ...serving, ...asking, route: null, tx: null } : null;
    const shell = asking ? shellOf(server, frame, c, asking) : null;
    return draw(c, frame.pages.notFound(shell), 404, drawnFor);
  };
  // No address of ours holds the one character that no text of the database can.
  app.use(async (c, next) => (/%00/.test(c.req.url) ? missing(c) : next()));
  for (const route of routes) {
    app.on(route.method.toUpperCase(), [route.path], async (c) =>
      answerRoute(serving, route, route.kind === 'public' ? null : await askingOf(server, c), c),
    );
  }
  app.notFound(missing);
  app.onError((error, c) => {
    if (isNoId(error)) return missing(c);
    // A form from another site is refused, which is no failure of ours.
    if (error instanceof HTTPException) return error.getResponse();
    const id = crypto.randomUUID().slice(0, 8);
    frame.reportFailure(error, id, `${c.req.method} ${c.req.routePath}`);
    return draw(c, frame.pages.failed(id), 500, null);
  });
  return app;
}

const headersOf = (server: Server) =>
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
  });

// A single sign-on provider is left to through a form, so it must be named.
const formTargets = (server: Server) => [
  "'self'",
  ...(server.env.OIDC_ISSUER ? [new URL(server.env.OIDC_ISSUER).origin] : []),
];

async function askingOf(server: Server, c: Context): Promise<Asking | null> {
  const token = server.auth.tokenOf(c);
  return token
    ? whoIsAsking(server.db, token, britishDay(server.now()), server.env.FOOTHOLD_IDLE_MINUTES)
    : null;
}
