import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import type { QuorumRule } from '../../domain/panels/quorum.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { type FormError, optionalText } from '../../platform/http/parse-form.ts';
import { panelWhen, whenFields } from './panel-when.ts';

export const panelForm = z.object({ ...whenFields(), note: optionalText(2000) }).loose();

export type PanelForm = z.output<typeof panelForm>;

type Made =
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'refused'; readonly errors: FormError[] };

type Seated = { readonly staffId: string; readonly name: string; readonly agency: string };

/** Sets a panel's day, its window for reading and who is asked. A person takes one seat only. */
export async function createPanel(
  tx: Tx,
  actor: Actor,
  form: PanelForm,
  rule: QuorumRule,
): Promise<Made> {
  const { when, errors: wrong } = await panelWhen(tx, actor, form);
  const { seats, misplaced } = await seatsOf(tx, form, rule);
  const twice = new Set(seats.map(({ staffId }) => staffId)).size < seats.length;
  const errors = [
    ...wrong,
    ...misplaced,
    ...(twice ? [{ field: `seat-${rule.seats[0]?.id}`, message: 'Choose each person once' }] : []),
  ];
  if (!when || errors.length > 0) return { kind: 'refused', errors };
  const id = newId();
  await tx
    .insertInto('panel')
    .values({
      service_id: actor.serviceId,
      id,
      name: form.name,
      place: form.place,
      ...when,
      chair_id: seats.find(({ agency }) => agency === 'youth-justice')?.staffId ?? null,
      note: form.note,
    })
    .execute();
  await seat(tx, actor, id, seats);
  return { kind: 'made', id };
}

async function seat(tx: Tx, actor: Actor, panelId: string, seats: readonly Seated[]) {
  if (seats.length === 0) return;
  const rows = seats.map(({ staffId, name, agency }) => ({
    service_id: actor.serviceId,
    id: newId(),
    panel_id: panelId,
    staff_id: staffId,
    name,
    agency,
  }));
  await tx.insertInto('panel_attendee').values(rows).execute();
}

/** Who takes which seat. A person speaks for their own agency, which must be one that may fill the seat. */
async function seatsOf(tx: Tx, form: Record<string, unknown>, rule: QuorumRule) {
  const people = await tx.selectFrom('staff').select(['id', 'name', 'agency']).execute();
  const chosen = rule.seats.flatMap((each) => {
    const person = people.find(({ id }) => id === form[`seat-${each.id}`]);
    return person ? [{ each, person }] : [];
  });
  return {
    seats: chosen.map(
      ({ person }): Seated => ({ staffId: person.id, name: person.name, agency: person.agency }),
    ),
    misplaced: chosen
      .filter(({ each, person }) => !each.agencies.includes(person.agency))
      .map(({ each, person }) => ({
        field: `seat-${each.id}`,
        message: `${each.label}: ${person.name} does not speak for that agency`,
      })),
  };
}
