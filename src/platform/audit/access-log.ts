import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../db/as-actor.ts';
import { newId } from '../db/new-id.ts';
import { sentAlong } from '../db/sent-along.ts';

export type Look = {
  readonly kind: 'view' | 'change' | 'search' | 'export' | 'print' | 'denied' | 'purpose';
  /** The route's pattern, never the address: no personal data in the log's own words. */
  readonly page: string;
  readonly childId?: string | undefined;
  readonly purpose?: string | undefined;
  readonly via?: string | undefined;
};

/** Writes one line of who looked at what; part of the same transaction as the look itself. */
export async function logLook(tx: Tx, actor: Actor, look: Look): Promise<void> {
  await sql`${sentAlong}
    insert into access_log (service_id, id, staff_id, child_id, kind, page, purpose, via)
    values (${actor.serviceId}, ${newId()}, ${actor.staffId}, ${look.childId ?? null}, ${look.kind}, ${look.page}, ${look.purpose ?? null}, ${look.via ?? null})`.execute(
    tx,
  );
}

/**
 * The look at a page itself, when it is logged, and the children whom the page names and is not about, each in their own log once
 * a day: one statement, however many they are.
 */
export async function logPage(
  tx: Tx,
  actor: Actor,
  page: string,
  { kind, named }: { readonly kind: Look['kind'] | null; readonly named: readonly string[] },
): Promise<void> {
  if (kind === null && named.length === 0) return;
  const list = (items: readonly string[]) => `{${items.join(',')}}`;
  await sql`${sentAlong}
    insert into access_log (service_id, id, child_id, staff_id, kind, page)
    select ${actor.serviceId}::uuid, n.id, n.child, ${actor.staffId}::uuid, 'named', ${page}
    from unnest(${list(named.map(() => newId()))}::uuid[], ${list(named)}::uuid[]) as n (id, child)
    where not exists (select 1 from access_log l where l.service_id = ${actor.serviceId}::uuid and l.child_id = n.child and l.at = now()
      and l.staff_id = ${actor.staffId}::uuid and l.page = ${page})
    union all
    select ${actor.serviceId}::uuid, ${newId()}::uuid, null, ${actor.staffId}::uuid, ${kind}, ${page} where ${kind}::text is not null
    on conflict do nothing`.execute(tx);
}
