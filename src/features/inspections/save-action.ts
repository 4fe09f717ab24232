import { z } from 'zod';
import { type Actor, can } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import {
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import type { FieldError } from '../../ui/layout/page.tsx';
import type { RecommendedAction } from './recommendations.queries.ts';

export const actionForm = z
  .object({
    what: requiredText('Write what will be done', 2000),
    owner: optionalText(40),
    'owner-name': optionalText(200),
    agency: optionalText(100),
    due: requiredDay({ label: 'The day', required: 'Enter by when' }),
  })
  .superRefine((form, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!form.owner && !form['owner-name']) say('owner', 'Choose or type who does it');
    if (!form.owner && form['owner-name'] && !form.agency)
      say('agency', 'Enter the agency they are from');
  });

type Owner = { readonly id: string; readonly name: string; readonly agency: string };

/** Promises an action for a recommendation; the day first promised is kept for good. */
export async function addAction(
  tx: Tx,
  actor: Actor,
  recommendationId: string,
  form: z.output<typeof actionForm>,
  owner: Owner | undefined,
): Promise<void> {
  await tx
    .insertInto('action')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      about_table: 'inspection_recommendation',
      about_id: recommendationId,
      what: form.what,
      owner_id: owner?.id ?? null,
      owner_name: owner?.name ?? form['owner-name'] ?? '',
      agency: owner?.agency ?? form.agency ?? '',
      original_due: form.due,
      due_on: form.due,
    })
    .execute();
}

export const reportForm = (today: Day) =>
  z
    .object({
      result: z.enum(['progress', 'moved', 'done'], { error: 'Choose how it stands' }),
      evidence: requiredText(
        'Write what was done and where it can be seen, or why it is moved',
        4000,
      ),
      impact: optionalText(4000),
      'move-to': optionalDay({ label: 'The new day', notBefore: today }),
      version: versionField,
    })
    .superRefine((form, context) => {
      if (form.result === 'moved' && !form['move-to'])
        context.addIssue({ code: 'custom', path: ['move-to'], message: 'Enter the new day' });
    });

type Report = z.output<ReturnType<typeof reportForm>>;

/** Whoever owns an action, or holds the inspection, reports on it. */
export const mayReport = (actor: Actor, action: RecommendedAction) =>
  action.doneOn === null && (can(actor, 'inspection.edit') || action.ownerId === actor.staffId);

/** Nobody says of their own action that it is done, nor of one whose owner's name they only typed: it could be their own. */
export const mayFinish = (actor: Actor, action: RecommendedAction) =>
  can(actor, 'inspection.edit') && (action.ownerId ?? action.addedBy) !== actor.staffId;

export const reportProblems = (
  actor: Actor,
  action: RecommendedAction,
  form: Report,
): readonly FieldError[] =>
  form.result === 'done' && !mayFinish(actor, action)
    ? [
        {
          field: 'result',
          message:
            'Somebody else says that your action, or one you added, is done: report what was done, and ask them',
        },
      ]
    : [];

/** What came of an action; the day first promised never changes. */
export async function reportAction(
  tx: Tx,
  action: RecommendedAction,
  today: Day,
  form: Report,
): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('action')
      .set({
        done_on: form.result === 'done' ? today : null,
        evidence: form.evidence,
        impact: form.impact,
        due_on: form.result === 'moved' && form['move-to'] ? form['move-to'] : action.dueOn,
      })
      .where('id', '=', action.id)
      .where('version', '=', form.version)
      .executeTakeFirst(),
  );
}
