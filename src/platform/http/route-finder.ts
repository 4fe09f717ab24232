import { TrieRouter } from 'hono/router/trie-router';
import type { Route } from './route.ts';

/** Finds the route that answers an address. */
export type RouteFinder = (method: 'GET' | 'POST', path: string) => Route | null;

export function routeFinder(routes: readonly Route[]): RouteFinder {
  const router = new TrieRouter<Route>();
  for (const route of routes) router.add(route.method.toUpperCase(), route.path, route);
  return (method, path) => router.match(method, path)[0][0]?.[0] ?? null;
}

/** Whether what is typed into a form of this route is kept, and the form made nothing of twice. */
export const keepsForms = (route: Route | null): boolean =>
  route !== null &&
  (route.kind === 'child' || (route.kind === 'page' && !route.keepsNothing)) &&
  !['search', 'export', 'print'].includes(route.audit);

/** The page with the form that is sent to an address: the one of the same address, or the nearest above it. */
export function pageOfForm(routes: RouteFinder, path: string): string {
  for (let above = path; above !== '/'; above = parent(above))
    if (routes('GET', above)) return above;
  return '/';
}

/** The page above a form's own address, for who opens or reloads it as a page, as an address is sent: undefined where no form is answered there. */
export const pageAbove = (routes: RouteFinder, path: string): string | undefined =>
  routes('POST', path) ? encodeURI(pageOfForm(routes, parent(path))) : undefined;

const parent = (path: string) => path.slice(0, path.lastIndexOf('/')) || '/';
