import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, div, fraction, fromDecimal, mul, rational, sub } from './rational.ts';
import { printed } from './round.ts';

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([p, q]) => ({ p, q }));
const abs = (value: bigint) => (value < 0n ? -value : value);

describe('an exact number', () => {
  it('adds, subtracts, multiplies and divides as the cross-multiplied integers do', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const [x, y] = [rational(a.p, a.q), rational(b.p, b.q)];
        const same = (found: { p: bigint; q: bigint }, p: bigint, q: bigint) =>
          expect(found.p * q).toBe(p * found.q);
        same(add(x, y), a.p * b.q + b.p * a.q, a.q * b.q);
        same(sub(x, y), a.p * b.q - b.p * a.q, a.q * b.q);
        same(mul(x, y), a.p * b.p, a.q * b.q);
        if (b.p !== 0n) same(div(x, y), a.p * b.q, a.q * b.p);
        expect(Math.sign(compare(x, y))).toBe(Number(compare(x, y)));
        expect(compare(x, y) < 0).toBe(a.p * b.q < b.p * a.q);
      }),
    );
  });

  it('is in lowest terms with its sign above the line', () => {
    expect(fraction(rational(6n, -4n))).toBe('-3/2');
    expect(fraction(rational(0n, -7n))).toBe('0/1');
    expect(fraction(rational(180n))).toBe('180/1');
    expect(() => rational(1n, 0n)).toThrow('denominator of zero');
  });

  it.each([
    ['0.11', '11/100'],
    ['-3', '-3/1'],
    ['1.2750', '51/40'],
    ['1e3', null],
    ['.5', null],
    ['1,275', null],
    ['', null],
  ])('reads %s as %s', (text, expected) => {
    const read = fromDecimal(text);
    expect(read && fraction(read)).toBe(expected);
  });
});

describe('a printed number', () => {
  it.each([
    [51n, 40n, 2, '1.28'],
    [1n, 2n, 0, '1'],
    [-1n, 2n, 0, '-1'],
    [-49n, 100n, 0, '0'],
    [1n, 200n, 2, '0.01'],
    [999n, 1000n, 2, '1.00'],
    [-5n, 4n, 1, '-1.3'],
    [7n, 1n, 3, '7.000'],
    [10n ** 30n, 3n, 1, `${'3'.repeat(30)}.3`],
  ])('%s over %s at %s places is %s', (p, q, places, expected) => {
    expect(printed(rational(p, q), places)).toBe(expected);
  });

  it('is never more than half a last place away, and a half goes away from zero', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 6 }), (a, places) => {
        const text = printed(rational(a.p, a.q), places);
        const shown = BigInt(text.replace('.', ''));
        // twice the distance, in last places, over q
        const apart = 2n * (abs(shown) * a.q - abs(a.p) * 10n ** BigInt(places));
        expect(apart <= a.q && apart > -a.q).toBe(true);
        expect(shown === 0n || shown < 0n === a.p < 0n).toBe(true);
      }),
    );
  });
});
