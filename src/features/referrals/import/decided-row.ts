import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import type { ReportRow } from './report-rows.ts';

/** What a person decided of a held row before its list is imported. A child on record whom they named stands beside it. */
export type DecidedRow = {
  readonly kind: 'created' | 'matched' | 'discarded';
  /** The row of the same list whose child it is; null when it is another's. */
  readonly row: number | null;
  /** The row with what they put right. */
  readonly values: ReferralValues;
  readonly note: string;
  readonly makes: ReportRow['makes'];
  /** The decision in words, for preview and report. */
  readonly says: string;
};

/** The same as the import takes it: whose child, who decided, and when. */
export type Decision = DecidedRow & {
  readonly childId: string | null;
  readonly by: string;
  readonly at: string;
  /** Whether it is still asked as it was decided: nobody is in question who was not then. */
  readonly stands: boolean;
};
