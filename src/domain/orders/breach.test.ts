import { expect, it } from 'vitest';
import { type BreachStatus, breachStatuses, isOpen } from './breach.ts';

it('a breach goes on until it is heard or withdrawn, and until then the order has no second one', () => {
  const all = Object.keys(breachStatuses) as BreachStatus[];
  expect(all.filter((status) => !isOpen({ status }))).toEqual(['heard', 'withdrawn']);
});
