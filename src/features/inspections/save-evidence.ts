import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type Saved, savedOf } from '../../platform/db/optimistic.ts';
import {
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

export const evidenceForm = (today: Day) =>
  z.object({
    bears: requiredChoice(['strength', 'gap'], 'Choose whether it is a strength or a gap'),
    finding: requiredText('Write what was found', 8000),
    'key-question': optionalText(20),
    source: requiredChoice(
      ['document', 'meeting', 'interview', 'staff-survey', 'data'],
      'Choose where it was seen',
    ),
    'source-detail': requiredText('Say which document, meeting or interview', 500),
    'seen-on': requiredDay({
      label: 'The day it was seen',
      required: 'Enter the day it was seen',
      notAfter: today,
    }),
    withdrawn: optionalText(500),
    version: versionField,
  });

type EvidenceForm = z.output<ReturnType<typeof evidenceForm>>;

const columnsOf = (form: EvidenceForm) => ({
  bears: form.bears,
  finding: form.finding,
  key_question: form['key-question'],
  source: form.source,
  source_detail: form['source-detail'],
  seen_on: form['seen-on'],
  withdrawn_reason: form.withdrawn,
});

/** Adds a finding to a standard. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  at: { readonly inspectionId: string; readonly standard: string },
  form: EvidenceForm,
): Promise<void> {
  await tx
    .insertInto('inspection_evidence')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      inspection_id: at.inspectionId,
      standard: at.standard,
      ...columnsOf(form),
    })
    .execute();
}

/** Changes a finding as it was read, or takes it back with a reason. */
export async function changeEvidence(tx: Tx, id: string, form: EvidenceForm): Promise<Saved> {
  return savedOf(
    await tx
      .updateTable('inspection_evidence')
      .set(columnsOf(form))
      .where('id', '=', id)
      .where('version', '=', form.version)
      .executeTakeFirst(),
  );
}
