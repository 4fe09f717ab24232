import { z } from 'zod';
import type { Gravity } from '../../domain/panels/gravity.data.ts';
import { type GravityFactor, gravityOf } from '../../domain/panels/gravity.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { optionalText, severalOf, versionField } from '../../platform/http/parse-form.ts';

export const gravityForm = z.object({
  base: z.enum(['1', '2', '3', '4', '5'], {
    error: 'Select the score of the most serious offence',
  }),
  factors: severalOf(),
  note: optionalText(4000),
  version: versionField,
});

export const asGravity = (value: number): Gravity =>
  value <= 1 ? 1 : value === 2 ? 2 : value === 3 ? 3 : value === 4 ? 4 : 5;

/** Keeps the offence's score, the factors that weighed and where they lead; false when the item moved on meanwhile. */
export async function scoreGravity(
  tx: Tx,
  itemId: string,
  form: z.output<typeof gravityForm>,
  known: readonly GravityFactor[],
): Promise<boolean> {
  const factors = known.filter(({ code }) => form.factors.includes(code));
  const found = gravityOf(asGravity(Number(form.base)), factors);
  const result = await tx
    .updateTable('panel_item')
    .set({
      gravity_base: found.base,
      gravity_factors: JSON.stringify(factors.map(({ code }) => code)),
      gravity: found.score,
      gravity_note: form.note,
    })
    .where('id', '=', itemId)
    .where('version', '=', form.version)
    .where('state', 'in', ['listed', 'ready'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
