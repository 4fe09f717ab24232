import type { Day } from '../calendar/day.ts';
import type { EthnicityCode } from '../people/ethnicity.ts';
import type { Sex } from '../people/sex.ts';
import type { Finding } from './finding.ts';
import type { Admission, YesNo } from './read-answers.ts';

/** A wording of a proposed outcome and the outcome it means; null leaves it to the panel. */
export type OutcomeWording = { readonly label: string; readonly outcome: string | null };

/** What reading needs besides the row: reference data and today. */
export type ReadOptions = {
  readonly today: Day;
  readonly outcomeWordings: readonly OutcomeWording[];
};

/** What one row says, with every cell read; null is "the list does not say". */
export type ReferralValues = {
  readonly urn: string | null;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly dateOfBirth: Day | null;
  readonly sex: Sex;
  readonly ethnicity: EthnicityCode | null;
  readonly address: string | null;
  readonly postcode: string | null;
  /** What stood there instead of a postcode, as police wrote it. */
  readonly postcodeWritten?: string;
  readonly offences: readonly string[];
  readonly offenceDate: Day | null;
  readonly officer: string | null;
  /** As police wrote it. */
  readonly proposedOutcome: string | null;
  /** Code of the outcome that the wording means; null also when it is left to the panel. */
  readonly proposedOutcomeCode: string | null;
  readonly admission: Admission;
  readonly hasVictim: YesNo;
  readonly victimConsents: YesNo | 'not-applicable';
  readonly coSuspectUrns: readonly string[];
  readonly referredOn: Day | null;
};

/** A row with what was noticed while reading it. */
export type ReadRow = {
  readonly line: number;
  readonly values: ReferralValues;
  readonly findings: readonly Finding[];
};
