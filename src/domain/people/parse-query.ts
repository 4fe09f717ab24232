import type { Day } from '../calendar/day.ts';
import { parseBritishDay } from '../calendar/parse-british-day.ts';
import { readPhone, readPostcode } from './contact-points.ts';
import { nicknameKeys } from './nicknames.ts';
import { nameWords } from './normalise-name.ts';
import { readIdentifier } from './read-identifier.ts';
import { identifierKey } from './search-keys.ts';
import { soundKeys } from './sounds.ts';

/** One thing that a search text may mean; a text can mean several at once. */
export type QueryPart =
  | { readonly kind: 'dob'; readonly day: Day }
  | { readonly kind: 'postcode'; readonly postcode: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'identifier'; readonly identifier: string }
  | {
      readonly kind: 'name';
      readonly words: readonly string[];
      readonly sounds: readonly string[];
      readonly nicknames: readonly string[];
    };

const POSTCODE_IN_TEXT = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const DATE_IN_TEXT =
  /\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\s+\d{4})(?!\S)/i;
const PHONE_IN_TEXT = /(?<!\S)\+?[\d(][\d\s()-]{8,}\d(?!\S)/;
const IDENTIFIER_WORD = /^(?=.*\d)[\p{L}\d/_-]{3,}$/u;
const TEN_DIGITS_WITH_GAPS = /(?<!\S)\d{3}\s\d{3}\s\d{4}(?!\S)/;

/**
 * What the text in the search box may mean, each kind at most once but identifiers. `pivot` is the
 * latest day a date of birth may be: today.
 */
export function parseQuery(text: string, pivot: Day): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  let rest = text.normalize('NFC').trim();
  const take = (pattern: RegExp, read: (found: string) => QueryPart | null) => {
    const found = pattern.exec(rest)?.[0];
    const part = found === undefined ? null : read(found);
    if (found === undefined || part === null) return;
    parts.push(part);
    rest = rest.replace(found, ' ');
  };
  take(DATE_IN_TEXT, (found) => {
    const read = parseBritishDay(found, { pivot });
    return read.kind === 'day' ? { kind: 'dob', day: read.day } : null;
  });
  take(POSTCODE_IN_TEXT, (found) => {
    const read = readPostcode(found);
    return read.kind === 'read' ? { kind: 'postcode', postcode: read.value } : null;
  });
  const nhsLike = TEN_DIGITS_WITH_GAPS.exec(rest)?.[0];
  if (nhsLike) parts.push({ kind: 'identifier', identifier: identifierKey(nhsLike) });
  take(PHONE_IN_TEXT, (found) => {
    const read = readPhone(found);
    return read.kind === 'read' ? { kind: 'phone', phone: read.value } : null;
  });
  const words = (nhsLike ? rest.replace(nhsLike, ' ') : rest).split(/[\s,;]+/);
  for (const word of words.filter((each) => IDENTIFIER_WORD.test(each))) {
    const police = readIdentifier('pnc', word);
    const ways = [word, ...(police.kind === 'read' ? [police.value] : [])].map(identifierKey);
    for (const identifier of new Set(ways)) parts.push({ kind: 'identifier', identifier });
  }
  const names = words.filter((word) => !/\d/.test(word)).flatMap(nameWords);
  if (names.length > 0) parts.push(namePart(names));
  return parts;
}

function namePart(words: readonly string[]): QueryPart {
  return {
    kind: 'name',
    words,
    sounds: [...new Set(words.flatMap(soundKeys))],
    nicknames: [...new Set(words.flatMap(nicknameKeys))],
  };
}
