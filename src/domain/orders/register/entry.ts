import type { Day } from '../../calendar/day.ts';
import type { Sex } from '../../people/sex.ts';

/** What a register says of one child at one hearing; null is "the register does not say". */
export type EntryValues = {
  readonly surname: string | null;
  readonly forename: string | null;
  readonly dateOfBirth: Day | null;
  readonly sex: Sex;
  readonly address: string | null;
  readonly postcode: string | null;
  /** The case or application reference. */
  readonly urn: string | null;
  readonly court: string | null;
  readonly heardOn: Day | null;
  readonly heardAt: string | null;
  readonly kind: string | null;
  readonly attended: 'in-person' | 'by-link' | 'not-known';
  readonly nextOn: Day | null;
  readonly nextAt: string | null;
  readonly results: readonly RegisterResult[];
};

/** One result, about an offence in the register's words, by a code of our list. */
export type RegisterResult = {
  readonly offence: string | null;
  readonly code: string;
  readonly words: string | null;
};

/** Something noticed in an entry, in a sentence that says what to do; whether a person must decide the entry for it. */
export type Noticed = { readonly holds: boolean; readonly says: string };

/** An entry of a register: all its rows about one child at one hearing. */
export type Entry = {
  /** The lines of the file on which it stands, from 1. */
  readonly lines: readonly number[];
  readonly values: EntryValues;
  readonly noticed: readonly Noticed[];
};

/** A code of the list court_result, and what it leads to. */
export type ResultCode = {
  readonly code: string;
  readonly label: string;
  /** What kind of result it is: order, remand, sending and others. */
  readonly kind: string;
};

export const notInList = 'not-in-list';
