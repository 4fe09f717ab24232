import type { RowVerdict } from '../../../domain/referrals/judged-row.ts';
import type { ReportRow } from './report-rows.ts';

export const csvHeader = [
  'Row',
  'Verdict',
  'URN',
  'Child',
  'Date of birth',
  'Offences',
  'What is made',
  'Why, and what to do',
] as const;

/** Verdicts in words. */
export const verdictWords: Readonly<Record<RowVerdict, string>> = {
  create: 'New child',
  match: 'Known child',
  hold: 'Held',
  refuse: 'Refused',
};

/** What a row makes, before the import and after it. */
export function makesWords({ makes, isMade }: Pick<ReportRow, 'makes' | 'isMade'>): string {
  const will: Readonly<Record<ReportRow['makes'], readonly [string, string]>> = {
    'child-and-referral': [
      'A record and a referral will be made',
      'A record and a referral were made',
    ],
    referral: ['A referral will be added', 'A referral was added'],
    offences: ['An offence will be added to a referral', 'An offence was added to a referral'],
    hold: ['A person will decide', 'Waits for a person to decide'],
    nothing: ['Nothing will be made', 'Nothing was made'],
  };
  return will[makes][isMade ? 1 : 0];
}

/** A row of the report for a spreadsheet. */
export const csvRow = (row: ReportRow) => [
  row.row,
  verdictWords[row.verdict],
  row.urn,
  row.name,
  row.dateOfBirth,
  row.offences.join('; '),
  makesWords(row),
  row.reasons.join('\n'),
];
