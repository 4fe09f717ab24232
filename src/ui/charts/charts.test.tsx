import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { IntervalChart } from './interval-chart.tsx';
import { LineChart } from './line-chart.tsx';

const words = { title: 'Children & <entrants>', description: 'Fewer “each year”', unit: 'Rate' };
const rows = [
  { label: 'Northcliff', value: 12, printed: '12' },
  { label: 'Ashby', value: null, printed: 'hidden' },
  { label: 'Eastmarsh', value: 20, printed: '20', isHighlighted: true },
];
const lines = LineChart({
  ...words,
  periods: ['2019', '2020', '2021', '2022', '2023'],
  series: [
    { name: 'Eastmarsh', values: [9, 8, null, 6, 5], isHighlighted: true },
    { name: 'England', values: [7, 7, 7, 7, 7] },
    { name: 'Northcliff', values: [null, null, null, null, null] },
  ],
});
const bars = BarChart({ ...words, bars: rows });
const intervals = IntervalChart({
  ...words,
  rows: [
    { label: 'Black', value: 2, lower: 1.2, upper: 3, printed: '2.0', isHighlighted: true },
    { label: 'Mixed', value: 0, lower: 0, upper: 4, printed: '0.0' },
    { label: 'Asian', value: 30, lower: 3, upper: null, printed: '30.0' },
    { label: 'Other', value: null, lower: null, upper: null, printed: 'hidden' },
  ],
});
const drawn = (chart: unknown) => parseHTML(`<body>${String(chart)}</body>`).document;
const image = (chart: unknown) => drawn(chart).querySelector('svg[role=img]');

describe('a chart', () => {
  it.each([
    ['of lines', lines],
    ['of bars', bars],
    ['of intervals', intervals],
  ])('%s is one image with words, and holds nothing that the content policy stops', (_, chart) => {
    const markup = String(chart);
    expect(markup).not.toMatch(/<style|<script|style=|\son\w+=|⚠|NaN|Infinity|undefined/);
    expect(drawn(chart).querySelector('figcaption')?.textContent).toBe(words.title);
    expect(image(chart)?.getAttribute('aria-label')).toBe(`${words.title}. ${words.description}`);
    expect(image(chart)?.getAttribute('viewBox')).toMatch(/^0 0 440 \d/);
    expect(image(chart)?.querySelectorAll('[aria-label], [width]:not(rect)')).toHaveLength(0);
  });

  it('of lines breaks at a value that is hidden and marks the points on both sides', () => {
    const paths = [...(image(lines)?.querySelectorAll('path') ?? [])].map((path) =>
      path.getAttribute('d'),
    );
    expect(
      paths.filter((path) => /^M[\d.,]+L[\d.,]+M[\d.,]+L[\d.,]+$/.test(path ?? '')),
    ).toHaveLength(1);
    expect(image(lines)?.querySelectorAll('circle, path[transform]')).not.toHaveLength(0);
  });

  it('of lines tells each by its own dash and mark, beside its name', () => {
    const keys = [...drawn(lines).querySelectorAll('li')];
    expect(keys.map((key) => key.textContent?.trim())).toEqual([
      'Eastmarsh',
      'England',
      'Northcliff',
    ]);
    const looks = keys.map((key) => key.querySelector('svg')?.innerHTML);
    expect(new Set(looks).size).toBe(3);
    expect(
      keys.every((key) => key.querySelector('svg')?.getAttribute('aria-hidden') === 'true'),
    ).toBe(true);
  });

  it('of bars draws no bar for a hidden value and puts it last, where its place tells nothing', () => {
    expect(image(bars)?.querySelectorAll('rect')).toHaveLength(2);
    const places = new Map(
      [...(image(bars)?.querySelectorAll('text') ?? [])].map((text) => [
        text.textContent,
        Number(/,([\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1]),
      ]),
    );
    expect(places.get('hidden')).toBe(places.get('Ashby'));
    expect(places.get('Ashby')).toBeGreaterThan(places.get('20') ?? Number.NaN);
  });

  it('of intervals draws an arrow where an interval goes on beyond the scale, and nothing that is hidden', () => {
    const text = image(intervals)?.textContent ?? '';
    expect(text.match(/◀/g)).toHaveLength(1);
    expect(text.match(/▶/g)).toHaveLength(1);
    expect(image(intervals)?.querySelectorAll('circle')).toHaveLength(2);
  });

  it('without a single value is still drawn', () => {
    const none = [{ label: 'Ashby', value: null, printed: 'hidden' }];
    expect(String(BarChart({ ...words, bars: none }))).toContain('hidden');
    expect(
      String(
        IntervalChart({
          ...words,
          rows: none.map((row) => ({ ...row, lower: null, upper: null })),
        }),
      ),
    ).toContain('hidden');
    expect(
      String(LineChart({ ...words, periods: ['2020'], series: [{ name: 'A', values: [null] }] })),
    ).not.toContain('NaN');
  });
});

describe('the periods below a chart of lines', () => {
  it.each([2, 4, 8, 12])('%i of them from month to month do not print over each other', (count) => {
    const periods = Array.from(
      { length: count },
      (_, at) => `Apr ${2010 + at} to Mar ${2011 + at}`,
    );
    const chart = LineChart({
      ...words,
      periods,
      series: [{ name: 'A', values: periods.map(Number) }],
    });
    const labels = [...drawn(chart).querySelectorAll('text')].filter((text) =>
      text.textContent?.startsWith('Apr 20'),
    );
    expect(labels.length).toBeGreaterThan(0);
    const places = labels.map((label) =>
      Number(/translate\(([\d.]+)/.exec(label.getAttribute('transform') ?? '')?.[1]),
    );
    // “Apr 2010 to” on a line of its own, in letters of 14 units.
    for (const [at, place] of places.slice(1).entries())
      expect(place - (places[at] ?? 0)).toBeGreaterThan(11 * 7);
    for (const label of labels) expect(label.querySelectorAll('tspan')).toHaveLength(2);
  });
});
