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
export const logLook = (tx: Tx, actor: Actor, { childId, ...look }: Look): Promise<void> =>
  write(tx, actor, look, [childId ?? null]);

/** The same for each child that a page about no one child names: one line in each child's log, and one statement. */
export async function logLookAtEach(
  tx: Tx,
  actor: Actor,
  look: Omit<Look, 'childId'>,
  childIds: readonly string[],
): Promise<void> {
  const each = [...new Set(childIds)];
  if (each.length > 0) await write(tx, actor, look, each);
}

async function write(
  tx: Tx,
  actor: Actor,
  look: Omit<Look, 'childId'>,
  childIds: readonly (string | null)[],
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values(
      childIds.map((childId) => ({
        service_id: actor.serviceId,
        id: newId(),
        staff_id: actor.staffId,
        child_id: childId,
        kind: look.kind,
        page: look.page,
        purpose: look.purpose ?? null,
        via: look.via ?? null,
      })),
    )
    .execute();
}
