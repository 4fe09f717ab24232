import { readiness } from '../../platform/db/ready.ts';
import { publicRoute, type Route } from '../../platform/http/route.ts';
import { encoded } from '../../ui/assets/asset.ts';
import { assetAt } from '../../ui/assets.ts';
import { urls } from '../../urls.ts';

/** Style sheet, scripts and icons, and the two addresses a proxy asks. */
export const staticRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: urls.asset(':file'),
    handle: async ({ c }) => {
      const asset = assetAt(new URL(c.req.url).pathname);
      if (!asset) return c.notFound();
      const accepts = c.req.header('accept-encoding') ?? '';
      const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null;
      const body = encoding ? await encoded(asset, encoding) : asset.body;
      return c.body(new Uint8Array(body), 200, {
        'content-type': asset.contentType,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(encoding ? { 'content-encoding': encoding } : {}),
      });
    },
  }),
  publicRoute({ method: 'get', path: urls.health, handle: ({ c }) => c.json({ status: 'up' }) }),
  publicRoute({
    method: 'get',
    path: urls.ready,
    handle: async ({ c, server }) => {
      const { DATABASE_URL, FOOTHOLD_DATA } = server.env;
      const found = await readiness(server.db, DATABASE_URL ? null : FOOTHOLD_DATA, server.now());
      return found.ready
        ? c.json({ status: 'ready' })
        : c.json({ status: 'not ready', why: found.why }, 503);
    },
  }),
];
