import type { AbsenceReason } from '../../domain/contacts/attendance.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Option, Options } from '../../record/field.ts';
import { optionsOf } from '../../record/options.ts';
import { type Contact, contactBeginning } from './contact.queries.ts';

/** Everything that a form about a contact offers, in two statements; what the contact holds already may stay, though it is no longer offered. */
export async function contactChoices(
  { tx, actor, child, today }: ChildContext,
  contact: Contact | null,
) {
  const codes = await codeLists(tx, [
    'contact_type',
    'attendance',
    'absence_reason',
    'involvement_type',
  ]);
  const begun = await contactBeginning(tx, actor, child.id, today);
  const rooms = begun.rooms.map(({ id, name }) => ({ value: id, text: name }));
  const workers = begun.workers.map(({ id, name }) => ({ value: id, text: name }));
  const involvements = begun.involvements.map(({ id, type }) => ({
    value: id,
    text: labelOf(codes.involvement_type, type),
  }));
  const options: Options = {
    contact_type: optionsOf(codes.contact_type),
    attendance: optionsOf(codes.attendance),
    absence_reason: optionsOf(codes.absence_reason),
    workers: withHeld(workers, contact?.worker_id, contact?.worker_name),
    rooms: withHeld(rooms, contact?.room_id, contact?.room_name),
    involvements: withHeld(
      involvements,
      contact?.involvement_id,
      labelOf(codes.involvement_type, contact?.involvement_type ?? null),
    ),
  };
  return {
    options,
    reasons: codes.absence_reason.map(
      ({ code, label, attributes }): AbsenceReason => ({
        code,
        label,
        isAcceptable: attributes.acceptable === 'true',
      }),
    ),
    roomName: (id: string | null) => options.rooms?.find(({ value }) => value === id)?.text ?? null,
    /** Kinds of contact that take place nowhere, such as a telephone call. */
    withoutPlace: codes.contact_type
      .filter(({ attributes }) => attributes.has_place === 'false')
      .map(({ code }) => code),
  };
}

export type ContactChoices = Awaited<ReturnType<typeof contactChoices>>;

const withHeld = (
  offered: readonly Option[],
  held: string | null | undefined,
  text: string | null | undefined,
): readonly Option[] =>
  !held || offered.some(({ value }) => value === held)
    ? offered
    : [...offered, { value: held, text: text || 'Earlier work' }];
