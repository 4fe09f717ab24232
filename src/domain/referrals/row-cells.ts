import type { Day } from '../calendar/day.ts';
import { parseBritishDay } from '../calendar/parse-british-day.ts';
import { startsFormula } from '../csv/safe-cell.ts';
import { isNotKnownDay } from '../text/not-known.ts';
import { visibleText } from '../text/visible-text.ts';
import { REFERRAL_FIELDS, type ReferralField } from './fields.data.ts';
import { type Finding, finding } from './finding.ts';
import type { ColumnMapping, SourceRow } from './map-columns.ts';

/** A cell without the spaces around it or the signs that nobody sees, and the heading over it; no heading where no column tells the field. */
export type Cell = { readonly text: string; readonly heading: string | null };

/** The cells of one row by field. */
export type Cells = (field: ReferralField) => Cell;

const IDENTITY: readonly ReferralField[] = ['urn', 'surname', 'forename', 'wholeName'];

/** The cell of a field, and the heading over it in this file. */
export function cellOf(row: SourceRow, mapping: ColumnMapping, field: ReferralField): Cell {
  const index = mapping.columns[field];
  if (index === undefined) return { text: '', heading: null };
  const text = plainCell(row.cells[index] ?? '');
  const label = REFERRAL_FIELDS.find((each) => each.field === field)?.label ?? field;
  return { text, heading: mapping.headings[index] || label };
}

/** A cell as it is read: spaces at the ends are dropped; a leading tab or new line stays, for it may hide a formula. */
export const plainCell = (raw: string): string =>
  visibleText(raw).replace(/^[ \u00a0]+|[\s\u00a0]+$/g, '');

/** Whether a spreadsheet might run a cell; signs alone are nothing to run. */
export const isFormula = (text: string): boolean =>
  !/^[-+=@\s]*$/.test(text) && startsFormula(text);

/** Cells that a spreadsheet or a browser might run: refused where they say who it is, else kept as text. */
export function formulaFindings(cells: Cells): readonly Finding[] {
  return REFERRAL_FIELDS.flatMap(({ field }) => {
    const { text, heading } = cells(field);
    if (isFormula(text)) {
      return IDENTITY.includes(field)
        ? [
            finding(
              'formula-in-identity',
              `${heading}: “${text.trim()}” starts like a spreadsheet formula. Ask police for the true ${heading} and put it there as plain text`,
            ),
          ]
        : [
            finding(
              'kept-as-text',
              `${heading}: “${text.trim()}” looks like a formula and is kept as plain text`,
            ),
          ];
    }
    const isMarkup = /<\/?[a-z][^>]*>/i.test(text);
    return isMarkup
      ? [
          finding(
            'kept-as-text',
            `${heading}: “${text}” looks like markup and is kept as plain text`,
          ),
        ]
      : [];
  });
}

// Before it nobody was born who is in any list.
const LONG_AGO = '1900-01-01';

/** Reads a date cell; one that cannot be a date becomes a finding, words for "not known" an empty cell. */
export function readDate({ text, heading }: Cell, pivot: Day, findings: Finding[]): Day | null {
  if (isNotKnownDay(text)) return null;
  const read = parseBritishDay(text, { pivot });
  if (read.kind === 'day' && read.day >= LONG_AGO) return isNotKnownDay(read.day) ? null : read.day;
  if (read.kind === 'day') {
    findings.push(
      finding(
        'impossible-date',
        `${heading}: ${text} is too long ago: ask the sender for the year`,
      ),
    );
    return null;
  }
  findings.push(finding('impossible-date', `${heading}: ${read.reason}`));
  return null;
}
