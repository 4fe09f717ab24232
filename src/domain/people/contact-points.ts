import { NO_ADDRESS_WORDS } from '../text/not-known.data.ts';
import { isNotKnown } from '../text/not-known.ts';
import { remember } from '../text/remember.ts';
import { visibleText } from '../text/visible-text.ts';

/** A value read from text, an empty cell, or why it cannot be used. */
export type ReadContact =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly reason: string };

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const UK_MOBILE_OR_LINE = /^0[1-37]\d{8,9}$/;
const STREET_WORDS: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  ct: 'court',
  cres: 'crescent',
  dr: 'drive',
  gdns: 'gardens',
  ln: 'lane',
  pl: 'place',
  sq: 'square',
  tce: 'terrace',
  ter: 'terrace',
};

/** A UK postcode in capitals with its one space (em12 7xb becomes EM12 7XB). */
export function readPostcode(text: string): ReadContact {
  const squeezed = visibleText(text)
    .toUpperCase()
    .replace(/[\s\u00a0.-]/g, '');
  if (squeezed === '') return { kind: 'missing' };
  const found = POSTCODE.exec(squeezed);
  if (found) return { kind: 'read', value: `${found[1]} ${found[2]}` };
  return {
    kind: 'invalid',
    reason: `“${text.trim()}” is not a UK postcode: it should look like EM1 4QZ`,
  };
}

/** A phone number with its country, digits only (07700 900123 becomes +447700900123). */
export function readPhone(text: string): ReadContact {
  const digits = text.replace(/\(0\)/g, '').replace(/[\s\u00a0().-]/g, '');
  if (digits === '') return { kind: 'missing' };
  const national = digits.replace(/^(\+|00)44/, '0');
  if (UK_MOBILE_OR_LINE.test(national)) return { kind: 'read', value: `+44${national.slice(1)}` };
  if (/^(\+|00)[1-9]\d{6,14}$/.test(digits)) {
    return { kind: 'read', value: digits.replace(/^00/, '+') };
  }
  return {
    kind: 'invalid',
    reason: `“${text.trim()}” is not a phone number: it should look like 07700 900123`,
  };
}

// ZZ99 is nowhere: the health service's postcodes for no fixed abode, abroad, not known.
const NOWHERE = /^ZZ99/;

/** A postcode that says where somebody lives; null when there is none, or one that stands for nowhere. */
export const postcodeOfHome = remember((text): string | null => {
  const read = readPostcode(text);
  return read.kind === 'read' && !NOWHERE.test(read.value) ? read.value : null;
});

/** An address by which homes are compared; blank when there is none, or words that say so: two children without a home share no home. */
export const addressOfHome = remember((text) => {
  const address = normaliseAddress(text);
  const isNone =
    isNotKnown(text) || NO_ADDRESS_WORDS.some((words) => `${address} `.startsWith(`${words} `));
  return isNone ? '' : address;
});

/** An address as it is compared: small letters, no punctuation, Rd as road. */
const normaliseAddress = remember((text) =>
  visibleText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => STREET_WORDS[word] ?? word)
    .join(' ')
    .replace(/^n f a(?= |$)/, 'nfa'),
);

/**
 * Whether two written addresses are one home: the shorter begins the longer, and it names a door
 * and a street. A town left off does not matter; another door or flat does.
 */
export function isSameAddress(a: string, b: string): boolean {
  const [shorter = '', longer = ''] = [addressOfHome(a), addressOfHome(b)].sort(
    (left, right) => left.length - right.length,
  );
  const hasDoorAndStreet = /\d/.test(shorter) && shorter.split(' ').length >= 3;
  // One word is a town or a site, which many write alike who do not share a home.
  const words = shorter.split(' ').length;
  return shorter === longer
    ? words >= 2
    : hasDoorAndStreet && `${longer} `.startsWith(`${shorter} `);
}
