import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { judgeFigureFile } from '../../src/features/statistics/import-figures.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { readCsv } from '../../src/platform/files/read-csv.ts';
import { layCopy } from '../support/database.ts';

const data = mkdtempSync(join(tmpdir(), 'foothold-figures-'));
const root = join(import.meta.dirname, '../..');

beforeAll(() => layCopy(data));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function judge(file: string) {
  const said: string[] = [];
  const notes: string[] = [];
  const path = join(import.meta.dirname, '../fixtures/figures', file);
  const status = await runCommand(commands, ['import', 'statistics', path, '--dry-run', '--json'], {
    out: (text) => said.push(text),
    note: (text) => notes.push(text),
    env: { FOOTHOLD_DATA: data },
    now: () => new Date('2026-11-22T12:00:00Z'),
    readLine: async () => '',
    readAll: async () => new Uint8Array(),
  });
  return { status, answer: said.join('\n'), all: [...said, ...notes].join('\n') };
}

describe('a file of published figures', () => {
  it.each(['30a-st-helens.csv', '30b-gss-st-helens.csv'])(
    '%s: the area is known by its government code, and without its full stop',
    async (file) => {
      const { status, answer } = await judge(file);
      expect(status).toBe(0);
      expect(JSON.parse(answer).new[0] ?? JSON.parse(answer).restated[0]).toMatchObject({
        area: 'St. Helens',
      });
    },
  );

  it('withholds what the shorthand of government statistics withholds', async () => {
    expect((await judge('31a-bracket-c.csv')).answer).toContain('suppressed');
  });

  it('passes over columns that a spreadsheet adds', async () => {
    expect((await judge('34b-blank-headings.csv')).status).toBe(0);
  });

  it.each([
    ['33a-vintage-30-feb.csv', 'is not a day of publication'],
    ['33h-future-period.csv', 'ends after the figure was published'],
    ['32d-bad-span.csv', 'is not a period'],
    ['33c-sci.csv', 'is not a number of 0 or more'],
    ['33g-arabic-digits.csv', 'is not a number of 0 or more'],
    ['35-own-counts.csv', 'its own counts give another figure'],
    ['35b-more-than-all.csv', 'is more than 100'],
    ['35c-near-name.csv', 'Did you mean Havering?'],
  ])('%s is refused: %s', async (file, words) => {
    const { status, all } = await judge(file);
    expect(status).toBe(1);
    expect(all).toContain(words);
  });

  it('every figure that ships keeps to the same checks', async () => {
    const database = await openDatabase({ directory: data });
    const folder = join(root, 'db/reference/statistics/figures');
    for (const file of readdirSync(folder)) {
      const read = readCsv(readFileSync(join(folder, file)), 100_000);
      const rows = read.kind === 'read' ? (read.sheets[0]?.rows ?? []) : [];
      const judged = await database.owner.transaction().execute((tx) => judgeFigureFile(tx, rows));
      expect([file, judged.kind === 'refused' ? judged.problems : []]).toEqual([file, []]);
    }
    await database.close();
  });
});
