import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { isDay } from '../domain/calendar/day.ts';
import { detentionTraining } from '../domain/orders/detention-training.data.ts';
import { creditFault, detentionDates, joinTerms } from '../domain/orders/detention-training.ts';
import { type Command, Mend } from './command.ts';
import { rowsOfInput } from './read-input.ts';

const HEADER = ['case', 'sentenced_on', 'months', 'credit_days'];
const ANSWER = ['case', 'expiry', 'mid_term', 'early', 'late'];
const { fewest, most } = detentionTraining.term;

/** Works out the dates of detention and training orders on standard input; a bad row is named, and nothing is printed for it. */
export const dtoDates: Command = {
  help: `foothold dto-dates [--json] < orders.csv

Reads CSV with the header ${HEADER.join()} and writes ${ANSWER.join()}

  sentenced_on   the day of the sentence, as ${detentionTraining.creditFrom.day}
  months         the term, 1 to ${most}; several orders that join are one term
  credit_days    days on remand and on tagged bail, 0 for sentences before ${detentionTraining.creditFrom.day}
  early, late    empty where the law gives none: under 8 months, and when the child is released at once

These are worked out by Foothold: check them with placements, who calculate. A day of release that
falls before a weekend or a holiday is moved by them. A row that cannot be worked out is named with
its line on standard error, nothing is printed for it, and the exit status is 1.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    const [header, ...rows] = await rowsOfInput(io);
    if (header?.cells.join().toLowerCase() !== HEADER.join())
      throw new Mend(`Line ${header?.line ?? 1}: the header must be ${HEADER.join()}`);
    const judged = rows.map(({ line, cells }) => ({ line, found: judge(cells) }));
    const worked = judged.flatMap(({ found }) => ('dates' in found ? [found.dates] : []));
    const said = judged.flatMap(({ line, found }) =>
      found.notes.map((note) => `Line ${line}: ${note}`),
    );
    io.out(
      values.json
        ? JSON.stringify(worked)
        : stringify([ANSWER, ...worked.map((dates) => Object.values(dates))]).trimEnd(),
    );
    if (said.length > 0) io.note(said.join('\n'));
    return worked.length < rows.length ? 1 : 0;
  },
};

type Dates = Readonly<Record<'case' | 'expiry' | 'mid_term' | 'early' | 'late', string>>;
type Judged = { readonly dates?: Dates; readonly notes: readonly string[] };

/** The dates of a row and what must be said of it, or what is wrong with it. */
function judge(cells: readonly string[]): Judged {
  const [name = '', sentencedOn = '', monthsText = '', creditText = ''] = cells;
  if (cells.length !== HEADER.length)
    return wrong(`there are ${cells.length} columns, not ${HEADER.length}`);
  if (!isDay(sentencedOn))
    return wrong(`sentenced_on “${sentencedOn}” is not a day, write it as 2026-10-03`);
  if (!/^\d{1,2}$/.test(monthsText) || Number(monthsText) < 1 || Number(monthsText) > most)
    return wrong(`months “${monthsText}” must be a whole number from 1 to ${most}`);
  if (!/^\d{1,4}$/.test(creditText))
    return wrong(`credit_days “${creditText}” must be a whole number of 0 or more`);
  const months = Number(monthsText);
  const creditDays = Number(creditText);
  const order = { sentencedOn, term: { months } };
  const fault = creditFault(order, creditDays);
  const term = joinTerms([order]);
  if (fault || !term) return wrong(fault ?? 'there is no term');
  const { expiry, midTerm, early, late } = detentionDates(term, creditDays);
  return {
    dates: { case: name, expiry, mid_term: midTerm, early: early ?? '', late: late ?? '' },
    notes:
      months < fewest ? [`a term under ${fewest} months is not lawful: check it with court`] : [],
  };
}

function wrong(reason: string): Judged {
  return { notes: [reason] };
}
