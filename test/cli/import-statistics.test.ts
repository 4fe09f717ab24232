import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { layCopy } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'foothold-test-'));
const data = join(folder, 'data');
const HEADER = 'measure,area,period,vintage,value,source,mark';
const RATE = 'first-time-entrants-rate';
const listOf = (...rows: string[]) => {
  const file = join(folder, 'figures.csv');
  writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
  return file;
};

const load = (file: string, ...options: string[]) =>
  typed(['import', 'statistics', file, ...options]);

async function typed(words: string[]) {
  const answer: string[] = [];
  const notes: string[] = [];
  const status = await runCommand(commands, words, {
    out: (text) => answer.push(text),
    note: (text) => notes.push(text),
    env: { FOOTHOLD_DATA: data },
    now: () => new Date('2026-11-22T12:00:00Z'),
    readLine: async () => '',
    readAll: async () => new Uint8Array(),
  });
  return { status, answer: answer.join('\n'), notes: notes.join('\n') };
}

const vintagesOf2022 = async () => {
  const database = await openDatabase({ directory: data });
  const rows = await database.owner
    .selectFrom('published_figure')
    .select(['vintage', 'value'])
    .where('measure_id', '=', RATE)
    .where('area_code', '=', '311')
    .where('period', '=', '2022')
    .orderBy('vintage')
    .execute();
  await database.close();
  return rows.map(({ value }) => value);
};

beforeAll(() => layCopy(data));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('loading a later vintage of published statistics', () => {
  const later = () =>
    listOf(
      `${RATE},Havering,2022,2026-05,130,lait,`,
      `${RATE},E09000016,2023,2026-05,134,lait,`,
      `${RATE},311,2021,2026-05,153.0,lait,`,
      `${RATE},311,2024,2026-05,-,lait,`,
    );

  it('a dry run says what would be restated and changes nothing', async () => {
    const { status, answer } = await load(later(), '--dry-run');
    expect(status).toBe(0);
    expect(answer).toContain(
      'First-time entrants, Havering, 2022: 107 → 130 (4 February 2025 → May 2026)',
    );
    expect(answer).toContain('Would load: 1 new, 2 restated, 1 unchanged in a later vintage');
    expect(await vintagesOf2022()).toEqual(['133', '107']);
  });

  it('first-time entrants of 2022 were printed 133, 107 and 130: all three are kept', async () => {
    const { status, answer } = await load(later(), '--json');
    expect(status).toBe(0);
    const report = JSON.parse(answer);
    expect(report.counts).toEqual({ new: 1, restated: 2, unchanged: 1, earlier: 0, same: 0 });
    expect(report.restated[0]).toEqual({
      measure: 'First-time entrants',
      area: 'Havering',
      period: '2022',
      group: '',
      before: '107',
      after: '130',
      beforeVintage: '2025-02-04',
      vintage: '2026-05',
    });
    expect(report.new[0].after).toBe('not available or suppressed');
    expect(await vintagesOf2022()).toEqual(['133', '107', '130']);
  });

  it('the same file again changes nothing', async () => {
    const { status, answer } = await load(later(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(answer).counts).toMatchObject({ new: 0, restated: 0, same: 4 });
    expect(await vintagesOf2022()).toEqual(['133', '107', '130']);
  });

  it('an older vintage that turns up late is kept and not shown as a restatement', async () => {
    const { answer } = await load(listOf(`${RATE},311,2022,2024-01,140,lait,`), '--json');
    expect(JSON.parse(answer).counts).toMatchObject({ restated: 0, earlier: 1 });
    expect(await vintagesOf2022()).toEqual(['140', '133', '107', '130']);
  });
});

describe('a file that cannot be taken', () => {
  it('every bad row is named by line, column and mend, and none of the good ones is loaded', async () => {
    const { status, notes } = await load(
      listOf(
        `${RATE},311,2022,2026-06,131,lait,`,
        `${RATE},Haverling,2022,2026-06,131,lait,`,
        `fte,311,2022-24,6/2026,"1,310",nobody,`,
        `${RATE},311,2021,2026-06,,lait,`,
        `${RATE},311,2022,2026-06,131,lait,`,
      ),
    );
    expect(status).toBe(1);
    for (const words of [
      'Nothing was loaded.',
      'Line 3, column area: “Haverling” is not an area',
      'Line 4, column measure: “fte” is not a measure',
      'Line 4, column period: “2022-24” is not a period: write 2022 (calendar year)',
      'Line 4, column vintage: “6/2026”',
      'Line 4, column value: “1,310” is not a number of 0 or more: write 1234.5',
      'Line 4, column source: “nobody” is not a source',
      'Line 5, column value: “” is no number: a withheld figure needs a mark',
      'Line 6, the same figure stands on line 2',
    ])
      expect(notes).toContain(words);
    expect(await vintagesOf2022()).toEqual(['140', '133', '107', '130']);
  });

  it('a vintage that is held is never changed: a correction has a later day', async () => {
    const { status, notes } = await load(listOf(`${RATE},311,2022,2025-02-04,108,lait,`));
    expect(status).toBe(1);
    expect(notes).toContain(
      'Line 2, column value: the vintage 2025-02-04 is held already with 107 and the file has 108',
    );
  });

  it('a header without a needed column, a missing file and no file say so', async () => {
    const file = listOf();
    writeFileSync(file, 'measure,area,period,value\n');
    expect((await load(file)).notes).toContain('Line 1: the header has no vintage, source');
    expect((await load(join(folder, 'nowhere.csv'))).notes).toContain('There is no file');
    expect((await load(listOf())).notes).toContain('There is no row below the header');
  });
});

describe('adding published inspection results', () => {
  const run = (rows: string[], ...options: string[]) => {
    const file = join(folder, 'results.csv');
    const header = 'Service,published,framework,Overall rating,source,2.1';
    writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
    return typed(['import', 'inspections', file, '--service', 'eastmarsh', ...options]);
  };
  const good = 'Eastmarsh,2026-05-12,2021,Good,Invented report,Good';
  const held = async () => {
    const database = await openDatabase({ directory: data });
    const rows = await database.owner.selectFrom('inspection_result').select('inspected').execute();
    await database.close();
    return rows.map(({ inspected }) => inspected);
  };
  beforeAll(async () => {
    const database = await openDatabase({ directory: data });
    await database.owner
      .insertInto('service')
      .values({ id: newId(), code: 'eastmarsh', name: 'Eastmarsh', nation: 'england' })
      .onConflict((on) => on.doNothing())
      .execute();
    await database.close();
  });

  it('is all or nothing: a bad row is named by line, column and mend', async () => {
    const { status, notes } = await run([good, good.replace('Good', 'Fine')]);
    expect(status).toBe(1);
    expect(notes).toContain('Nothing was added.');
    expect(notes).toContain('Line 3, column overall_rating: “Fine” is no rating: use “Inadequate”');
    expect(await held()).toEqual([]);
  });

  it('adds them once, and a dry run adds none', async () => {
    expect((await run([good], '--dry-run')).answer).toContain('Would add: 1; 0 held already');
    expect((await run([good])).answer).toContain('Line 2: Eastmarsh, published 2026-05-12');
    expect(JSON.parse((await run([good], '--json')).answer)).toEqual({
      added: 0,
      held: 1,
      results: [],
    });
    expect(await held()).toEqual(['Eastmarsh']);
  });
});
