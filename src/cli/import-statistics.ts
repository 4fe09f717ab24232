import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { chooseSheet } from '../domain/referrals/choose-sheet.ts';
import { headingKey } from '../domain/referrals/map-columns.ts';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from '../domain/statistics/figure-columns.data.ts';
import { PERIOD_FORMS } from '../domain/statistics/period.ts';
import {
  addJudgedFigures,
  type FigureImport,
  judgeFigureFile,
} from '../features/statistics/import-figures.ts';
import { openDatabase } from '../platform/db/connect.ts';
import { migrate } from '../platform/db/migrate.ts';
import { readTable } from '../platform/files/read-table.ts';
import { type Command, type Io, Mend } from './command.ts';
import { oneFile } from './one-file.ts';
import { databaseOptions, openToRead, reading } from './open-record.ts';
import { readBytes } from './read-bytes.ts';
import { statisticsReport, statisticsText } from './statistics-report.ts';

const MOST_PROBLEMS = 30;
type Judged = Extract<FigureImport, { kind: 'judged' }>;
type Rows = Parameters<typeof judgeFigureFile>[1];

/** Loads a later vintage of published statistics, or says what loading it would do. */
export const importStatistics: Command = {
  help: `foothold import statistics FILE [--dry-run] [--json]

  FILE        CSV or Excel workbook (.xlsx), one figure a row
  --dry-run   say what would be restated, and change nothing; needs no running server
  --json      {"loaded", "counts", "restated": [{"measure", "area", "period", "group", "before",
              "after", "beforeVintage", "vintage"}], "new": […]}

Columns, in any order: ${REQUIRED_COLUMNS.join(', ')};
and where there are any: ${OPTIONAL_COLUMNS.join(', ')}.

  area      the Department for Education's number, the government code or the whole name
  period    ${PERIOD_FORMS}
  vintage   the day of publication: 2026-05-13, 2026-05 or 2026
  value     as published, such as 130 or 34.29; blank with a mark (or -, s, x) when it was withheld
  source    an id of db/reference/statistics/sources.csv; measure likewise of measures.csv

The newest vintage is shown and every older one is kept. Loading is all or nothing, a vintage that
is held never changes, and the same file again changes nothing. Exit status 1 when a row is bad:
each is named by line, column and mend.`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    });
    const file = oneFile(positionals, 'import statistics');
    const table = await readTable(readBytes(file, io), file);
    if (table.kind === 'unreadable') throw new Mend(table.reason);
    const chosen = chooseSheet(table.sheets, ([first]) =>
      (first?.cells ?? []).some((cell) => headingKey(cell) === 'measure'),
    );
    if (chosen.kind === 'unclear') throw new Mend(chosen.reason);
    for (const text of chosen.notRead) io.note(text);
    const { rows } = chosen;
    const judged = values['dry-run'] ? await judgeOnly(rows, io) : await load(rows, io);
    const report = statisticsReport(judged, !values['dry-run']);
    io.out(values.json ? JSON.stringify(report) : statisticsText(report));
    return 0;
  },
};

async function load(rows: Rows, io: Io): Promise<Judged> {
  const database = await openDatabase(databaseOptions(io.env));
  try {
    await migrate(database);
    return await database.owner.transaction().execute(async (tx) => {
      const judged = accepted(await judgeFigureFile(tx, rows));
      await addJudgedFigures(tx, judged.comparisons);
      return judged;
    });
  } finally {
    await database.close();
  }
}

async function judgeOnly(rows: Rows, io: Io): Promise<Judged> {
  const opened = await openToRead(io);
  if (!opened)
    throw new Mend(
      'There is nothing to compare with yet: start the server once, or run foothold migrate',
    );
  try {
    const { rows: found } = await sql<{
      there: boolean;
    }>`select to_regclass('published_figure') is not null as there`.execute(opened.database.owner);
    if (!found[0]?.there)
      throw new Mend('The database is of an older version: run foothold migrate');
    return accepted(await reading(opened.database, (tx) => judgeFigureFile(tx, rows)));
  } finally {
    await opened.close();
  }
}

function accepted(judged: FigureImport): Judged {
  if (judged.kind === 'judged') return judged;
  const { problems } = judged;
  const rest = problems.length - MOST_PROBLEMS;
  throw new Mend(
    [
      'Nothing was loaded.',
      ...problems.slice(0, MOST_PROBLEMS),
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ].join('\n'),
  );
}
