/** The headings of the lists of the tests, as one force sends them. */
export const headings = [
  'URN',
  'Surname',
  'Forename(s)',
  'D.O.B',
  'Sex',
  'Self-defined ethnicity',
  'Address',
  'Postcode',
  'Offence',
  'Offence date',
  'OIC',
  'Proposed outcome',
  'Admission',
  'Victim?',
  'Victim consents to share details',
  'Co-suspect URN',
  'Date referred to YJS',
] as const;

type Heading = (typeof headings)[number];

const plain: Record<Heading, string> = {
  URN: '07ZZ/1001/26',
  Surname: 'Ashdown-Obi',
  'Forename(s)': 'Tegan',
  'D.O.B': '14/05/2012',
  Sex: 'F',
  'Self-defined ethnicity': 'M2',
  Address: '12 Lantern Street, Eastmarsh',
  Postcode: 'EM4 2AB',
  Offence: 'Theft from shop',
  'Offence date': '05/01/2026',
  OIC: 'PC 9001',
  'Proposed outcome': 'CR',
  Admission: 'Yes',
  'Victim?': 'Y',
  'Victim consents to share details': 'N',
  'Co-suspect URN': '',
  'Date referred to YJS': '09/01/2026',
};

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A list as CSV text: a marking, the headings, then each row with the given cells changed. Rows begin on line 3. */
export function listText(
  rows: readonly Partial<Record<Heading, string>>[],
  names: Partial<Record<Heading, string>> = {},
): string {
  const lines = rows.map((row) => headings.map((heading) => quoted({ ...plain, ...row }[heading])));
  return [['OFFICIAL-SENSITIVE'], headings.map((heading) => names[heading] ?? heading), ...lines]
    .map((cells) => cells.join(','))
    .join('\r\n');
}

/** The list as an uploaded file. */
export const listFile = (
  rows: Parameters<typeof listText>[0],
  name = 'list.csv',
  names: Parameters<typeof listText>[1] = {},
): File => new File([listText(rows, names)], name, { type: 'text/csv' });
