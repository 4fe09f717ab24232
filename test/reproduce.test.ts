import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reproduce } from '../src/cli/reproduce.ts';
import { type PlanFigure, recomputePlanFigure } from '../src/domain/statistics/recompute-plan.ts';
import { summaryOf } from '../src/domain/statistics/recomputed.ts';
import {
  contradictionsOfPlan,
  reproducedFigures,
  reproducedPlan,
} from '../src/features/statistics/methods/reproduced-figures.ts';

const tables = reproducedPlan().filter(({ table }) => table !== 'In the text');

describe('the youth justice plan’s figures from its own inputs', () => {
  it('all 69 table figures are worked out again, and 65 agree', () => {
    expect(tables.length).toBe(69);
    expect(tables.filter(({ agrees }) => agrees).length).toBe(65);
  });

  it('the four that do not are averages of the family, each with its reason', () => {
    const differing = tables.filter(({ agrees }) => !agrees);
    expect(differing.map(({ row, printed, recomputed }) => [row, printed, recomputed])).toEqual([
      ['YJS family average', '160', '159'],
      ['YJS family average', '0.09', '0.10'],
      ['YJS family average', '1.53', '1.54'],
      ['YJS family average', '3.80', '3.64'],
    ]);
    expect(differing.every(({ reason }) => (reason ?? '').length > 50)).toBe(true);
  });

  it('51 reoffences over 40 children print 1.28, where a computer’s own decimals give 1.27', () => {
    expect((51 / 40).toFixed(2)).toBe('1.27');
    expect(tables.find(({ inputs }) => inputs === '51/40')?.recomputed).toBe('1.28');
  });

  it('an input that is not printed is never guessed', () => {
    const hidden = reproducedPlan().filter(({ inputs }) => inputs.includes('?'));
    expect(hidden.map(({ recomputed, agrees }) => [recomputed, agrees])).toEqual([
      [null, false],
      [null, false],
    ]);
  });
});

describe('what the plan says against itself', () => {
  const found = contradictionsOfPlan();

  it.each([
    ['Two answers to one question', 'Custodial sentences', '3 children', '2 children'],
    ['Two answers to one question', 'How often the board meets', 'two months', 'quarter'],
    ['One rate in two units', 'Rate of custody', 'per 1,000', 'per 100,000'],
    [
      'One population for two years',
      'aged 10 to 17, Redbridge',
      '33,930 in 2022',
      '33,930 in 2021',
    ],
    ['Two periods, each given as the newest', 'three-month cohort', 'Apr 2022', 'Jan 2022'],
    ['A year that does not end after it begins', 'Custodial', '2023-2023', ''],
    [
      'A figure that does not follow from its counts',
      'Victims',
      'Printed: 88',
      'From the counts: 77',
    ],
  ])('%s: %s', (rule, about, ...says) => {
    const those = found.filter((one) => one.rule === rule && one.about.includes(about));
    expect(those).toHaveLength(1);
    for (const said of says) expect(those[0]?.says.join(' ')).toContain(said);
  });

  it('every figure that differs is among them', () => {
    const wrong = found.filter(({ rule }) => rule.startsWith('A figure'));
    expect(wrong).toHaveLength(9);
  });
});

describe('every shipped figure', () => {
  it('agrees or has its documented reason', () => {
    expect(summaryOf(reproducedFigures())).toEqual({
      figures: 259,
      agree: 250,
      explained: 9,
      unexplained: 0,
    });
  });

  it('a difference without a reason is told as such', () => {
    const wrong: PlanFigure = {
      document: '',
      table: '',
      row: '',
      figure: '',
      method: 'fte-rate',
      inputs: '47/26092',
      printed: '181',
      note: '',
    };
    expect(summaryOf([recomputePlanFigure(wrong)])).toMatchObject({ agree: 0, unexplained: 1 });
  });

  it('the command writes them as JSON, opens no database and ends well', async () => {
    const written: string[] = [];
    const status = await reproduce.run(['--json'], {
      out: (text) => written.push(text),
      note: () => undefined,
      env: {},
      now: () => new Date(),
      readLine: async () => '',
      readAll: async () => new Uint8Array(),
    });
    expect(status).toBe(0);
    expect(JSON.parse(written.join('')).summary.figures).toBe(259);
    const source = readFileSync('src/cli/reproduce.ts', 'utf8');
    expect(source).not.toMatch(/openDatabase|openRecord/);
  });
});
