import type { FormFault } from '../../../domain/form-fault.ts';
import { REFERRAL_FIELDS, type ReferralField } from '../../../domain/referrals/fields.data.ts';
import { isNeeded, type KeptMapping } from '../../../domain/referrals/map-columns.ts';

const isField = (text: string): text is ReferralField =>
  REFERRAL_FIELDS.some(({ field }) => field === text);

export const columnName = (index: number) => `column-${index}`;

/** Reads what somebody said each column means, by its place; a needed thing that no column tells, or two tell, is an error. */
export function readColumns(
  header: readonly string[],
  said: (name: string) => string,
): { readonly mapping: KeptMapping; readonly errors: readonly FormFault[] } {
  const columnOf = new Map<ReferralField, number>();
  const errors: FormFault[] = [];
  const mapping = header.map((heading, index) => {
    const field = said(columnName(index));
    if (!isField(field)) return 'leave-out' as const;
    const other = columnOf.get(field);
    if (other !== undefined)
      errors.push({
        field: columnName(index),
        message: `Columns ${other + 1} (${nameOf(header[other])}) and ${index + 1} (${nameOf(heading)}) are both said to be ${labelOf(field)}: choose one`,
      });
    else columnOf.set(field, index);
    return field;
  });
  for (const { field, label } of REFERRAL_FIELDS)
    if (isNeeded(field, (each) => columnOf.has(each)) && !columnOf.has(field))
      errors.push({ field: columnName(0), message: `Say which column is ${label}` });
  if (columnOf.has('wholeName') && (columnOf.has('surname') || columnOf.has('forename')))
    errors.push({
      field: columnName(columnOf.get('wholeName') ?? 0),
      message: 'Choose either a column for the whole name, or one for each of the two names',
    });
  return { mapping, errors };
}

const labelOf = (field: ReferralField) =>
  REFERRAL_FIELDS.find((each) => each.field === field)?.label ?? field;

const nameOf = (heading = '') => (heading.trim() === '' ? 'no heading' : heading.trim());
