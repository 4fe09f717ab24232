import { addMonths, ageOn, type Day, formatDay } from '../../calendar/day.ts';
import { parseBritishDay } from '../../calendar/parse-british-day.ts';
import { policeLetter } from '../../people/check-letters.ts';
import { readPostcode } from '../../people/contact-points.ts';
import { readSex } from '../../people/sex.ts';
import { type Finding, ofWeight } from '../../referrals/finding.ts';
import { readNames } from '../../referrals/read-names.ts';
import { type Cell, isFormula, plainCell } from '../../referrals/row-cells.ts';
import { isNotKnown, isNotKnownDay } from '../../text/not-known.ts';
import {
  type Entry,
  type Noticed,
  notInList,
  type RegisterResult,
  type ResultCode,
} from './entry.ts';
import { REGISTER_FIELDS, type RegisterField } from './fields.data.ts';

type Cells = (field: RegisterField) => Cell;
type Note = (holds: boolean, says: string) => void;
type Options = {
  readonly today: Day;
  readonly codes: readonly ResultCode[];
  readonly forenameFirst: boolean;
};

/** Reads one row of a register: every cell becomes a value, a gap or a sentence; nothing is guessed. */
export function readEntryRow(
  line: number,
  raw: Cells,
  { today, codes, forenameFirst }: Options,
): Entry {
  const noticed: Noticed[] = [];
  const note: Note = (holds, says) => noticed.push({ holds, says });
  const cells: Cells = (field) => ({ ...raw(field), text: plainCell(raw(field).text) });
  const known = (field: RegisterField) => {
    const text = cells(field).text.trim();
    return isNotKnown(text) ? null : text;
  };
  tellFormulas(cells, note);
  const found: Finding[] = [];
  const names = readNames(cells, found, { sender: 'the court', forenameFirst });
  for (const { text } of ofWeight(found, 'note')) note(false, text);
  for (const { text } of [...ofWeight(found, 'hold'), ...ofWeight(found, 'refuse')])
    note(true, text);
  const sex = readSex(cells('sex').text);
  const postcode = readPostcode(known('postcode') ?? '');
  tellArrest(known('arrest'), note);
  const values = {
    ...names,
    dateOfBirth: readDay(cells('dateOfBirth'), today, note),
    sex: sex.kind === 'read' ? sex.sex : ('unknown' as const),
    address: known('address'),
    postcode: postcode.kind === 'read' ? postcode.value : null,
    urn: known('reference'),
    court: known('court'),
    heardOn: readDay(cells('heardOn'), addMonths(today, 12), note),
    heardAt: readClock(
      cells('heardAt').text || cells('heardOn').text,
      cells('heardAt').text !== '',
      note,
    ),
    kind: known('kind'),
    attended: readAttended(known('present'), known('appearance'), note),
    nextOn: readDay(cells('nextOn'), addMonths(today, 24), note),
    nextAt: readClock(
      cells('nextAt').text || cells('nextOn').text,
      cells('nextAt').text !== '',
      note,
    ),
    results: readResult(known('offence'), known('code'), known('words'), codes, note),
  };
  if (values.address === null) note(false, 'The register has no address: none is needed here');
  if (sex.kind === 'unreadable') note(false, `Gender: ${sex.reason}`);
  tellMissing(values, today, note);
  return { lines: [line], values, noticed };
}

const IDENTITY: readonly RegisterField[] = ['surname', 'forename', 'wholeName', 'reference'];

function tellFormulas(cells: Cells, note: Note): void {
  for (const { field } of REGISTER_FIELDS) {
    const { text, heading } = cells(field);
    if (isFormula(text) || /<\/?[a-z][^>]*>/i.test(text))
      note(
        IDENTITY.includes(field),
        `${heading}: “${text.trim().slice(0, 200)}” looks like a formula or markup and is kept as plain text`,
      );
  }
}

// Nobody is found by this number; that it is wrong may mean that another child's stands here.
function tellArrest(written: string | null, note: Note): void {
  if (written === null) return;
  const [, figures = '', letter = ''] =
    /^(\d{15,20})([A-Z])$/.exec(written.toUpperCase().replace(/[\s/.-]/g, '')) ?? [];
  if (figures === '' || letter !== policeLetter(figures))
    note(
      false,
      `Arrest summons number: “${written}” is not in its form or has a wrong letter, and nothing is found by it`,
    );
}

// The sender labels British time as the world's: what is written is the clock of the court, and the label is left out.
const withoutZone = (text: string) => text.trim().replace(/\s*(?:Z|UTC|GMT|[+-]00:?00)$/i, '');

function readDay({ text, heading }: Cell, pivot: Day, note: Note): Day | null {
  if (isNotKnownDay(text)) return null;
  const read = parseBritishDay(withoutZone(text), { pivot });
  if (read.kind === 'day') return isNotKnownDay(read.day) ? null : read.day;
  note(true, `${heading}: ${read.reason}`);
  return null;
}

const CLOCK = /(?:^|[T ,])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]\d\d(?:\.\d+)?)?\s*([ap]m)?$/i;

function readClock(text: string, isAsked: boolean, note: Note): string | null {
  const plain = withoutZone(text);
  const [, hour = '', minute = '', half = ''] = CLOCK.exec(plain) ?? [];
  if (hour === '') {
    if (isAsked && !isNotKnown(plain))
      note(false, `“${plain}” is no time of the day: the hearing is kept without one`);
    return null;
  }
  const clock = `${String((Number(hour) % (half ? 12 : 24)) + (half.toLowerCase() === 'pm' ? 12 : 0)).padStart(2, '0')}:${minute}`;
  if (clock === '00:00') return null;
  if (plain !== text.trim())
    note(
      false,
      `The time is marked as the world’s clock and read as the court’s own, ${clock}: in summer the sender is an hour out, so check it`,
    );
  return clock;
}

// The sender says of every child that they were not there, so only a word that they were counts.
function readAttended(present: string | null, appearance: string | null, note: Note) {
  if (/link|video|remote/i.test(appearance ?? '')) return 'by-link' as const;
  if (
    /^in person|^present/i.test(appearance ?? '') ||
    /^(?:yes|y|true|present)$/i.test(present ?? '')
  )
    return 'in-person' as const;
  if (present !== null)
    note(
      false,
      'The register says that the child was not there. It says so of every child: ask who was in court',
    );
  return 'not-known' as const;
}

function readResult(
  offence: string | null,
  given: string | null,
  words: string | null,
  codes: readonly ResultCode[],
  note: Note,
): readonly RegisterResult[] {
  if (given === null && words === null) return [];
  const known = codes.find(({ code }) => code.toLowerCase() === given?.toLowerCase());
  if (known && known.code !== notInList) return [{ offence, code: known.code, words }];
  if (given !== null)
    note(false, `Result code ${given} is not in the list: the result is kept in the court’s words`);
  return [{ offence, code: notInList, words: [given, words].filter(Boolean).join(': ') }];
}

const TEN = 10;
const ADULT = 18;

function tellMissing(values: Entry['values'], today: Day, note: Note): void {
  const { surname, forename, dateOfBirth, court, heardOn, results } = values;
  const missing = [
    [surname, 'Surname'],
    [forename, 'Forename'],
    [dateOfBirth, 'Date of birth'],
    [court, 'Court'],
    [heardOn, 'Hearing date'],
    [results[0] ?? null, 'Result'],
  ].flatMap(([value, what]) => (value === null ? [what] : []));
  if (missing.length > 0)
    note(true, `${missing.join(', ')} missing: ask the court for it, then decide the entry`);
  if (heardOn === null) return;
  if (heardOn > today)
    note(
      true,
      `The hearing is dated ${formatDay(heardOn)}, which is still to come: ask the court for the right day`,
    );
  if (dateOfBirth === null) return;
  const age = dateOfBirth > heardOn ? -1 : ageOn(dateOfBirth, heardOn);
  if (age < TEN)
    note(
      true,
      `A child born on ${formatDay(dateOfBirth)} was under ten at the hearing: ask the court for the right dates`,
    );
  if (age >= ADULT) note(false, `They were ${age} at the hearing`);
}
