import { expect, test } from 'vitest';
import { rational } from '../figures/rational.ts';
import { explainDifference } from './explain-difference.ts';
import { productContradiction } from './printed-product.ts';

test('a figure that was cut off is told with as many places as it is printed with', () => {
  const said = (printed: string, places: number) =>
    explainDifference({
      printed,
      places,
      inputs: [rational(1298n, 1000n)],
      isAverage: false,
      work: ([only]) => only ?? null,
    });
  expect(said('1.2', 1)).toBe('The inputs give 1.298, which is 1.3 rounded and 1.2 cut off.');
  expect(said('1.29', 2)).toBe('The inputs give 1.2980, which is 1.30 rounded and 1.29 cut off.');
  expect(said('1.1', 1)).toBeNull();
});

test('three printed figures contradict each other from the first product that neither rounding nor cutting off gives', () => {
  // 9.5 to 11 times 49.5% to 51% is 4.7025 to 5.61.
  const said = (product: string) =>
    productContradiction([
      { figure: 'reoffences-per-reoffender', method: 'reoffences-per-reoffender', printed: '10' },
      { figure: 'reoffending-binary', method: 'reoffending-binary', printed: '50' },
      { figure: 'reoffences-per-offender', method: 'reoffences-per-offender', printed: product },
    ]);
  expect(said('4.7025')).toBeNull();
  expect(said('4.7024')).toContain('10 times 50% is 4.70 to 5.61, and 4.7024 stands beside them');
  expect(said('5.6099')).toBeNull();
  expect(said('5.6101')).toContain('no counts give all three');
});
