import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import { britishInstant } from '../../../domain/calendar/british-time.ts';
import { addDays, type Day } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

type PanelWhen = {
  readonly day: Day;
  readonly time: string;
  readonly opens: Day | null;
  readonly closes: Day | null;
};
type When = { readonly starts_at: Date; readonly window_opens: Date; readonly window_closes: Date };

/** The instants of a panel's form, or what is wrong with its days. Blank days for reading are the service's usual ones. */
export async function panelWhen(
  tx: Tx,
  actor: Actor,
  form: PanelWhen,
): Promise<{ readonly when: When | null; readonly errors: readonly FormFault[] }> {
  const starts = britishInstant(form.day, form.time);
  if (starts.kind !== 'instant')
    return { when: null, errors: [{ field: 'time', message: starts.reason }] };
  const { opens, closes } = await windowOf(tx, actor, form);
  const errors: FormFault[] = [];
  if (opens > form.day)
    errors.push({ field: 'opens-day', message: 'Members must be able to read before the panel' });
  if (closes < form.day)
    errors.push({ field: 'closes-day', message: 'Members must be able to read until the panel' });
  if (errors.length > 0) return { when: null, errors };
  const when = {
    starts_at: starts.instant,
    window_opens: instantOf(opens, '00:00'),
    // Open to the end of the last day.
    window_closes: instantOf(addDays(closes, 1), '00:00'),
  };
  return { when, errors: [] };
}

// The service's own number of a time limit, or the usual one.
const numberOf = (limit: string, { serviceId }: Pick<Actor, 'serviceId'>) => sql<number>`(
  select coalesce(own.number, usual.number) from time_limit usual
  left join time_limit_override own on own.service_id = ${serviceId} and own.time_limit_id = usual.id
  where usual.id = ${limit})`;

export type UsualWindow = { readonly before: number; readonly after: number };

/** How many working days before and after a panel its papers are open, where nobody says otherwise. */
export async function usualWindow(tx: Tx, actor: Actor): Promise<UsualWindow> {
  const { rows } = await sql<UsualWindow>`
    select ${numberOf('panel-papers', actor)} as before, ${numberOf('panel-access-end', actor)} as after`.execute(
    tx,
  );
  return rows[0] ?? { before: 0, after: 0 };
}

/** The window typed, or the service's own: papers so many working days before, access ended so many after. */
async function windowOf(
  tx: Tx,
  actor: Actor,
  form: PanelWhen,
): Promise<{ opens: Day; closes: Day }> {
  const { rows } = await sql<{ opens: Day | null; closes: Day | null }>`
    select working_days_after(${form.day}::date, -${numberOf('panel-papers', actor)}) as opens,
      limit_due(${actor.serviceId}::uuid, 'panel-access-end', ${form.day}::date) as closes`.execute(
    tx,
  );
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
