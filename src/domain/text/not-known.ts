import { NOT_KNOWN_DAYS, NOT_KNOWN_WORDS, SPREADSHEET_ERRORS } from './not-known.data.ts';
import { visibleText } from './visible-text.ts';

const words = new Set<string>(NOT_KNOWN_WORDS);
const errors = new Set<string>(SPREADSHEET_ERRORS);
const days = new Set<string>(NOT_KNOWN_DAYS);
const ONLY_SIGNS = /^[\s\-–—_.,;:?*/\\~]*$/;

/** Whether a text says that something is not known: blank, signs only, one of the words for it, or a row of x, or a formula that failed. */
export function isNotKnown(text: string): boolean {
  const plain = visibleText(text).trim().toLowerCase();
  if (ONLY_SIGNS.test(plain) || /^#+$/.test(plain)) return true;
  if (errors.has(plain.replace(/[!?]+$/, ''))) return true;
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  return words.has(letters) || /^x{2,}$/.test(letters);
}

/** Whether a date is one that programs put where no day is known. */
export const isNotKnownDay = (text: string): boolean =>
  isNotKnown(text) || days.has(visibleText(text).trim().slice(0, 10));

/** Whether a number is none: words for "not known", or one figure or letter over and over. */
export function isPlaceholderNumber(text: string): boolean {
  if (isNotKnown(text)) return true;
  const signs = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (/^0+$/.test(signs)) return true;
  return signs.length >= 4 && (/^(.)\1+$/u.test(signs) || RUNS.includes(signs));
}

const RUNS = ['123456', '1234567', '12345678', '123456789', '1234567890', '0123456789'];
