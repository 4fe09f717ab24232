import { describe, expect, it } from 'vitest';
import { rational } from '../figures/rational.ts';
import { type PlanFigure, recomputePlan, recomputePlanFigure } from './recompute-plan.ts';
import { recomputeRelativeRate } from './recompute-relative-rates.ts';
import {
  type FigureRow,
  recomputeCohortYear,
  recomputeLookedAfter,
  recomputeRemandMeans,
  recomputeRemandTotals,
} from './recompute-series.ts';
import { besidePrinted, summaryOf } from './recomputed.ts';

const published = { document: 'Plan', table: 'T', row: 'R', figure: 'F', inputs: '', printed: '' };

describe('a printed figure beside what its inputs give', () => {
  it.each([
    ['1,234', rational(12_341n, 10n), 0, '', '1,234', true, null],
    ['1234', rational(12_351n, 10n), 0, '', '1235', false, null],
    ['1234', rational(12_351n, 10n), 0, 'Rounded down', '1235', false, 'Rounded down'],
    ['1,234', rational(12_341n, 10n), 0, 'Rounded down', '1,234', true, null],
    ['1,234,567', rational(1_234_567n, 1n), 0, '', '1,234,567', true, null],
    ['x', rational(3n, 1n), 0, '', '3', false, null],
    ['3', null, 0, '', null, false, null],
    ['3,000', null, 0, '', null, false, null],
  ] as const)('%s', (printed, exact, places, reason, recomputed, agrees, told) => {
    expect(besidePrinted({ ...published, printed }, exact, places, reason)).toMatchObject({
      recomputed,
      agrees,
      reason: told,
    });
  });

  it('is counted as agreeing, as explained, or as still to be looked into', () => {
    const row = { ...published, recomputed: '1' };
    expect(
      summaryOf([
        { ...row, agrees: true, reason: null },
        { ...row, agrees: false, reason: 'Rounded' },
        { ...row, agrees: false, reason: null },
        { ...row, agrees: false, reason: null },
      ]),
    ).toEqual({ figures: 4, agree: 1, explained: 1, unexplained: 2 });
  });
});

describe('a plan’s figure from the inputs beside it', () => {
  it.each<[string, string, string, string | null]>([
    ['fte-rate', '47/26092', '180', '180'],
    ['custody-rate', '3/26092', '0.11', '0.11'],
    ['sum', '5000+21533', '26,533', '26,533'],
    ['sum', '5', '5', '5'],
    ['change', '40>42', '5.0', '5.0'],
    ['change', '0>42', '5.0', null],
    ['share', '1/3', '33.3', '33.3'],
    ['share', '1/3', '33', '33'],
    ['share', '?/3', '33', null],
    ['sum', '5000+?', '5,000', null],
    ['share', '7', '33', null],
  ])('%s of %s', (method, inputs, printed, recomputed) => {
    const row: PlanFigure = { ...published, method, inputs, printed, note: '' };
    expect(recomputePlanFigure(row)).toMatchObject({ recomputed, agrees: recomputed !== null });
  });

  it.each([
    ['what is known of it', 'R', 'share', '1/3', '34', 'Rounded up', 'Rounded up'],
    [
      'cut off',
      'R',
      'fte-rate',
      '42/26092',
      '160',
      '',
      'The inputs give 160.97, which is 161 rounded and 160 cut off.',
    ],
    [
      'cut off, of a fall',
      'R',
      'change',
      '?>42',
      '-12',
      '',
      'One number is not printed, and no whole number gives -12 rounded. Cut off, one does: 48 gives -12.50.',
    ],
    [
      'a number that is not printed and fits',
      'R',
      'change',
      '?>42',
      '5',
      '',
      'One number is not printed: 40 gives 5.00.',
    ],
    [
      'no number fits',
      'R',
      'fte-rate',
      '?/26092',
      '67',
      '',
      'One number is not printed, and no whole number gives 67, rounded or cut off: 17 gives 65.15, 18 gives 68.99.',
    ],
    [
      'an average divided before it was rounded',
      'YJS family average',
      'fte-rate',
      '113/70982',
      '160',
      '',
      'An average that is shown as 113 but was divided before it was rounded (from 113.22 to under 113.50) would print 160.',
    ],
    ['no average: children are whole', 'Havering', 'fte-rate', '113/70982', '160', '', null],
  ])('says why one differs: %s', (_, row, method, inputs, printed, note, reason) => {
    const found = recomputePlanFigure({ ...published, row, method, inputs, printed, note });
    expect(found).toMatchObject({ agrees: false, reason });
  });

  it('says where three figures of one row cannot all be right', () => {
    const row = (method: string, inputs: string, printed: string) => ({
      ...published,
      method,
      inputs,
      printed,
      note: '',
    });
    const [first] = recomputePlan([
      row('reoffences-per-reoffender-quarter', '51/14', '3.80'),
      row('reoffences-per-offender', '51/40', '1.28'),
      row('reoffending-binary', '14/40', '35.0'),
    ]);
    expect(first?.reason).toBe(
      '3.80 times 35.0% is 1.33 to 1.34, and 1.28 stands beside them: no counts give all three.',
    );
  });
});

describe('a published relative rate', () => {
  const row = {
    decision_point: 'Caution',
    period: '2023-24',
    ethnicity: 'Black',
    events: '60',
    total: '2000',
    white_events: '100',
    white_total: '10000',
    rri: '3.000000',
    lower: '',
    upper: '',
  };

  it('is worked out with both limits from the four counts', () => {
    const [index, lower, upper] = recomputeRelativeRate(row);
    expect(index).toMatchObject({
      recomputed: '3.000000',
      agrees: true,
      table: 'Caution, 2023-24',
    });
    expect([Number(lower?.recomputed) < 3, Number(upper?.recomputed) > 3]).toEqual([true, true]);
    const again = recomputeRelativeRate({
      ...row,
      lower: lower?.recomputed ?? '',
      upper: upper?.recomputed ?? '',
    });
    expect(again.map(({ agrees }) => agrees)).toEqual([true, true, true]);
  });

  it('has none where there is nobody', () => {
    const found = recomputeRelativeRate({ ...row, total: '0' });
    expect(found.map(({ recomputed, agrees }) => [recomputed, agrees])).toEqual(
      Array.from({ length: 3 }, () => [null, false]),
    );
  });
});

describe('series worked out again', () => {
  const figure = (given: Partial<FigureRow>): FigureRow => ({
    measure: '',
    period: '',
    value: '',
    numerator: '',
    denominator: '',
    ethnicity: '',
    sex: '',
    age: '',
    kind: '',
    ...given,
  });
  const months = Array.from({ length: 13 }, (_, at) =>
    figure({
      measure: 'custody-remand-population',
      period: `20${at < 9 ? 23 : 24}-${String(at < 9 ? at + 4 : at - 8).padStart(2, '0')}`,
      value: String(100 + at),
    }),
  );
  const mean = (value: string, period = '2023-04 to 2024-03') =>
    figure({ measure: 'custody-remand-population-12-month-mean', period, value });

  it('a mean of twelve month-ends is that of its own twelve, in their order', () => {
    const [found] = recomputeRemandMeans([...months.toReversed(), mean('105.50')]);
    expect(found).toMatchObject({
      recomputed: '105.50',
      agrees: true,
      figure: '2023-04 to 2024-03',
    });
    expect(found?.inputs).toBe(
      `(${months
        .slice(0, 12)
        .map(({ value }) => value)
        .join('+')})/12`,
    );
  });

  it('a mean of eleven is none', () => {
    expect(
      recomputeRemandMeans([...months.slice(1, 12), mean('106.00')])[0]?.recomputed,
    ).toBeNull();
    const odd = [...months.slice(0, 11), figure({ ...months[11], value: 'x' })];
    expect(recomputeRemandMeans([...odd, mean('106.00')])[0]?.recomputed).toBeNull();
  });

  const quarters = [
    '2019-04 to 2019-06',
    '2019-07 to 2019-09',
    '2019-10 to 2019-12',
    '2020-01 to 2020-03',
  ];
  const cohort = (given: Partial<FigureRow>) => [
    ...quarters.map((period) => figure({ measure: 'reoffenders', period, value: '10', ...given })),
    figure({ measure: 'reoffenders', period: '2019-20', value: '40', ...given }),
  ];

  it('a cohort’s year is the sum of its four quarters, of the same children', () => {
    const rows = [
      ...cohort({ sex: 'female' }),
      ...cohort({ sex: 'male' }),
      ...cohort({ kind: 'Custody' }),
      ...cohort({ measure: 'first-time-entrants' }),
      figure({ measure: 'reoffenders', period: '2018-19', value: '7', sex: 'male' }),
    ];
    expect(
      recomputeCohortYear(rows).map(({ row, figure: name, recomputed, agrees }) => [
        row,
        name,
        recomputed,
        agrees,
      ]),
    ).toEqual([
      ['Girls', 'Children who reoffended', '40', true],
      ['Boys', 'Children who reoffended', '40', true],
      ['Custody', 'Children who reoffended', '40', true],
    ]);
    expect(recomputeCohortYear(cohort({ sex: 'male' }).slice(1))[0]?.recomputed).toBeNull();
  });

  it('remand outcomes of all ages are the sum of the age groups of the same outcome', () => {
    const outcome = (value: string, given: Partial<FigureRow>) =>
      figure({ measure: 'remand-outcomes', period: '2024-25', kind: 'Custody', value, ...given });
    const rows = [
      outcome('12', {}),
      outcome('5', { age: '10-14' }),
      outcome('7', { age: '15-17' }),
      outcome('3', { age: '15-17', kind: 'Fine' }),
      outcome('4', { sex: 'female' }),
      outcome('4', { ethnicity: 'Black' }),
      outcome('9', { period: '2023-24' }),
      outcome('9', { measure: 'custody-remand-population' }),
    ];
    expect(recomputeRemandTotals(rows)).toMatchObject([
      { row: 'Custody', inputs: '5+7', recomputed: '12', agrees: true },
    ]);
    expect(recomputeRemandTotals([outcome('12', {})])[0]?.recomputed).toBeNull();
  });

  it('the share of looked-after children convicted is worked out from both counts', () => {
    const rows = [
      figure({
        measure: 'looked-after-convicted',
        period: '2024',
        value: '12.5',
        numerator: '5',
        denominator: '40',
      }),
      figure({ measure: 'remand-outcomes', numerator: '5', denominator: '40' }),
    ];
    expect(recomputeLookedAfter(rows)).toMatchObject([
      { figure: '2024', inputs: '5/40', recomputed: '12.500000', agrees: true },
    ]);
  });
});
