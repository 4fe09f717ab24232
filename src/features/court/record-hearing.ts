import { attendances, hearingEnds, socialCareAttendances } from '../../domain/orders/hearing.ts';
import { choice, code, tick } from '../../record/choice-fields.tsx';
import { clock } from '../../record/clock-field.tsx';
import { correctionReason } from '../../record/correction.tsx';
import { keepCorrected, type Writing } from '../../record/correction-rows.ts';
import { day } from '../../record/day-field.tsx';
import type { FieldSet, ValuesOf } from '../../record/field.ts';
import type { Outcome } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { longText, text } from '../../record/text-fields.tsx';
import { choicesOf } from './charge-words.ts';
import type { Hearing } from './hearings.queries.ts';
import { givenResults, resultFields } from './result-fields.ts';
import { addResult } from './write-result.ts';

/** What is asked of whoever comes out of the court room. */
const happenedFields = {
  state: choice(choicesOf(hearingEnds), {
    label: 'What became of the hearing?',
    required: 'Choose what became of the hearing',
    as: 'small-radios',
  }),
  child_attended: choice(choicesOf(attendances), {
    label: 'Did the child come?',
    says: 'Child',
    as: 'inline-radios',
  }),
  parent_attended: choice(choicesOf(attendances), {
    label: 'Did a parent or carer come?',
    says: 'Parent or carer',
    as: 'inline-radios',
  }),
  social_care_attended: choice(choicesOf(socialCareAttendances), {
    label: 'Did social care come?',
    says: 'Social care',
    as: 'inline-radios',
  }),
  remand: code('remand', {
    label: 'Bail or remand until the next day',
    says: 'Bail or remand',
    empty: 'Not known yet',
  }),
  remand_conditions: longText({
    label: 'Its conditions, if there are any',
    says: 'Conditions',
    max: 2000,
    rows: 2,
  }),
  note: longText({
    label: 'What else the court said, and why',
    says: 'What the court said',
    hint: 'Reasons for bail or remand, what was asked for and refused, a report that was ordered',
    max: 4000,
    rows: 3,
  }),
};

/** Asked while nothing is recorded of the hearing yet. */
const askedFields = {
  report_kind: code('court_report_kind', {
    label: 'Was a report asked for?',
    says: 'Report asked for',
    hint: 'It is begun, for the day on which it goes on, and stands on the home of the child’s worker',
    empty: 'No report',
  }),
};

/** Where it goes on, while there is no such hearing yet. */
const nextFields = {
  next_on: day({ label: 'If it goes on: on which day?', says: 'The next day' }),
  next_at: clock({ label: 'At what time, if it is known?', says: 'The next time' }),
  next_kind: code('hearing_kind', {
    label: 'For what kind of hearing?',
    says: 'The next hearing',
  }),
  next_purpose: text({
    label: 'What is asked of the service by then',
    says: 'What the next hearing is for',
    hint: 'For example: a pre-sentence report',
    max: 500,
  }),
  without_day: tick({
    label: 'And if there is no day?',
    text: 'The court has given no day yet',
    hint: 'Finding it out is then the next step, and stands with the child’s worker',
  }),
};

/** What the form gives; of what was not asked nothing. */
export type Happened = ValuesOf<typeof happenedFields> &
  Partial<ValuesOf<typeof nextFields & typeof askedFields> & { readonly reason: string }>;

/** The fields that are asked about this hearing. */
export function fieldsFor({ state, next, matters }: Hearing): FieldSet {
  const {
    state: became,
    child_attended,
    parent_attended,
    social_care_attended,
    ...said
  } = happenedFields;
  return {
    ...{ state: became, child_attended, parent_attended, social_care_attended },
    ...(state === 'expected' ? resultFields(matters) : {}),
    ...said,
    ...(state === 'expected' ? askedFields : {}),
    ...(next ? {} : nextFields),
    ...(state === 'expected' ? {} : { reason: correctionReason }),
  };
}

/** Records what happened, or puts it right; a day on which it goes on becomes a hearing in the same step. */
export async function saveHappened(
  context: Writing,
  hearing: Hearing,
  value: Happened & Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const { tx, actor, child, today } = context;
  const { next_on, next_kind, reason } = value;
  if (hearing.state !== 'expected')
    await keepCorrected(
      context,
      { table: 'hearing', row: hearing, reason: reason ?? '' },
      'corrected',
    );
  const saved = await changeRow(tx, 'hearing', hearing, {
    state: value.state,
    child_attended: value.child_attended,
    parent_attended: value.parent_attended,
    social_care_attended: value.social_care_attended,
    remand: value.remand,
    remand_conditions: value.remand_conditions,
    note: value.note,
    without_day: value.without_day ?? hearing.without_day,
    recorded_on: hearing.recorded_on ?? today,
  });
  if (saved.kind !== 'saved') return saved;
  for (const result of givenResults(hearing.matters, value))
    await addResult(context, hearing.id, result);
  const nextId = next_on && next_kind ? await addNext(context, hearing, value) : null;
  // What was written for this day is read on the next.
  if (nextId)
    await tx
      .updateTable('court_report')
      .set({ hearing_id: nextId })
      .where('child_id', '=', child.id)
      .where('hearing_id', '=', hearing.id)
      .where('status', '<>', 'not-needed')
      .execute();
  if (value.report_kind)
    await addRow(tx, actor, 'court_report', {
      child_id: child.id,
      kind: value.report_kind,
      asked_on: hearing.listed_on,
      hearing_id: nextId ?? hearing.next?.id ?? null,
      order_id: hearing.order_ids[0] ?? null,
    });
  return saved;
}

/** The day on which it goes on, as a hearing of its own. */
const addNext = (
  { tx, actor, child }: Writing,
  hearing: Hearing,
  { next_on, next_at, next_kind, next_purpose }: Happened,
) =>
  addRow(tx, actor, 'hearing', {
    child_id: child.id,
    adjourned_from: hearing.id,
    court: hearing.court,
    listed_on: next_on ?? '',
    listed_at: next_at ?? null,
    kind: next_kind ?? '',
    purpose: next_purpose ?? null,
    charge_ids: [...hearing.charge_ids],
    order_ids: [...hearing.order_ids],
  });
