import { expect, it } from 'vitest';
import { pageAbove } from './page-above.ts';

const routes = [
  { method: 'get', path: '/inspections/:id' },
  { method: 'post', path: '/inspections/:id/state' },
  { method: 'post', path: '/audits/:id/cases/:case/share' },
  { method: 'get', path: '/audits/:id' },
  { method: 'post', path: '/sign-out' },
] as const;

it.each([
  ['/inspections/7/state', '/inspections/7'],
  ['/audits/7/cases/9/share', '/audits/7'],
  ['/sign-out', '/'],
  ['/inspections/7', undefined],
  ['/nowhere', undefined],
])('somebody who opens %s as an address comes to %s', (path, page) =>
  expect(pageAbove(routes, path)).toBe(page),
);
