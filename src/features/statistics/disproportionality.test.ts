import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, type Belief, type Printed, solveLinear } from '../../../test/support/attack.ts';
import { readReference } from '../../platform/files/read-reference.ts';
import type { CountRow } from './disproportionality.queries.ts';
import { ratesModel } from './disproportionality-page.ts';
import { disproportionalityTables } from './disproportionality-tables.ts';
import { figureText } from './figure-table.view.tsx';

const row = (
  by: CountRow['by'],
  group: string,
  period: string,
  events: number,
  among: number | null,
): CountRow => ({
  by,
  group,
  period,
  events,
  events_withheld: false,
  among,
  among_withheld: false,
});
const asked = { by: '', years: '', reference: '' };

describe('the relative rates of the page', () => {
  const published: Record<string, string>[] = parse(
    readFileSync(join(import.meta.dirname, '../../../test/fixtures/rri-england-wales.csv')),
    { columns: true, comment: '#' },
  );

  it.each(published.filter(({ period }) => !period?.startsWith('pooled')))(
    '$decision_point, $period: index and limits agree with the published ones to 1e-6',
    (vector) => {
      const number = (name: string) => Number(vector[name]);
      const shown = ratesModel(
        'arrest',
        ['arrest'],
        [
          row('ethnicity', 'Asian', '2024-25', number('events'), number('total')),
          row('ethnicity', 'White', '2024-25', number('ref_events'), number('ref_total')),
        ],
        asked,
      );
      expect(limitsOf(shown)).toEqual([
        expect.closeTo(number('rri'), 8),
        expect.closeTo(number('lower'), 6),
        expect.closeTo(number('upper'), 6),
      ]);
    },
  );

  it('three years pooled agree with the published pooled index and limits, from the single years', () => {
    const years = published.filter(
      ({ decision_point, period }) =>
        decision_point === 'custodial_sentence' && !period?.startsWith('pooled'),
    );
    const shown = ratesModel(
      'custodial-sentence',
      ['custodial-sentence'],
      years.flatMap(({ period = '', events, total, ref_events, ref_total }) => [
        row('ethnicity', 'Asian', period, Number(events), Number(total)),
        row('ethnicity', 'White', period, Number(ref_events), Number(ref_total)),
      ]),
      asked,
    );
    expect(limitsOf(shown)).toEqual([
      expect.closeTo(1.3846244066926898, 8),
      expect.closeTo(1.062141, 6),
      expect.closeTo(1.779741, 6),
    ]);
  });
});

type Shown = ReturnType<typeof ratesModel>;

function limitsOf(shown: Shown) {
  if (shown.kind === 'refused') throw new Error(shown.problems.join('; '));
  const relative = shown.together.rows.find(({ group }) => group === 'Asian')?.relative;
  const { p = 0n, q = 1n } = relative?.index ?? {};
  return [Number(p) / Number(q), relative?.lower, relative?.upper];
}

/** Everything that the page and its downloads print for every choice of groups and years, and how it adds up. */
function printedOf(rows: readonly CountRow[]): Printed & { loose: string[] } {
  const counts = new Map<string, string>();
  const sums: { total: string; parts: string[] }[] = [];
  const loose: string[] = [];
  const first = ratesModel('cautioned-or-sentenced', ['cautioned-or-sentenced'], rows, asked);
  const periods = first.kind === 'rates' ? first.periods : [];
  for (const by of ['ethnicity', 'sex'])
    for (const { name: years, years: single } of periods) {
      const chosen = { by, years, reference: '' };
      const shown = ratesModel('cautioned-or-sentenced', ['cautioned-or-sentenced'], rows, chosen);
      if (shown.kind === 'refused') throw new Error(shown.problems.join('; '));
      const tables = disproportionalityTables({
        areas: [],
        area: { code: '', name: '' },
        sources: [],
        shown,
      });
      const table = tables.get('disproportionality');
      const period = shown.together.period;
      const groups: string[] = [];
      for (const [group = '', events = '', ...others] of table?.rows ?? []) {
        const key = `${group === 'All' ? 'all' : by}|${figureText(group)}`;
        const text = figureText(events).replaceAll(',', '');
        if (text === 'Not in the data') continue;
        const before = counts.get(`${key}|${period}`);
        expect(before ?? text).toBe(text);
        counts.set(`${key}|${period}`, text);
        if (group !== 'All') groups.push(key);
        const follows = others.slice(1, 5).concat(others.slice(6));
        if (/[<x]/.test(text))
          loose.push(...follows.map(figureText).filter((one) => /\d/.test(one)));
        if (single.length > 1 && !sums.some(({ total }) => total === `${key}|${period}`))
          sums.push({
            total: `${key}|${period}`,
            parts: single.map((year) => `${key}|${year}`),
          });
      }
      sums.push({ total: `all|All|${period}`, parts: groups.map((key) => `${key}|${period}`) });
    }
  const known = new Set(counts.keys());
  return {
    counts,
    loose,
    sums: sums
      .filter(({ total }) => known.has(total))
      .map(({ total, parts }) => ({ total, parts: parts.filter((part) => known.has(part)) })),
  };
}

const small = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 }));
const areas = fc
  .array(fc.tuple(small, small, small, small, fc.integer({ min: 0, max: 10 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((years) =>
    years.flatMap(([white, black, asian, unknown, girls], at) => {
      const period = `20${10 + at}-${11 + at}`;
      const all = white + black + asian + unknown;
      const ofGirls = Math.floor((all * girls) / 10);
      return [
        row('ethnicity', 'White', period, white, 5000),
        row('ethnicity', 'Black', period, black, 900),
        row('ethnicity', 'Asian', period, asian, null),
        row('ethnicity', 'Not known', period, unknown, null),
        row('sex', 'female', period, ofGirls, 3000),
        row('sex', 'male', period, all - ofGirls, 3100),
      ];
    }),
  );

describe('a reader who sets every page and download of an area side by side', () => {
  it('finds no hidden count, and no rate, share or index of one', () => {
    fc.assert(
      fc.property(areas, (rows) => {
        const printed = printedOf(rows);
        expect(printed.loose).toEqual([]);
        expect(solveLinear(printed)).toEqual([]);
        const truth = truthOf(rows);
        for (const belief of ['large', 'anything'] satisfies Belief[]) {
          const found = [...attack(printed, belief).certain].filter(
            ([key, value]) => truth.get(key) === value,
          );
          expect(found).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds none in the eleven published years of Birmingham, where one or two children are of unknown sex', () => {
    const rows = readReference('statistics/figures/clmodr.csv', [
      'measure',
      'area',
      'period',
      'ethnicity',
      'sex',
      'value',
    ])
      .filter(
        ({ measure, area, ethnicity, sex }) =>
          measure === 'children-cautioned-or-sentenced' && area === '330' && (ethnicity || sex),
      )
      .map(({ period, ethnicity, sex, value }) =>
        row(ethnicity ? 'ethnicity' : 'sex', ethnicity || sex, period, Number(value), null),
      );
    const printed = printedOf(rows);
    expect([...printed.counts.values()]).toContain('<6');
    expect(solveLinear(printed)).toEqual([]);
  });
});

/** The counts of single years as they are; sums follow. */
function truthOf(rows: readonly CountRow[]): Map<string, number> {
  const names: Record<string, string> = { female: 'Girls', male: 'Boys' };
  return new Map(
    rows.map(({ by, group, period, events }) => [
      `${by}|${names[group] ?? group}|${period}`,
      events ?? 0,
    ]),
  );
}
