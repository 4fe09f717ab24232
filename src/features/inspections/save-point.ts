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
  versionField,
} from '../../platform/http/parse-form.ts';
import type { FieldError } from '../../ui/layout/page.tsx';

export const pointForm = (today: Day) =>
  z.object({
    place: requiredText('Say where in the report it is', 300),
    point: requiredText('Write what is wrong', 4000),
    'raised-by': requiredText('Say who raised it', 200),
    'raised-on': requiredDay({
      label: 'The day it was raised',
      required: 'Enter the day it was raised',
      notAfter: today,
    }),
    evidence: requiredText('Say what shows it', 4000),
    answer: z.enum(['open', 'accepted', 'rejected'], { error: 'Choose how it is answered' }),
    'answer-reason': optionalText(4000),
    version: versionField,
  });

type PointForm = z.output<ReturnType<typeof pointForm>>;

/** An answer says what was changed, or why nothing was. */
export const pointProblems = (form: PointForm): readonly FieldError[] =>
  form.answer !== 'open' && !form['answer-reason']
    ? [
        {
          field: 'answer-reason',
          message:
            form.answer === 'accepted' ? 'Say what was changed' : 'Say why it is not accepted',
        },
      ]
    : [];

const columnsOf = (form: PointForm, answeredOn: Day) => ({
  place: form.place,
  point: form.point,
  raised_by: form['raised-by'],
  raised_on: form['raised-on'],
  evidence: form.evidence,
  answer: form.answer === 'open' ? null : form.answer,
  answer_reason: form.answer === 'open' ? null : form['answer-reason'],
  answered_on: form.answer === 'open' ? null : answeredOn,
});

/** Logs a point under the next number. */
export async function addPoint(
  tx: Tx,
  actor: Actor,
  at: { readonly inspectionId: string; readonly number: number; readonly today: Day },
  form: PointForm,
): Promise<void> {
  await tx
    .insertInto('inspection_point')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      inspection_id: at.inspectionId,
      number: at.number,
      ...columnsOf(form, at.today),
    })
    .execute();
}

/** Changes or answers a point as it was read; an answer keeps the day it was first given. */
export async function changePoint(
  tx: Tx,
  point: { readonly id: string; readonly answer: string | null; readonly answeredOn: Day | null },
  today: Day,
  form: PointForm,
): Promise<Saved> {
  const answeredOn = form.answer === point.answer ? (point.answeredOn ?? today) : today;
  return savedOf(
    await tx
      .updateTable('inspection_point')
      .set(columnsOf(form, answeredOn))
      .where('id', '=', point.id)
      .where('version', '=', form.version)
      .executeTakeFirst(),
  );
}
