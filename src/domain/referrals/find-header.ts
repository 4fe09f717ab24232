import { REFERRAL_FIELDS, type ReferralField } from './fields.data.ts';
import {
  type ColumnMapping,
  columnsByHeading,
  columnsByPlace,
  fieldOfHeading,
  headerKey,
  type KeptMappings,
  type SourceRow,
} from './map-columns.ts';

/** The header of a list, or why none could be found. */
export type FoundHeader =
  | { readonly kind: 'found'; readonly mapping: ColumnMapping }
  | { readonly kind: 'not-found'; readonly reason: string };

/** How many rows from the top the headings may stand. */
export const LOOK_DOWN = 40;
const FEWEST_HEADINGS = 3;

/**
 * Finds the header below marking and title rows: a row of the first forty whose columns somebody has explained, else the one
 * with most headings we know.
 */
export function findHeader(
  rows: readonly SourceRow[],
  kept: KeptMappings = new Map(),
): FoundHeader {
  const top = rows.slice(0, LOOK_DOWN);
  for (const row of top) {
    const said = kept.get(headerKey(row.cells));
    if (said) return { kind: 'found', mapping: columnsByPlace(row, said) };
  }
  let best: { row: SourceRow; known: number } | null = null;
  for (const row of top) {
    const known = new Set(row.cells.map(fieldOfHeading).filter((field) => field !== null)).size;
    if (known >= FEWEST_HEADINGS && known > (best?.known ?? 0)) best = { row, known };
  }
  if (best) return { kind: 'found', mapping: columnsByHeading(best.row) };
  return {
    kind: 'not-found',
    reason: `No row of the first ${LOOK_DOWN} has headings such as URN, Surname, Date of birth: add a heading row, or map the columns by hand`,
  };
}

/** What is wrong with the columns of a list, in sentences that say what to do; empty when its rows can be read. */
export function columnFaults({ missing, doubled }: ColumnMapping): readonly string[] {
  return [
    ...doubled.map(({ heading, field, indexes }) => {
      const places = indexes.map((index) => index + 1).join(' and ');
      if (indexes.length === 1)
        return `${heading} (column ${places}) stands beside the victim’s columns: say whose it is`;
      return `${heading} stands twice (columns ${places}): say which is the ${subjectOf(field)}`;
    }),
    ...(missing.length > 0
      ? [`no column has the heading ${missing.map(({ label }) => label).join(', ')}`]
      : []),
  ];
}

const OF_THE_SUSPECT: readonly ReferralField[] = [
  'surname',
  'forename',
  'wholeName',
  'dateOfBirth',
];

function subjectOf(field: ReferralField): string {
  const label = REFERRAL_FIELDS.find((each) => each.field === field)?.label ?? field;
  return OF_THE_SUSPECT.includes(field) ? 'suspect’s' : label;
}
