import { isPlaceholderNumber } from '../text/not-known.ts';
import { visibleText } from '../text/visible-text.ts';
import { learnerFigure, nhsFigure, policeLetter, pupilLetter } from './check-letters.ts';
import { IDENTIFIER_EXAMPLES } from './identifier-kinds.data.ts';

/** A number in its one form, words that stand where no number is known, or what is wrong with it. */
export type ReadIdentifier =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly reason: string };

type Shape = (squeezed: string) => ReadIdentifier | null;

const SHAPES: Readonly<Record<string, Shape>> = {
  pnc: readPnc,
  cro: readCro,
  'nhs-number': (text) => {
    const [nine, last] = tenFigures(text);
    if (nine === undefined) return null;
    return Number(last) === nhsFigure(nine)
      ? read(`${text.slice(0, 3)} ${text.slice(3, 6)} ${text.slice(6)}`)
      : wrongFigure();
  },
  uln: (text) => {
    const [nine, last] = tenFigures(text);
    if (nine === undefined) return null;
    return Number(last) === learnerFigure(nine) ? read(text) : wrongFigure();
  },
  upn: (text) => {
    const [, letter, after = ''] = /^([A-Z])(\d{11}[\dA-Z])$/.exec(text) ?? [];
    if (letter === undefined) return null;
    return letter === pupilLetter(after) ? read(text) : wrongLetter('first');
  },
  nino: (text) =>
    /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(text)
      ? read(text)
      : null,
  'prison-number': (text) => (/^[A-Z]\d{4}[A-Z]{2}$/.test(text) ? read(text) : null),
};

/**
 * Reads a number of a kind. A kind with a shape is brought into its one form and its check digit or letter worked out; one
 * without is kept as written. What stands for "not known" is no number, and a faulty one is never matched on.
 */
export function readIdentifier(kind: string, text: string): ReadIdentifier {
  const written = visibleText(text).replace(/\s+/g, ' ').trim();
  if (isPlaceholderNumber(written)) return { kind: 'none' };
  const shape = SHAPES[kind];
  if (!shape) return read(written);
  const squeezed = written.toUpperCase().replace(/[\s.-]/g, '');
  return (
    shape(squeezed) ?? {
      kind: 'faulty',
      reason: `“${written}” has not the shape of this number, which looks like ${IDENTIFIER_EXAMPLES[kind]}`,
    }
  );
}

/** A number as it is compared, with its kind; null when it is none or faulty. */
export function identifierToMatch(kind: string, value: string): string | null {
  const result = readIdentifier(kind, value);
  return result.kind === 'read'
    ? `${kind} ${result.value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`
    : null;
}

// A year of two figures is of this century while it is not far ahead of any child's; nobody's number is older than 1930.
function readPnc(text: string): ReadIdentifier | null {
  const [, year = '', serial = '', letter] =
    /^(\d{4}|\d{2})\/(\d{1,7})([A-Z])$/.exec(text) ??
    /^(\d{4}|\d{2})(\d{7})([A-Z])$/.exec(text) ??
    [];
  if (letter === undefined) return null;
  const padded = serial.padStart(7, '0');
  if (letter !== policeLetter(year.slice(-2) + padded)) return wrongLetter('last');
  return read(`${yearInFull(year)}/${padded}${letter}`);
}

function readCro(text: string): ReadIdentifier | null {
  const [, filed = '', filedSerial = '', filedLetter] =
    /^SF(\d{2})\/?(\d{1,6})([A-Z])$/.exec(text) ?? [];
  if (filedLetter !== undefined)
    return filedLetter === policeLetter(filed + filedSerial) ? read(text) : wrongLetter('last');
  const [, serial = '', year = '', letter] = /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(text) ?? [];
  if (letter === undefined) return null;
  return letter === policeLetter(year + serial.padStart(6, '0'))
    ? read(`${Number(serial)}/${year}${letter}`)
    : wrongLetter('last');
}

const LAST_OF_THIS_CENTURY = 40;
const yearInFull = (year: string) =>
  year.length === 4 ? year : `${Number(year) <= LAST_OF_THIS_CENTURY ? '20' : '19'}${year}`;

const tenFigures = (text: string) =>
  /^\d{10}$/.test(text) ? [text.slice(0, 9), text.slice(9)] : [];

const read = (value: string): ReadIdentifier => ({ kind: 'read', value });

const wrongFigure = (): ReadIdentifier => ({
  kind: 'faulty',
  reason:
    'The last figure does not fit the others, so one of them is wrong: check it against their papers',
});

const wrongLetter = (which: 'first' | 'last'): ReadIdentifier => ({
  kind: 'faulty',
  reason: `The ${which} letter does not fit the figures, so one of them is wrong: check it against their papers`,
});
