import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { carriedMarks, smallNumberRules } from '../domain/figures/small-numbers.data.ts';
import { type Hiding, suppress } from '../domain/figures/suppress.ts';
import { tableKey, tablesPublication, withoutBlanks } from '../domain/figures/table-publication.ts';
import type { SourceRow } from '../domain/referrals/map-columns.ts';
import { type Command, Mend } from './command.ts';
import { rowsOfInput } from './read-input.ts';

const { count, protecting } = smallNumberRules;

/** Writes a table of counts again without the small ones and what would give them away. */
export const suppressTable: Command = {
  help: `foothold suppress [--json] < table.csv

Reads a CSV table of counts whose first row and first column are labels; several tables stand one
below the other with an empty line between. Totals and sub-totals are found by arithmetic whatever they
are called, over several tables too; a count under the same labels in two tables is one count, and two
tables that come to the same are of the same children. Writes the same with
hidden counts as

  ${count.mark.padEnd(5)}${count.rule}
  ${protecting.mark.padEnd(5)}${protecting.rule}

Where one count has another in it (“of which”, “or more”, a year to date beside its quarters), what lies
between is protected too.

A number where a heading should stand, and a row or column of shares, rates or differences, are refused with what to
do. Counts that are hidden already keep their marks. Every hidden count has at least two values that
all that is shown allows. A total that is not the sum of its parts is an error.

  --json   {"rows": [[…]], "hidden": [{"row", "column", "mark", "why", "of"}]}: why each count is
           hidden, and the count that it would have given away`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const tables = tablesOf(await rowsOfInput(io));
    const publication = tablesPublication(tables);
    if ('problems' in publication) throw new Mend(firstOf(publication.problems));
    const found = suppress(publication);
    if (found.kind === 'refused') throw new Mend(firstOf(found.problems));
    const placeOf = placesOf(tables);
    const hidingOf = ({ key, mark, why, of }: Hiding) => ({
      ...placeOf.get(key),
      mark,
      why,
      of: of && placeOf.get(of),
    });
    const printed = tables.map((table, index) =>
      table.map((cells, row) =>
        cells.map((text, column) => found.marks.get(tableKey(row, column, index + 1)) ?? text),
      ),
    );
    io.out(
      values.json
        ? JSON.stringify({
            rows: printed.flat(),
            ...(printed.length > 1 ? { tables: printed } : {}),
            // A total that no table prints has no place.
            hidden: found.log.filter(({ key }) => placeOf.has(key)).map(hidingOf),
          })
        : printed
            .map((rows) => stringify(rows))
            .join('\n')
            .replace(/\n$/, ''),
    );
    return 0;
  },
};

const MOST_PROBLEMS = 10;
function firstOf(problems: readonly string[]): string {
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(more > 0 ? [`and ${more} more of such`] : []),
  ].join('\n');
}

// Blank lines are left out by whoever reads; a gap in the lines is where one table ends and the next begins, unless counts
// follow it at once: that is a blank line that a spreadsheet left in a table.
function tablesOf(rows: readonly SourceRow[]) {
  const tables: string[][][] = [];
  let last = -1;
  for (const { line, cells } of rows) {
    const labels = cells.slice(1);
    // A row of counts has nothing else; years alone are headings too.
    const isHeader =
      labels.some((cell) => !/^\d*$/.test(cell) && !carriedMarks.includes(cell)) ||
      labels.every((cell) => /^(?:19|20)\d\d$/.test(cell));
    if (tables.length === 0 || (line !== last + 1 && isHeader)) tables.push([]);
    tables.at(-1)?.push([...cells]);
    last = line;
  }
  return tables.map(withoutBlanks);
}

function placesOf(tables: readonly (readonly (readonly string[])[])[]) {
  return new Map(
    tables.flatMap((table, index) =>
      table.flatMap((cells, row) =>
        cells.map(
          (_, column) =>
            [
              tableKey(row, column, index + 1),
              {
                ...(tables.length > 1 ? { table: index + 1 } : {}),
                row: cells[0],
                column: table[0]?.[column],
              },
            ] as const,
        ),
      ),
    ),
  );
}
