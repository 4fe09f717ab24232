import type { SourceRow } from './map-columns.ts';
import type { OutcomeWording } from './referral-values.ts';

/** The day on which the lists of the tests are read. */
export const today = '2026-11-02';

/** Wordings of proposed outcomes as a service's reference data has them. */
export const outcomeWordings: readonly OutcomeWording[] = [
  { label: 'CR', outcome: 'community-resolution' },
  { label: 'YC', outcome: 'youth-caution' },
  { label: 'O22', outcome: 'outcome-22' },
  { label: 'Outcome 22', outcome: 'outcome-22' },
  { label: 'For panel', outcome: null },
];

/** The headings of the lists of the tests, in the order of `plain`. */
const headings = {
  urn: 'URN',
  surname: 'Surname',
  forename: 'Forename(s)',
  dob: 'D.O.B',
  sex: 'Sex',
  ethnicity: 'Self-defined ethnicity',
  address: 'Address',
  postcode: 'Postcode',
  offence: 'Offence',
  offenceDate: 'Offence date',
  officer: 'OIC',
  outcome: 'Proposed outcome',
  admission: 'Admission',
  victim: 'Victim?',
  consents: 'Victim consents to share details',
  coSuspect: 'Co-suspect URN',
  referred: 'Date referred to YJS',
} as const;

/** One cell for each heading. */
export type Cells = Record<keyof typeof headings, string>;

/** A row with nothing odd about it, to be changed in one cell. */
export const plain: Cells = {
  urn: '07ZZ/1001/26',
  surname: 'Ashdown-Obi',
  forename: 'Tegan',
  dob: '14/05/2012',
  sex: 'F',
  ethnicity: 'M2',
  address: '12 Lantern Street, Eastmarsh',
  postcode: 'EM4 2AB',
  offence: 'Theft from shop',
  offenceDate: '05/10/2026',
  officer: 'PC 9001',
  outcome: 'CR',
  admission: 'Yes',
  victim: 'Y',
  consents: 'N',
  coSuspect: '',
  referred: '09/10/2026',
};

/** A list as a force sends it: a marking, a title, the headings, then rows from line 4. */
export function listOf(...rows: readonly Partial<Cells>[]): readonly SourceRow[] {
  const keys = Object.keys(headings) as (keyof Cells)[];
  return [
    { line: 1, cells: ['OFFICIAL-SENSITIVE'] },
    { line: 2, cells: ['Referrals to Eastmarsh'] },
    { line: 3, cells: keys.map((key) => headings[key]) },
    ...rows.map((row, index) => ({
      line: index + 4,
      cells: keys.map((key) => ({ ...plain, ...row })[key]),
    })),
  ];
}
