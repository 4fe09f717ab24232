import { createHash } from 'node:crypto';
import type { Day } from '../../../domain/calendar/day.ts';
import { fullName } from '../../../domain/people/display-name.ts';
import type { JudgedRow, RowChild, RowVerdict } from '../../../domain/referrals/judged-row.ts';
import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';

/** One line of a preview or report. */
export type ReportRow = {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly reasons: readonly string[];
  readonly child: RowChild | null;
  readonly name: string;
  readonly dateOfBirth: Day | null;
  readonly urn: string | null;
  readonly offences: readonly string[];
  readonly makes: 'child-and-referral' | 'referral' | 'offences' | 'hold' | 'nothing';
  /** Set once it is made. */
  readonly childId?: string;
  readonly referralId?: string;
  readonly holdId?: string;
  /** What a person decided of it before the import. */
  readonly decided?: string;
  /** Whether it is in the record. */
  readonly isMade?: boolean;
};

export type Report = { readonly judgedAt: string; readonly rows: readonly ReportRow[] };

/** How many rows there are of each verdict, and what they make. */
export type Counts = Record<
  RowVerdict | 'newChildren' | 'newReferrals' | 'addedOffences' | 'newHolds' | 'repeated',
  number
>;

/** A row of an earlier list that was held: by its fingerprint, when, and what was decided. */
export type EarlierHold = {
  readonly fingerprint: string;
  readonly since: string;
  readonly resolution: string | null;
};

const MAKES = {
  'new-child': 'child-and-referral',
  'new-referral': 'referral',
  'added-offences': 'offences',
  nothing: 'nothing',
} as const;
const DECIDED: Readonly<Record<string, string>> = {
  created: 'a new child was made',
  matched: 'it was put with a known child',
  discarded: 'it was no referral',
};

/** Tells the same row when it comes again, whatever file and line it is on. */
export function fingerprintOf(values: ReferralValues): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

/** A judged row as preview and report show it; a row that somebody was asked about before is not asked again. */
export function reportRow(judged: JudgedRow, earlier: ReadonlyMap<string, EarlierHold>): ReportRow {
  const { row, verdict, child, values } = judged;
  const before = verdict === 'hold' ? earlier.get(fingerprintOf(values)) : undefined;
  const isHeld = verdict === 'hold' && !before;
  return {
    row,
    verdict,
    reasons: before ? [sayBefore(before), ...judged.reasons] : judged.reasons,
    child,
    name: fullName(values),
    dateOfBirth: values.dateOfBirth,
    urn: values.urn,
    offences: values.offences,
    makes: isHeld ? 'hold' : MAKES[judged.effect.kind],
  };
}

function sayBefore({ since, resolution }: EarlierHold): string {
  return resolution === null
    ? `The same row already waits for a decision since ${since}: nobody is asked twice`
    : `The same row was decided before (held ${since}): ${DECIDED[resolution] ?? resolution}. Nothing new is made`;
}

/** What is kept of a report beside its rows: when it was made, its counts, and what of the file is not read. */
export const keptReport = (now: Date, counts: Counts, notRead: readonly string[]): string =>
  JSON.stringify({ judgedAt: now.toISOString(), counts, notRead });

/** What is counted of a row, or of several that are alike in it. */
export type Counted = Pick<ReportRow, 'verdict' | 'makes'> & { readonly count?: number };

/** Counts a report. */
export function countsOf(rows: readonly Counted[]): Counts {
  const counts: Counts = {
    create: 0,
    match: 0,
    hold: 0,
    refuse: 0,
    newChildren: 0,
    newReferrals: 0,
    addedOffences: 0,
    newHolds: 0,
    repeated: 0,
  };
  for (const { verdict, makes, count = 1 } of rows) {
    counts[verdict] += count;
    if (makes === 'child-and-referral') counts.newChildren += count;
    if (makes === 'child-and-referral' || makes === 'referral') counts.newReferrals += count;
    if (makes === 'offences') counts.addedOffences += count;
    if (makes === 'hold') counts.newHolds += count;
    if (makes === 'nothing' && (verdict === 'create' || verdict === 'match'))
      counts.repeated += count;
  }
  return counts;
}
