import { britishDay } from '../../domain/calendar/british-time.ts';
import { addDays, daysBetween } from '../../domain/calendar/day.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { keepCorrected } from '../../record/correction-rows.ts';
import type { Outcome } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import type { Contact } from './contact.queries.ts';
import { laterOfSeries } from './contact.queries.ts';
import { type ContactValue, instantOf, isAbsence } from './contact-rules.ts';

type Row = { readonly id: string; readonly version: number };
type Planned = Pick<
  ContactValue,
  'type' | 'place' | 'room_id' | 'worker_id' | 'involvement_id' | 'on' | 'at' | 'minutes'
>;

/** Plans a contact still to come, or one every so many weeks: each is a contact of its own. */
export async function planContacts(
  { tx, actor, child }: ChildContext,
  value: Planned & Partial<Pick<ContactValue, 'every' | 'times'>>,
): Promise<Outcome> {
  const times = value.every && value.times ? Number(value.times) : 1;
  const series_id = times > 1 ? newId() : null;
  const rows = Array.from({ length: times }, (_, nth) => ({
    service_id: actor.serviceId,
    id: newId(),
    child_id: child.id,
    status: 'planned',
    series_id,
    ...sharedColumns(value),
    planned_at: instantOf(addDays(value.on, nth * 7 * Number(value.every ?? 0)), value.at),
  }));
  await tx.insertInto('contact').values(rows).execute();
  return { kind: 'saved', id: rows[0]?.id ?? '' };
}

/** Moves a contact that is planned, and where it is wished those after it of its series by as many days; the reason stays with each. */
export async function moveContact(
  { tx, child }: ChildContext,
  contact: Contact,
  value: Planned & Pick<ContactValue, 'later' | 'reason'>,
): Promise<Outcome> {
  const columns = { ...sharedColumns(value), change_reason: value.reason };
  const saved = await changeRow(tx, 'contact', contact, {
    ...columns,
    planned_at: instantOf(value.on, value.at),
  });
  if (saved.kind === 'moved-on' || !value.later || !contact.planned_at) return saved;
  const days = daysBetween(britishDay(contact.planned_at), value.on);
  for (const later of await laterOfSeries(tx, child.id, contact)) {
    const on = addDays(britishDay(later.planned_at ?? contact.planned_at), days);
    await changeRow(tx, 'contact', later, { ...columns, planned_at: instantOf(on, value.at) });
  }
  return { kind: 'saved', id: contact.id };
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
  if (!value.next_on || !value.next_at) return { kind: 'saved' };
  const { next_on: on, next_at: at, next_place, every: _every, times: _times, ...same } = value;
  // Elsewhere than this one was is no longer in its room.
  const where = next_place ? { place: next_place, room_id: null } : {};
  return planContacts(context, { ...same, ...where, on, at });
}

const sharedColumns = (value: Omit<Planned, 'on' | 'at'>) => ({
  type: value.type,
  place: value.place ?? '',
  room_id: value.room_id,
  worker_id: value.worker_id,
  involvement_id: value.involvement_id,
  minutes: value.minutes === null ? null : Number(value.minutes),
});
