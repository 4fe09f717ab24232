import { expect, it } from 'vitest';
import { conditionsIn } from './delivery.ts';

it('each condition that was typed stands on a line of its own, and blank lines are none', () => {
  expect(conditionsIn(' Keep away from the shop \r\n\r\nSee Sam\n  \n')).toEqual([
    'Keep away from the shop',
    'See Sam',
  ]);
  expect(conditionsIn('')).toEqual([]);
});
