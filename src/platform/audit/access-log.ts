import type { Actor } from '../../domain/access/can.ts';
import type { Tx } from '../db/as-actor.ts';
import { newId } from '../db/new-id.ts';

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
  await tx
    .insertInto('access_log')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      staff_id: actor.staffId,
      child_id: look.childId ?? null,
      kind: look.kind,
      page: look.page,
      purpose: look.purpose ?? null,
      via: look.via ?? null,
    })
    .execute();
}
