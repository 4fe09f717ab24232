import type { Day } from '../calendar/day.ts';
import type { Sex } from './sex.ts';

/** A number that belongs to one person: NHS, PNC, ULN, a case number in another system. */
export type Identifier = { readonly kind: string; readonly value: string };

/** What is known of somebody when asking whether two records are one person. */
export type PersonFacts = {
  readonly surname: string | null;
  readonly forename: string | null;
  /** Former names, names on the street, a parent's surname; a whole name or one word each. */
  readonly alsoKnownAs?: readonly string[];
  readonly dateOfBirth: Day | null;
  readonly sex: Sex;
  readonly address?: string | null;
  readonly postcode?: string | null;
  readonly phones?: readonly string[];
  readonly identifiers?: readonly Identifier[];
};
