import type { ChildContext } from '../../platform/http/context.ts';
import { keepCorrected } from '../../record/correction-rows.ts';
import type { Outcome } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { type ContactValue, instantOf, isAbsence } from './contact-rules.ts';

type Row = { readonly id: string; readonly version: number };

/** Plans a contact still to come, or moves one that is planned. */
export async function savePlan(
  { tx, actor, child }: ChildContext,
  contact: Row | null,
  value: Pick<ContactValue, 'type' | 'place' | 'worker_id' | 'involvement_id' | 'on' | 'at'> & {
    readonly minutes: string | null;
  },
): Promise<Outcome> {
  const columns = { ...sharedColumns(value), planned_at: instantOf(value.on, value.at) };
  if (contact) return changeRow(tx, 'contact', contact, columns);
  await addRow(tx, actor, 'contact', { child_id: child.id, status: 'planned', ...columns });
  return { kind: 'saved' };
}

/** Saves what happened at a contact, or mends what was recorded, and plans the next one where a day was given. */
export async function saveRecord(
  context: ChildContext,
  contact: (Row & { readonly status: string }) | null,
  value: ContactValue,
): Promise<Outcome> {
  const { tx, actor, child } = context;
  const columns = {
    ...sharedColumns(value),
    status: 'recorded',
    held_at: instantOf(value.on, value.at),
    attendance: value.attendance,
    absence_reason: isAbsence(value.attendance) ? value.absence_reason : null,
    child_seen: value.child_seen,
    parent_spoken_to: value.parent_spoken_to,
    with_whom: value.with_whom,
    notes: value.notes ?? '',
    child_words: value.child_words,
    next_step: value.next_step,
    safeguarding: value.safeguarding,
    lenses: [...value.lenses],
  };
  if (contact) {
    if (contact.status === 'recorded')
      await keepCorrected(
        context,
        { table: 'contact', row: contact, reason: value.reason },
        'corrected',
      );
    const saved = await changeRow(tx, 'contact', contact, columns);
    if (saved.kind === 'moved-on') return saved;
  } else await addRow(tx, actor, 'contact', { child_id: child.id, ...columns });
  if (value.next_on && value.next_at)
    await savePlan(context, null, {
      ...value,
      place: value.next_place ?? value.place,
      on: value.next_on,
      at: value.next_at,
      minutes: null,
    });
  return { kind: 'saved' };
}

const sharedColumns = (
  value: Pick<ContactValue, 'type' | 'place' | 'worker_id' | 'involvement_id' | 'minutes'>,
) => ({
  type: value.type,
  place: value.place ?? '',
  worker_id: value.worker_id,
  involvement_id: value.involvement_id,
  minutes: value.minutes === null ? null : Number(value.minutes),
});
