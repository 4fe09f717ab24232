import { parseArgs } from 'node:util';
import { calculate, isCalculatedMeasure } from '../domain/figures/calculate.ts';
import { calculatedMeasures } from '../domain/figures/measures.data.ts';
import { fraction } from '../domain/figures/rational.ts';
import { readCount } from '../domain/figures/read-count.ts';
import { type Command, Mend } from './command.ts';
import { rowsOfInput } from './read-input.ts';

const HEADER = ['measure', 'numerator', 'denominator'];
/** Fractions are exact whatever their size; this is far above any population. */
const MOST = 10n ** 30n;

const placesWords = (places: number) => (places === 1 ? '1 place' : `${places} places`);

const measureLines = Object.entries(calculatedMeasures).map(
  ([id, { title, unit, places }]) => `  ${id.padEnd(34)}${title} (${unit}, ${placesWords(places)})`,
);

/** Works out the measures on standard input; a bad row is named, and nothing is printed for it. */
export const calc: Command = {
  help: `foothold calc [--json] < counts.csv

Reads CSV with the header ${HEADER.join(',')} and writes ${HEADER.join(',')},value,exact

  value   as it is printed: rounded half up at the measure’s places
  exact   the same before rounding, in the printed unit, as p/q in lowest terms (180 is 180/1)

${measureLines.join('\n')}

Counts are whole numbers without commas, from 0 to 10^30; the denominator is not 0. A row that cannot
be worked out is named with its line on standard error, nothing is printed for it, and the exit status is 1.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const [header, ...rows] = await rowsOfInput(io);
    if (header?.cells.join().toLowerCase() !== HEADER.join())
      throw new Mend(`Line ${header?.line ?? 1}: the header must be ${HEADER.join(',')}`);
    const judged = rows.map(({ line, cells }) => ({ line, judged: judge(cells) }));
    const bad = judged.flatMap(({ line, judged }) =>
      typeof judged === 'string' ? [`Line ${line}: ${judged}`] : [],
    );
    const worked = judged.flatMap(({ judged }) => (typeof judged === 'string' ? [] : [judged]));
    io.out(
      values.json
        ? JSON.stringify(worked)
        : [
            [...HEADER, 'value', 'exact'].join(),
            ...worked.map((row) => Object.values(row).join()),
          ].join('\n'),
    );
    if (bad.length > 0) io.note(bad.join('\n'));
    return bad.length > 0 ? 1 : 0;
  },
};

/** The row worked out, or what is wrong with it. */
function judge(cells: readonly string[]) {
  const [measure = '', numerator = '', denominator = ''] = cells;
  if (cells.length !== 3) return `there are ${cells.length} columns, not 3`;
  if (!isCalculatedMeasure(measure))
    return `there is no measure “${measure}”; there are ${Object.keys(calculatedMeasures).join(', ')}`;
  const [above, below] = [readCount(numerator, MOST), readCount(denominator, MOST)];
  if (typeof above === 'string') return `“${numerator}” ${above}`;
  if (typeof below === 'string') return `“${denominator}” ${below}`;
  const counts = { numerator: above, denominator: below };
  const found = calculate(measure, counts);
  if (found.kind === 'none') return found.reason;
  return {
    measure,
    numerator: String(counts.numerator),
    denominator: String(counts.denominator),
    value: found.printed,
    exact: fraction(found.value),
  };
}
