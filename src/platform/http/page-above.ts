import type { Route } from './route.ts';

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`).test(path);

/**
 * The page that a form's own address lies beneath, for somebody who opens or reloads that address instead of sending the
 * form: undefined where no form is answered there.
 */
export function pageAbove(
  routes: readonly Pick<Route, 'method' | 'path'>[],
  path: string,
): string | undefined {
  const has = (method: Route['method'], address: string) =>
    routes.some((route) => route.method === method && matches(route.path, address));
  if (!has('post', path)) return undefined;
  for (let above = parent(path); above !== '/'; above = parent(above))
    if (has('get', above)) return above;
  return '/';
}

const parent = (path: string) => path.slice(0, path.lastIndexOf('/')) || '/';
