import { isNotKnown } from '../text/not-known.ts';
import { visibleText } from '../text/visible-text.ts';
import { ETHNICITIES, ETHNICITY_SYNONYMS, OTHER_OF_GROUP } from './ethnicity.data.ts';

/** One of the 18+1 codes; NS was asked and not stated. */
export type EthnicityCode = (typeof ETHNICITIES)[number]['code'];

/** What a cell says of ethnicity: an empty cell is a gap in the record, not a refusal to say. */
export type ReadEthnicity =
  | { readonly kind: 'read'; readonly code: EthnicityCode }
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const OFFICERS_VIEW = /^(ic ?\d( .*)?|pnc.*)$/;
const ROMA = /\broma\b|^wrom$/;
const CODE_THEN_WORDS = /^([a-z]\d|ns)\b\W+(.+)$/i;
const WORDS_THEN_CODE = /^(.+?)\W+([a-z]\d|ns)\W*$/i;
const HEAD =
  /^(mixed(?: or multiple)?(?: ethnic groups?)?|asian(?: or)?(?: asian british)?(?: or asian welsh)?|black(?: or)?(?: black british)?(?: black welsh)?(?: african)?(?: caribbean)?(?: or african)?(?: or black british)?|white|(?:any )?other(?: ethnic groups?)?) (.+)$/;
const OTHER = /^(any )?other( background)?$/;

const BY_WORDS: ReadonlyMap<string, EthnicityCode> = new Map([
  ...ETHNICITIES.flatMap(({ code, label }) => [
    [wordsOf(code), code] as const,
    [wordsOf(label), code] as const,
  ]),
  ...Object.entries(ETHNICITY_SYNONYMS).map(([words, code]) => [wordsOf(words), code] as const),
]);

/**
 * Reads self-defined ethnicity by code, label or both, in the words of police, returns and Census. An officer's own
 * description (IC1 to IC9) is refused, and Roma, whom the 18+1 codes do not name, is never made another group.
 */
export function readEthnicity(text: string): ReadEthnicity {
  const plain = visibleText(text).trim();
  const words = wordsOf(plain);
  if (
    isNotKnown(plain) ||
    ['u', 'nobt', 'not obtained', 'information not yet obtained'].includes(words)
  )
    return { kind: 'not-recorded' };
  const code = codeOf(plain);
  if (code) return { kind: 'read', code };
  const why = OFFICERS_VIEW.test(words)
    ? 'is an officer’s view, not what the child said: ask the child'
    : ROMA.test(words)
      ? 'is a group of its own since the 2021 Census, which the 18+1 codes do not have: ask the child, and note it in their own words'
      : 'is not one of the 18+1 codes (W1 to O9, or NS for not stated)';
  return { kind: 'unreadable', reason: `“${plain}” ${why}` };
}

/** The words for a code, as a page shows them. */
export function ethnicityLabel(code: EthnicityCode): string {
  return ETHNICITIES.find((each) => each.code === code)?.label ?? code;
}

function codeOf(text: string): EthnicityCode | null {
  const whole = byWords(text);
  if (whole) return whole;
  const [, first = '', after = ''] = CODE_THEN_WORDS.exec(text) ?? [];
  const [, before = '', last = ''] = WORDS_THEN_CODE.exec(text) ?? [];
  const code = BY_WORDS.get(wordsOf(first)) ?? BY_WORDS.get(wordsOf(last));
  const label = first ? after : before;
  if (!code || ROMA.test(wordsOf(label))) return null;
  // A code and a label that name two groups say neither.
  const said = byWords(label);
  return said === null || said === code ? code : null;
}

function byWords(text: string): EthnicityCode | null {
  const known = BY_WORDS.get(wordsOf(text));
  if (known) return known;
  for (const sign of [/:/, /\s[-–—]\s/, /,\s(?=[^,]*$)/, /\(/]) {
    const [head = '', ...rest] = text.split(sign);
    const found = rest.length === 0 ? null : ofGroup(wordsOf(head), wordsOf(rest.join(' ')));
    if (found) return found;
  }
  const [, head = '', tail = ''] = HEAD.exec(wordsOf(text)) ?? [];
  return ofGroup(head, tail);
}

function ofGroup(head: string, tail: string): EthnicityCode | null {
  if (tail === '' || ROMA.test(tail) || /^([a-z]\d|ns)$/.test(head)) return null;
  const group = OTHER_OF_GROUP.find(({ begins }) => head.startsWith(begins));
  if (OTHER.test(tail)) return group?.code ?? null;
  const code = BY_WORDS.get(tail) ?? null;
  // White - African is no group that anybody has: the tail must belong to its head.
  return code !== null && (!group || group.groups.some((letter) => code.startsWith(letter)))
    ? code
    : null;
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
