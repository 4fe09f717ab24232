import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { smallNumberRules } from '../domain/figures/small-numbers.data.ts';
import { type Hiding, suppress } from '../domain/figures/suppress.ts';
import { tableKey, tablePublication } from '../domain/figures/table-publication.ts';
import { type Command, Mend } from './command.ts';
import { rowsOfInput } from './read-input.ts';

const { count, protecting } = smallNumberRules;

/** Writes a table of counts again without the small ones and what would give them away. */
export const suppressTable: Command = {
  help: `foothold suppress [--json] < table.csv

Reads a CSV table of counts whose first row and first column are labels; a row or column labelled
Total is the sum of the others. Writes the same table with hidden counts as

  ${count.mark.padEnd(5)}${count.rule}
  ${protecting.mark.padEnd(5)}${protecting.rule}

Counts that are hidden already keep their marks. Every hidden count has at least two values that
all that is shown allows. A total that is not the sum of its parts is an error.

  --json   {"rows": [[…]], "hidden": [{"row", "column", "mark", "why", "of"}]}: why each count is
           hidden, and the count that it would have given away`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const table = (await rowsOfInput(io)).map(({ cells }) => cells);
    const publication = tablePublication(table);
    if ('problems' in publication) throw new Mend(publication.problems.join('\n'));
    const found = suppress(publication);
    if (found.kind === 'refused') throw new Mend(found.problems.join('\n'));
    const placeOf = placesOf(table);
    const hidingOf = ({ key, mark, why, of }: Hiding) => ({
      ...placeOf.get(key),
      mark,
      why,
      of: of && placeOf.get(of),
    });
    const rows = table.map((cells, row) =>
      cells.map((text, column) => found.marks.get(tableKey(row, column)) ?? text),
    );
    io.out(
      values.json
        ? JSON.stringify({ rows, hidden: found.log.map(hidingOf) })
        : stringify(rows).replace(/\n$/, ''),
    );
    return 0;
  },
};

function placesOf(table: readonly (readonly string[])[]) {
  return new Map(
    table.flatMap((cells, row) =>
      cells.map((_, column) => [
        tableKey(row, column),
        { row: cells[0], column: table[0]?.[column] },
      ]),
    ),
  );
}
