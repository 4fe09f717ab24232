import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Server } from './context.ts';

/**
 * Refuses whatever another site sends here in a person's name, however it is written. Only the address that people type
 * is ours; a service that has not said what that is may be called by a number or a name of its own network, which no
 * other site can have.
 */
export const refuseElsewhere =
  ({ env, auth }: Pick<Server, 'env' | 'auth'>): MiddlewareHandler =>
  async (c, next) => {
    const origin = c.req.header('origin');
    if (origin && !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const here = new URL(c.req.url);
      const isOurs =
        origin === auth.origin ||
        (!env.FOOTHOLD_URL && origin === here.origin && isNear(here.hostname));
      if (!isOurs)
        throw new HTTPException(403, { res: new Response('Forbidden', { status: 403 }) });
    }
    await next();
  };

const isNear = (host: string) =>
  isIP(host.replace(/^\[|\]$/g, '')) > 0 || !host.includes('.') || host.endsWith('.local');
