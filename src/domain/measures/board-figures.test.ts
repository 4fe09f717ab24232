import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boardFigures } from './board-figures.ts';

const figure = (measure: string, numerator: number, denominator: number) => ({
  ...{ measure, numerator, denominator, exact: null },
  value: String(Math.round((100 * numerator) / (denominator || 1))),
});

it('a figure of many children is printed whole', () => {
  expect(boardFigures([figure('kpi1', 20, 40)])).toEqual([
    { measure: 'kpi1', value: '50', numerator: '20', denominator: '40' },
  ]);
});

it('a count of one to five is hidden, with the figure and what would give it away', () => {
  const [small] = boardFigures([figure('kpi1', 3, 40)]);
  expect(small).toMatchObject({ value: 'x', numerator: '<6' });
});

it('the few who are not in a figure are as hidden as the few who are', () => {
  const [most] = boardFigures([figure('kpi1', 39, 40)]);
  expect(most?.value).toBe('x');
  expect([most?.numerator, most?.denominator]).not.toEqual(['39', '40']);
});

it('nobody is printed as 0', () => {
  expect(boardFigures([figure('kpi1', 0, 40)])).toMatchObject([{ value: '0', numerator: '0' }]);
});

it('sectors of the board are no children, and nothing of them is hidden', () => {
  expect(boardFigures([figure('kpi8', 4, 5)])).toMatchObject([{ numerator: '4' }]);
});

it('whatever the counts are, no share of few children is printed, and none of few who are not in it', () => {
  const count = fc.integer({ min: 0, max: 12 });
  const ids = ['kpi1', 'kpi2', 'kpi7', 'kpi6'];
  fc.assert(
    fc.property(fc.array(count, { minLength: 4, maxLength: 4 }), count, (hits, more) => {
      const denominator = Math.max(...hits) + more;
      const figures = ids.map((id, at) => figure(id, hits[at] ?? 0, denominator));
      for (const [at, shown] of boardFigures(figures).entries()) {
        const numerator = hits[ids.indexOf(shown.measure)] ?? hits[at] ?? 0;
        const isSmall = (value: number) => value >= 1 && value <= 5;
        if (isSmall(numerator) || isSmall(denominator - numerator) || isSmall(denominator))
          expect(shown.value).toBe('x');
        if (isSmall(numerator)) expect(shown.numerator).toBe('<6');
        // Two printed counts would give the third.
        if (isSmall(denominator - numerator))
          expect(
            shown.numerator === String(numerator) && shown.denominator === String(denominator),
          ).toBe(false);
      }
    }),
  );
});
