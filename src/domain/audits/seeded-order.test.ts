import { expect, it } from 'vitest';
import { seededChance, seededOrder } from './seeded-order.ts';

it('a sample that was drawn years ago comes out the same today from its seed', () => {
  const letters = [...'abcdefgh'];
  for (const given of [letters, letters.toReversed()])
    expect(seededOrder(given, 'march', (id) => id).join('')).toBe('ebhfadgc');
  const chance = seededChance('march');
  expect([chance(), chance(), chance()]).toEqual([
    0.31271144142374396, 0.9515980945434421, 0.571252811467275,
  ]);
});

it('every order of three comes from some seed', () => {
  const orders = Array.from({ length: 100 }, (_, seed) =>
    seededOrder([...'abc'], String(seed), (id) => id).join(''),
  );
  expect(new Set(orders).size).toBe(6);
});
