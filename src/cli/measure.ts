import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../domain/calendar/day.ts';
import type { BundleFault } from '../domain/case-level/judge-file.ts';
import {
  figureOfRows,
  figuresByGroup,
  type MeasureRow,
} from '../domain/measures/figure-of-rows.ts';
import {
  type Breakdown,
  type Definition,
  type Measure,
  measures,
} from '../domain/measures/measures.data.ts';
import { measureRows, type Period, populationBefore } from '../platform/measures/measure-rows.ts';
import { openBundle } from '../platform/measures/open-bundle.ts';
import { notToldOf, writeBundle } from '../platform/measures/record-bundle.ts';
import { asTyped } from './as-typed.ts';
import { type Command, type Io, Mend } from './command.ts';
import { openRecord } from './open-record.ts';

/** Works out measures from a case-level bundle, without a server, or from the service's own record. */
export const measure: Command = {
  help: `foothold measure ID[,ID…] [--bundle DIR] --from DAY --to DAY --definition first|newer
                 [--by BREAKDOWN] [--rows] [--json] [--service CODE]
foothold measure --list [--json]

Without --bundle the service's own record is read, as "foothold export case-level" would write it; what no
file can say is told. DIR is a case-level bundle: a folder of CSV files (UTF-8, a header row), one for each kind of row:
service, people, residences, education, send, care, health, offences, hearings, outcomes, involvements,
outcome_involvements, victims, board_attendance and others. A file that is left out is an empty one;
mapping.csv (file,column,label,code) says what a service's own labels mean.

  --from, --to   the days of the figure, both included: a quarter, as a rule
  --definition   first (from April 2023) or newer
  --by           the same for each group of a breakdown: --list says which a measure has
  --rows         every row that was looked at, in or out, with the reason
  --json         one object, or a list of them in the order of the ids

A child is counted once a quarter, so that a year is the sum of its quarters. Whatever cannot be read
is told by file, line, column and mend, and nothing is worked out.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        bundle: { type: 'string' },
        service: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        definition: { type: 'string' },
        by: { type: 'string' },
        rows: { type: 'boolean' },
        list: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    if (values.list) {
      io.out(values.json ? JSON.stringify(measures.map(listed)) : listOf(measures));
      return 0;
    }
    const [ids, ...others] = positionals;
    if (!ids || others.length > 0)
      throw new Mend('Give the measures with commas between them, as kpi1,kpi2; --list names them');
    const asked = ids.split(',').map(measureOf);
    const period = periodOf(values.from, values.to, values.definition);
    const by = values.by === undefined ? undefined : breakdownOf(values.by, asked);
    for (const { id, definitions } of asked)
      if (!definitions.includes(period.definition))
        throw new Mend(`${id} has no ${period.definition} definition`);
    const database = await (values.bundle === undefined
      ? openOwn(io, values.service, asked)
      : openFolder(folderOf(values.bundle, io)));
    try {
      const population = await populationBefore(database, period.from);
      const answers = [];
      for (const one of asked) {
        const rows = await measureRows(database, one.id, period);
        answers.push({
          measure: one.id,
          definition: period.definition,
          from: period.from,
          to: period.to,
          ...figureOfRows(one, rows, population),
          unit: one.unit,
          ...(by ? { groups: figuresByGroup(one, rows, population, by) } : {}),
          ...(values.rows ? { rows: rows.map(rowOf) } : {}),
        });
      }
      io.out(
        values.json
          ? JSON.stringify(asked.length === 1 ? answers[0] : answers)
          : answers.flatMap(linesOf).join('\n'),
      );
      return 0;
    } finally {
      await database.close();
    }
  },
};

function measureOf(id: string): Measure {
  const found = measures.find((one) => one.id === id.trim());
  if (!found)
    throw new Mend(
      `There is no measure “${id}”; there are ${measures.map((one) => one.id).join(', ')}`,
    );
  return found;
}

function periodOf(from = '', to = '', definition = ''): Period {
  if (!isDay(from)) throw new Mend(`--from “${from}” is not a day, write it as 2025-01-01`);
  if (!isDay(to)) throw new Mend(`--to “${to}” is not a day, write it as 2025-03-31`);
  if (from > to) throw new Mend(`--from ${from} is after --to ${to}`);
  if (!isDefinition(definition))
    throw new Mend('--definition must be first or newer: the figures of the two differ');
  return { from, to, definition };
}

const isDefinition = (text: string): text is Definition => text === 'first' || text === 'newer';

function breakdownOf(by: string, asked: readonly Measure[]): Breakdown {
  for (const { id, breakdowns } of asked)
    if (!breakdowns.some((one) => one === by))
      throw new Mend(`${id} is not broken down by “${by}”, but by ${breakdowns.join(', ')}`);
  return by as Breakdown;
}

async function openFolder(folder: string) {
  const opened = await openBundle(folder);
  if ('faults' in opened) throw new Mend(opened.faults.map(inWords).join('\n'));
  return opened.database;
}

/** The record as a bundle, which stands on the disk for as long as it takes to read it. */
async function openOwn(io: Io, service: string | undefined, asked: readonly Measure[]) {
  const notTold = asked.flatMap(({ id }) => notToldOf(id) ?? []);
  if (notTold.length > 0) throw new Mend(notTold.join('\n'));
  const record = await openRecord(io, service);
  if (!record)
    throw new Mend('There is no record yet: start the server once, or give --bundle DIR');
  const folder = mkdtempSync(join(tmpdir(), 'foothold-case-level-'));
  try {
    const { leftOut } = await record.read((tx, id) => writeBundle(tx, id, folder));
    for (const { what, rows } of leftOut) io.note(`Not counted: ${rows} ${what}`);
    return await openFolder(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await record.close();
  }
}

function folderOf(bundle: string, io: Io): string {
  const folder = asTyped(bundle, io);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Mend(`There is no folder ${bundle}`);
  return folder;
}

const inWords = ({ file, line, column, reason }: BundleFault) =>
  `${file}${line > 0 ? `, line ${line}` : ''}${column ? `, ${column}` : ''}: ${reason}`;

const listed = ({ id, title, definitions, unit, places, breakdowns }: Measure) => ({
  id,
  title,
  definitions,
  unit,
  places,
  breakdowns,
});

function listOf(all: readonly Measure[]): string {
  const width = Math.max(...all.map(({ id }) => id.length)) + 2;
  return all
    .map(({ id, title, unit, definitions, breakdowns }) =>
      [
        `${id.padEnd(width)}${title} (${unit})`,
        definitions.length === 1 ? `, ${definitions[0]} definition only` : '',
        `; by ${breakdowns.join(', ')}`,
      ].join(''),
    )
    .join('\n');
}

const rowOf = ({ unit, person, counted, hit, reason, breakdowns }: MeasureRow) => ({
  unit,
  person,
  in: counted,
  numerator: hit,
  reason,
  breakdowns,
});

type Answer = ReturnType<typeof figureOfRows> & {
  readonly measure: string;
  readonly unit: string;
  readonly groups?: ReturnType<typeof figuresByGroup>;
  readonly rows?: readonly ReturnType<typeof rowOf>[];
};

function linesOf({ measure: id, unit, groups = [], rows = [], ...figure }: Answer): string[] {
  const said = ({ value, numerator, denominator }: typeof figure | (typeof groups)[number]) =>
    `${value === null ? 'no figure' : `${value} ${unit}`} (${numerator} of ${denominator ?? 'no population recorded'})`;
  return [
    `${id}: ${said(figure)}`,
    ...groups.map((group) => `  ${group.group}: ${said(group)}`),
    ...rows.map(
      ({ unit: name, person, in: counted, numerator, reason }) =>
        `  ${name}${person && person !== name ? ` (${person})` : ''}: ${numerator ? 'numerator' : counted ? 'in' : 'out'}, ${reason}`,
    ),
  ];
}
