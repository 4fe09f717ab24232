import type { Day } from '../calendar/day.ts';
import { parseBritishDay } from '../calendar/parse-british-day.ts';
import { startsFormula } from '../csv/safe-cell.ts';
import { REFERRAL_FIELDS, type ReferralField } from './fields.data.ts';
import type { ColumnMapping, SourceRow } from './find-header.ts';
import { type Finding, finding } from './finding.ts';

/** A cell without the spaces around it, and the heading over it. */
export type Cell = { readonly text: string; readonly heading: string };

/** The cells of one row by field. */
export type Cells = (field: ReferralField) => Cell;

const LABELS = new Map<ReferralField, string>(
  REFERRAL_FIELDS.map(({ field, label }) => [field, label]),
);
const IDENTITY: readonly ReferralField[] = ['urn', 'surname', 'forename'];
const NOT_IN_A_NAME = /[^\p{L}\p{M}\s'’‘ʼ`.,()/-]/u;

/** The cell of a field, and the heading over it in this file. */
export function cellOf(row: SourceRow, mapping: ColumnMapping, field: ReferralField): Cell {
  const index = mapping.columns[field];
  const heading = index === undefined ? undefined : mapping.headings[index];
  const raw = index === undefined ? '' : (row.cells[index] ?? '');
  // Spaces at the ends are dropped; a leading tab or new line stays, for it may hide a formula.
  const text = raw.replace(/^[ \u00a0\ufeff]+|[\s\u00a0]+$/g, '');
  return { text, heading: heading ?? LABELS.get(field) ?? field };
}

/** Cells that a spreadsheet or a browser might run: refused where they say who it is, else kept as text. */
export function formulaFindings(cells: Cells): readonly Finding[] {
  return REFERRAL_FIELDS.flatMap(({ field }) => {
    const { text, heading } = cells(field);
    if (text !== '' && startsFormula(text)) {
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

/** Names that hold figures or signs. */
export function nameFindings(cells: Cells): readonly Finding[] {
  return (['surname', 'forename'] as const)
    .map(cells)
    .filter(({ text }) => !startsFormula(text) && NOT_IN_A_NAME.test(text))
    .map(({ text, heading }) =>
      finding(
        'name-unreadable',
        `${heading}: “${text}” holds signs that a name does not have: check the spelling with police`,
      ),
    );
}

/** Reads a date cell; one that cannot be a date becomes a finding. */
export function readDate({ text, heading }: Cell, pivot: Day, findings: Finding[]): Day | null {
  if (text.trim() === '') return null;
  const read = parseBritishDay(text, { pivot });
  if (read.kind === 'day') return read.day;
  findings.push(finding('impossible-date', `${heading}: ${read.reason}`));
  return null;
}
