import type { Actor } from '../../domain/access/can.ts';
import { antecedentLines } from '../../domain/assessments/antecedents.ts';
import { carriedInto } from '../../domain/assessments/compare-templates.ts';
import { type Content, contentOf } from '../../domain/assessments/content.ts';
import { questionWithRole, templateSchema } from '../../domain/assessments/template.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { addRow } from '../../record/rows.ts';
import { type Kind, lastSigned, unsigned } from './assessment.queries.ts';
import { antecedentsOf } from './writing/record.queries.ts';
import { addVersion } from './writing/save-content.ts';

export type Start = {
  readonly childId: string;
  readonly kind: Kind;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly today: Day;
};

export type Started =
  | { readonly kind: 'started'; readonly id: string }
  | { readonly kind: 'already-open'; readonly id: string }
  | { readonly kind: 'nothing-signed' };

/** Starts an assessment. A review or a final one begins with what was last signed; antecedents come from the record. */
export async function startAssessment(tx: Tx, actor: Actor, input: Start): Promise<Started> {
  const { childId, kind, today } = input;
  const open = await unsigned(tx, childId);
  if (open) return { kind: 'already-open', id: open.id };
  const before = kind === 'initial' ? null : await lastSigned(tx, childId);
  if (kind !== 'initial' && !before) return { kind: 'nothing-signed' };

  const content = await firstContent(tx, input, before?.content ?? contentOf({ answers: {} }));
  const referral = await tx
    .selectFrom('referral')
    .select('id')
    .where('child_id', '=', childId)
    .orderBy('received_on', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const id = await addRow(tx, actor, 'assessment', {
    child_id: childId,
    referral_id: referral?.id ?? null,
    template_id: input.templateId,
    template_version: input.templateVersion,
    kind,
    status: 'draft',
    content: JSON.stringify(content),
    started_on: today,
    started_by: actor.staffId,
  });
  await addVersion(
    tx,
    actor,
    { id, childId },
    { version: 1, content, event: 'start', comment: null },
  );
  return { kind: 'started', id };
}

async function firstContent(tx: Tx, input: Start, before: Content): Promise<Content> {
  const { content } = await tx
    .selectFrom('assessment_template')
    .select('content')
    .where('id', '=', input.templateId)
    .where('version', '=', input.templateVersion)
    .executeTakeFirstOrThrow();
  const template = templateSchema.parse(content);
  const carried = carriedInto(template, before);
  const question = questionWithRole(template, 'antecedents');
  const lines = antecedentLines(await antecedentsOf(tx, input.childId));
  if (!question) return carried;
  const said = carried.answers[question.id];
  const known = said?.state === 'answered' ? [said.value].flat() : [];
  const value = [...known, ...lines.filter((line) => !known.includes(line))];
  // The comment stays only while the list it speaks of is the same.
  const comment = value.length === known.length ? (said?.comment ?? '') : '';
  return {
    ...carried,
    answers: { ...carried.answers, [question.id]: { state: 'answered', value, comment } },
  };
}
