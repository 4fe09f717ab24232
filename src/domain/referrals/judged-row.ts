import type { Day } from '../calendar/day.ts';
import type { MatchVerdict } from '../people/match-rules.data.ts';
import type { PersonFacts } from '../people/person.ts';
import type { ReferralValues } from './referral-values.ts';

/** What happens to a row: a new child, a known one, a person decides, or back to the sender. */
export type RowVerdict = 'create' | 'match' | 'hold' | 'refuse';

/** A referral that a child on record already has. */
export type ExistingReferral = {
  readonly urn: string;
  /** Offences in the sender's words, by which a repeat is known. */
  readonly offences: readonly { readonly text: string; readonly offenceDate: Day | null }[];
};

/** A child on record, as far as matching needs; restricted records that the asker may not see are left out by the caller. */
export type ExistingChild = PersonFacts & {
  readonly id: string;
  readonly referrals: readonly ExistingReferral[];
};

/** Somebody already known: a record, or the child of an earlier row of the same list. */
export type KnownChild =
  | {
      readonly kind: 'record';
      readonly id: string;
      readonly name: string;
      readonly dateOfBirth: Day | null;
    }
  | {
      readonly kind: 'row';
      readonly row: number;
      readonly name: string;
      readonly dateOfBirth: Day | null;
    };

/** The child of a row: to be made, already known, or as the list has it while a person decides. */
export type RowChild =
  | KnownChild
  | ({ readonly kind: 'new' | 'as-sent' } & Pick<
      ReferralValues,
      | 'surname'
      | 'forename'
      | 'dateOfBirth'
      | 'sex'
      | 'ethnicity'
      | 'address'
      | 'postcode'
      | 'postcodeWritten'
    >);

/** Somebody whom the child resembles, for the person who decides. */
export type Candidate = {
  readonly child: KnownChild;
  readonly verdict: MatchVerdict;
  readonly score: number;
  readonly reasons: readonly string[];
};

/** What the import does for the row. */
export type RowEffect =
  | { readonly kind: 'new-child' }
  | { readonly kind: 'new-referral' }
  | { readonly kind: 'added-offences'; readonly offences: readonly string[] }
  | { readonly kind: 'nothing' };

/** The verdict on one row of the list. */
export type JudgedRow = {
  /** The line of the file on which the row begins, from 1. */
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly reasons: readonly string[];
  readonly child: RowChild | null;
  readonly effect: RowEffect;
  readonly candidates: readonly Candidate[];
  readonly values: ReferralValues;
};
