import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import {
  optionalText,
  requiredDay,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';

export const recommendationForm = z
  .object({
    text: requiredText('Write what is recommended', 4000),
    addressees: severalOf(),
    others: optionalText(1000),
    measure: optionalText(2000),
    version: versionField,
  })
  .transform(({ addressees, others, ...form }, context) => {
    const typed = (others ?? '').split('\n').map((line) => line.trim());
    const named = [...new Set([...addressees, ...typed])].filter((line) => line !== '');
    if (named.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['addressees'],
        message: 'Choose or type who it is addressed to',
      });
    return { ...form, addressees: named };
  });

export const metForm = (today: Day) =>
  z.object({
    'met-on': requiredDay({ label: 'The day', required: 'Enter the day', notAfter: today }),
    'met-evidence': requiredText('Say what shows that it was met', 4000),
    version: versionField,
  });

/** Adds a recommendation under the next number of its inspection. */
export async function addRecommendation(
  tx: Tx,
  actor: Actor,
  at: { readonly inspectionId: string; readonly number: number },
  form: z.output<typeof recommendationForm>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('inspection_recommendation')
    .values({
      service_id: actor.serviceId,
      id,
      inspection_id: at.inspectionId,
      number: at.number,
      recommendation: form.text,
      addressees: form.addressees,
      measure: form.measure,
    })
    .execute();
  return id;
}

type Values = {
  readonly recommendation?: string;
  readonly addressees?: string[];
  readonly measure?: string | null;
  readonly met_on?: Day;
  readonly met_evidence?: string;
};

/** Changes a recommendation as it was read, or says that it was met. */
export async function changeRecommendation(
  tx: Tx,
  id: string,
  version: number,
  values: Values,
): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('inspection_recommendation')
      .set(values)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  );
}
