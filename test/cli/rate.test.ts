import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frameworksIn } from '../../src/platform/files/read-frameworks.ts';
import {
  readPublishedResults,
  readWorkedExample,
} from '../../src/platform/files/read-inspections.ts';
import { typed, typedIn } from '../support/typed-command.ts';

const published = join(
  import.meta.dirname,
  '../../db/reference/inspections/published-results.json',
);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foothold-rate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rate = (...args: readonly string[]) => typed('', 'rate', ...args);
function file(content: unknown): string {
  const path = join(folder, 'results.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('foothold rate', () => {
  test('names the key questions that it takes, in its help', async () => {
    const { answer } = await rate('--help');
    expect(answer).toContain('2.1  “positive-change” (2.1.1), “safety” (2.1.2)');
  });

  test.each([
    ['rate', 'results.json'],
    ['backup', 'results.json'],
    ['restore', 'results.json', '--key-file', 'results.json'],
  ])(
    'a file that %s names is looked for where it was typed, not where npm runs',
    async (...words) => {
      file([]);
      const { notes } = await typedIn({ INIT_CWD: folder, FOOTHOLD_DATA: folder }, '', ...words);
      expect(notes).not.toMatch(/There is no (file|record)|cannot be read/);
    },
  );

  test('prints a list in the order of the file, with these fields and no others', async () => {
    const { status, answer: out } = await rate(published, '--json');
    const results = JSON.parse(out);
    expect(status).toBe(0);
    expect(results.map(({ service }: { service: string }) => service)).toEqual(
      readPublishedResults().map(({ service }) => service),
    );
    expect(Object.keys(results[0])).toEqual([
      'service',
      'standards',
      'score',
      'max',
      'overall',
      'resettlement',
      'basis',
      'contradictions',
    ]);
    expect(results[0].standards['2.1']).toEqual({ rating: 'Requires improvement', points: 1 });
  });

  test('prints a table that says from what each rating follows, and marks what is provisional', async () => {
    const { answer: out } = await rate(published);
    expect(out).toMatch(/Havering +2021 +20\/36 +Good +Good +standards/);
    expect(out).toMatch(/Derby City +2025 +12\/12 +Outstanding \(provisional bands\)/);
    expect(out).toMatch(/Brent +2018 +nothing follows +none/);
    expect(out).toContain('No contradictions.');
  });

  test('takes one record, leaves other fields alone and names a contradiction', async () => {
    const path = file({
      service: 'Eastmarsh',
      overallScore: 18,
      overallMax: 36,
      overallRating: 'Good',
      mood: 1,
    });
    const { status, answer: out } = await rate(path);
    expect(status).toBe(0);
    expect(out).toContain(
      'Eastmarsh: The overall rating is stated as Good, but 18 of 36 is Requires improvement',
    );
  });

  test('names the record and the field that are wrong, and prints no rating', async () => {
    const standards = { '2.1': { keyQuestions: { desistance: { yes: 19, of: 18 } } } };
    const { status, answer: out, notes } = await rate(file([{ framework: '2021', standards }]));
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(notes).toContain('record 1, standards.2.1.keyQuestions.desistance.yes');
  });

  test('says when the file is missing or is not JSON', async () => {
    expect(await rate(join(folder, 'none.json'))).toMatchObject({ status: 1 });
    const { status, notes } = await rate(file('{"service": '));
    expect(status).toBe(1);
    expect(notes).toContain('is not JSON');
  });
});

test('a new framework is a file in a folder, and a wrong one is refused by its name', () => {
  expect(readWorkedExample().cases).toHaveLength(45);
  file('{"id": "2030"}');
  expect(() => frameworksIn(folder)).toThrow(/results\.json is no inspection framework:\ntitle/);
});
