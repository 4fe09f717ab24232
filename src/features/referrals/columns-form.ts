import { REFERRAL_FIELDS, type ReferralField } from '../../domain/referrals/fields.data.ts';
import { headingKey, type KeptMapping } from '../../domain/referrals/find-header.ts';
import type { FormError } from '../../platform/http/parse-form.ts';

const isField = (text: string): text is ReferralField =>
  REFERRAL_FIELDS.some(({ field }) => field === text);

export const columnName = (index: number) => `column-${index}`;

/** Reads what somebody said each column means; a needed thing that no column tells, or two tell, is an error. */
export function readColumns(
  header: readonly string[],
  said: (name: string) => string,
): { readonly mapping: KeptMapping; readonly errors: readonly FormError[] } {
  const mapping: Record<string, ReferralField | 'leave-out'> = {};
  const columnOf = new Map<ReferralField, number>();
  const errors: FormError[] = [];
  for (const [index, heading] of header.entries()) {
    const field = said(columnName(index));
    if (headingKey(heading) === '') continue;
    if (!isField(field)) {
      mapping[headingKey(heading)] ??= 'leave-out';
      continue;
    }
    const other = columnOf.get(field);
    if (other !== undefined) {
      const label = REFERRAL_FIELDS.find((each) => each.field === field)?.label ?? field;
      errors.push({
        field: columnName(index),
        message: `“${header[other]}” and “${heading}” are both said to be ${label}: choose one`,
      });
      continue;
    }
    columnOf.set(field, index);
    mapping[headingKey(heading)] = field;
  }
  for (const { field, label, required } of REFERRAL_FIELDS) {
    if (required && !columnOf.has(field))
      errors.push({ field: columnName(0), message: `Say which column is ${label}` });
  }
  return { mapping, errors };
}
