import { sql } from 'kysely';
import { type Actor, can } from '../../../domain/access/can.ts';
import { type Role, roles } from '../../../domain/access/roles.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';

/**
 * Brings who may read this panel's papers in line with who is asked to it and which children are ready. Only people who
 * see no child without a relationship are given one: the service's own staff need none.
 */
export async function openPapers(tx: Tx, actor: Actor, panelId: string): Promise<void> {
  const { rows } = await sql<{
    staff_id: string;
    role: Role;
    child_id: string;
    window_opens: Date;
    window_closes: Date;
  }>`
    select s.staff_id, w.role, s.child_id, s.window_opens, s.window_closes
    from panel_seats() s
    join staff w on w.id = s.staff_id
    where s.panel_id = ${panelId}
      and not exists (
        select 1 from relationship r
        where r.staff_id = s.staff_id and r.child_id = s.child_id and r.kind = 'panel'
          and r.starts_at = s.window_opens and r.ends_at = s.window_closes)`.execute(tx);
  const wanted = rows.filter(({ role }) => roles[role].scope === 'related');
  if (wanted.length > 0)
    await tx
      .insertInto('relationship')
      .values(
        wanted.map((row) => ({
          service_id: actor.serviceId,
          id: newId(),
          child_id: row.child_id,
          staff_id: row.staff_id,
          kind: 'panel',
          starts_at: row.window_opens,
          ends_at: row.window_closes,
          reason: 'Reads papers for the panel',
        })),
      )
      .execute();
  if (can(actor, 'panel.manage')) await closePapers(tx, panelId);
}

/** Ends the reading of those no longer asked, and of children no longer on the list, of one panel's window. */
async function closePapers(tx: Tx, panelId: string): Promise<void> {
  await sql`
    update relationship r set ends_at = greatest(r.starts_at, least(now(), r.ends_at))
    from panel p
    where p.id = ${panelId} and r.kind = 'panel' and r.starts_at = p.window_opens and r.ends_at = p.window_closes
      and r.ends_at > now()
      and (r.staff_id in (select a.staff_id from panel_attendee a where a.panel_id = p.id)
        and r.child_id in (select i.child_id from panel_item i where i.panel_id = p.id))
      and not exists (
        select 1 from panel_seats() s
        where s.staff_id = r.staff_id and s.child_id = r.child_id
          and s.window_opens = r.starts_at and s.window_closes = r.ends_at)`.execute(tx);
}
