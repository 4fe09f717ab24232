import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { britishInstant } from '../../domain/calendar/british-time.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import type { QuorumRule } from '../../domain/panels/quorum.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  requiredDay,
  requiredText,
} from '../../platform/http/parse-form.ts';

export const panelForm = z
  .object({
    name: requiredText('Enter what the panel is called', 120),
    day: requiredDay({ label: 'The day of the panel', required: 'Enter the day of the panel' }),
    time: requiredText('Enter the time it starts, such as 14:00', 10),
    place: requiredText('Enter where the panel meets', 200),
    opens: optionalDay({ label: 'The day members may begin to read' }),
    closes: optionalDay({ label: 'The last day members may read' }),
    note: optionalText(2000),
  })
  .loose();

export type PanelForm = z.output<typeof panelForm>;

type Made =
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'refused'; readonly errors: FormError[] };

type Seated = { readonly staffId: string; readonly agency: string };

/** Sets a panel's day, its window for reading and who is asked. A person takes one seat only. */
export async function createPanel(
  tx: Tx,
  actor: Actor,
  form: PanelForm,
  rule: QuorumRule,
): Promise<Made> {
  const starts = britishInstant(form.day, form.time);
  if (starts.kind !== 'instant')
    return { kind: 'refused', errors: [{ field: 'time', message: starts.reason }] };
  const { opens, closes } = await windowOf(tx, actor, form);
  const errors: FormError[] = [];
  if (opens > form.day)
    errors.push({ field: 'opens-day', message: 'Members must be able to read before the panel' });
  if (closes < form.day)
    errors.push({ field: 'closes-day', message: 'Members must be able to read until the panel' });
  const seats = seatsOf(form, rule);
  if (new Set(seats.map(({ staffId }) => staffId)).size < seats.length)
    errors.push({ field: `seat-${rule.seats[0]?.id}`, message: 'Choose each person once' });
  if (errors.length > 0) return { kind: 'refused', errors };
  const id = newId();
  await tx
    .insertInto('panel')
    .values({
      service_id: actor.serviceId,
      id,
      name: form.name,
      starts_at: starts.instant,
      place: form.place,
      window_opens: instantOf(opens, '00:00'),
      // Open to the end of the last day.
      window_closes: instantOf(addDays(closes, 1), '00:00'),
      chair_id: seats.find(({ agency }) => agency === 'youth-justice')?.staffId ?? null,
      note: form.note,
    })
    .execute();
  await seat(tx, actor, id, seats);
  return { kind: 'made', id };
}

async function seat(tx: Tx, actor: Actor, panelId: string, seats: readonly Seated[]) {
  if (seats.length === 0) return;
  const people = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      seats.map(({ staffId }) => staffId),
    )
    .execute();
  const rows = seats.flatMap(({ staffId, agency }) => {
    const person = people.find(({ id }) => id === staffId);
    return person
      ? [
          {
            service_id: actor.serviceId,
            id: newId(),
            panel_id: panelId,
            staff_id: staffId,
            name: person.name,
            agency,
          },
        ]
      : [];
  });
  if (rows.length > 0) await tx.insertInto('panel_attendee').values(rows).execute();
}

// A seat's own agency is what the person speaks for there, whoever employs them.
function seatsOf(form: Record<string, unknown>, rule: QuorumRule): Seated[] {
  return rule.seats.flatMap((each) => {
    const staffId = form[`seat-${each.id}`];
    const [agency] = each.agencies;
    return typeof staffId === 'string' && staffId !== '' && agency ? [{ staffId, agency }] : [];
  });
}

/** The window typed, or the service's own: papers so many working days before, access ended so many after. */
async function windowOf(
  tx: Tx,
  actor: Actor,
  form: PanelForm,
): Promise<{ opens: Day; closes: Day }> {
  const { rows } = await sql<{ opens: Day | null; closes: Day | null }>`
    select working_days_after(${form.day}::date, -coalesce(own.number, usual.number)) as opens,
      limit_due(${actor.serviceId}::uuid, 'panel-access-end', ${form.day}::date) as closes
    from time_limit usual
    left join time_limit_override own on own.time_limit_id = usual.id
    where usual.id = 'panel-papers'`.execute(tx);
  return {
    opens: form.opens ?? rows[0]?.opens ?? form.day,
    closes: form.closes ?? rows[0]?.closes ?? form.day,
  };
}

function instantOf(day: Day, clock: string): Date {
  const found = britishInstant(day, clock);
  if (found.kind !== 'instant') throw new Error(found.reason);
  return found.instant;
}
