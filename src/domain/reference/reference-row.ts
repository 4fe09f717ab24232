import { z } from 'zod';
import type { Day } from '../calendar/day.ts';

/** A row of a code list as it is loaded: what the list adds to code and label is in `attributes`. */
export type ReferenceRow = {
  code: string;
  label: string;
  attributes: Readonly<Record<string, unknown>>;
  source: string;
  confidence: string;
  validFrom: Day | null;
  validTo: Day | null;
};

/** A yes or no of a code list, which a file spells as a word. */
export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
]);

/** A whole number of a code list, or null where the file leaves it empty. */
export const wholeOrNull = z
  .union([z.literal('').transform(() => null), z.coerce.number().int()])
  .nullish()
  .transform((value) => value ?? null);

/** Reads a row's attributes; a row that does not fit is a mistake in the reference data and names itself. */
export function attributesOf<S extends z.ZodType>(
  row: Pick<ReferenceRow, 'code' | 'attributes'>,
  schema: S,
): z.output<S> {
  const parsed = schema.safeParse(row.attributes);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`Reference code ${row.code}: ${issue?.path.join('.')} ${issue?.message}`);
}
