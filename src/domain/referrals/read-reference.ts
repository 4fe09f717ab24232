import { isPlaceholderNumber } from '../text/not-known.ts';

/** A reference read from a cell, none, or one that a spreadsheet has spoilt. */
export type ReadReference =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly reason: string };

const SHORTENED = /^[-+]?\d(?:[.,]\d+)?E[+-]?\d+$/i;
// A spreadsheet keeps fifteen figures of a number; what came back from 4.40001E+11 ends in as many noughts as were lost.
const ROUNDED = /^(?:\d{15}0+|(?=\d{10})\d+?0{6,})$/;
const FRACTION = /^\d+[.,]0+$/;
const DAY_AND_MONTH = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?: .*)?$/;
const MADE_A_DATE =
  /^(?:\d{1,2}[- ][a-z]{3}(?:[- ]\d{2,4})?|[a-z]{3}[- ]\d{2,4}|\d{4}-\d{2}-\d{2}(?:[T ].*)?)$/i;

/** Reads a reference; what a spreadsheet has made of it (4.40001E+11, 12-May) is not what police wrote, and is never matched on. */
export function readReference(text: string): ReadReference {
  const value = text.toUpperCase().replace(/\s/g, '');
  if (isPlaceholderNumber(value)) return { kind: 'missing' };
  if (SHORTENED.test(value) || ROUNDED.test(value) || FRACTION.test(value))
    return damaged(text, 'a long number that a spreadsheet has shortened');
  if (MADE_A_DATE.test(text.trim()) || DAY_AND_MONTH.test(text.trim()))
    return damaged(text, 'a date that a spreadsheet has made of it');
  if (/^\p{L}\D*$/u.test(value)) return damaged(text, 'no reference: it has no figure in it');
  return { kind: 'read', value };
}

const damaged = (text: string, what: string): ReadReference => ({
  kind: 'damaged',
  reason: `“${text.trim()}” is ${what}: ask police for the whole reference, as text`,
});
