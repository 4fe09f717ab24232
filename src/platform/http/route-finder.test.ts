import { expect, it } from 'vitest';
import { pageRoute } from './route.ts';
import { pageAbove, routeFinder } from './route-finder.ts';

const routes = routeFinder(
  (
    [
      ['get', '/inspections/:id'],
      ['post', '/inspections/:id/state'],
      ['post', '/audits/:id/cases/:case/share'],
      ['get', '/audits/:id'],
      ['post', '/sign-out'],
    ] as const
  ).map(([method, path]) =>
    pageRoute({
      method,
      path,
      permission: 'signed-in',
      audit: 'none',
      handle: () => new Response(),
    }),
  ),
);

it.each([
  ['/inspections/7/state', '/inspections/7'],
  ['/audits/7/cases/9/share', '/audits/7'],
  ['/sign-out', '/'],
  ['/inspections/7', undefined],
  ['/nowhere', undefined],
])('somebody who opens %s as an address comes to %s', (path, page) =>
  expect(pageAbove(routes, path)).toBe(page),
);
