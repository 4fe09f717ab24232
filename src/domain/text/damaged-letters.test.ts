import { expect, it } from 'vitest';
import { undamaged } from './damaged-letters.ts';

it.each([
  ['InÃªs', 'Inês'],
  ['JesÃºs', 'Jesús'],
  ['Oâ€™Rourke', 'O’Rourke'],
  ['ZoÃ«', 'Zoë'],
  ['GarcÃ\u00ada', 'García'],
])('%s was %s', (read, was) => expect(undamaged(read)).toBe(was));

it.each(['Inês', 'Zoë', 'Ångström', 'Pellow', 'Małgorzata', 'Óscar', 'Ã'])('%s is itself', (text) =>
  expect(undamaged(text)).toBeNull(),
);
