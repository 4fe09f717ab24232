import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areSurnamesNear } from './name-relation.ts';
import { nearNames } from './near-names.ts';

const nearAmong = (...met: readonly string[]) => {
  const names = nearNames();
  for (const name of met) names.near(name);
  return (name: string) => names.near(name);
};

it.each([
  ['two letters left out of eight', 'Turnerly', 'Turner'],
  ['a letter and another at the end', 'Tennic', 'Tennicke'],
  ['one of five letters', 'Kowal', 'Kowel'],
  ['said alike', 'Meyer', 'Maier'],
  ['one name of two', 'Ashdown-Obi', 'Ashdown'],
])('a surname is found by a slip: %s', (_what, met, asked) => {
  expect(nearAmong(met)(asked)).toHaveLength(2);
});

it('nobody is found who is not near, and nobody near is left out, whatever the order', () => {
  const part = fc.constantFrom('ma', 'me', 'ri', 'ry', 'son', 'ton', 'k', 'ck', 'l', 'ey');
  const name = fc
    .tuple(fc.array(part, { minLength: 2, maxLength: 4 }), fc.constantFrom('', '', ' obi'))
    .map(([parts, second]) => parts.join('') + second);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), name, (met, asked) => {
      const found = nearAmong(...met)(asked);
      for (const other of met)
        expect(found.includes(other), `${other} beside ${asked}`).toBe(
          areSurnamesNear(asked, other),
        );
    }),
  );
});
