import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import { openChild } from '../../../platform/db/open-child.ts';
import { urls } from '../../../urls.ts';
import { emergencyChild, type Wanted } from './break-glass.queries.ts';

type Emergency = { readonly wanted: Wanted; readonly reason: string; readonly hours: number };

export type Opened =
  | { readonly kind: 'opened'; readonly childId: string }
  | { readonly kind: 'already-open'; readonly childId: string }
  | { readonly kind: 'not-found' | 'several' };

/** Opens a sealed record for some hours (1 to 8). The database checks who may, and the reason stands in the log. */
export async function useBreakGlass(tx: Tx, actor: Actor, emergency: Emergency): Promise<Opened> {
  const { id: childId, found } = await emergencyChild(tx, emergency.wanted);
  if (!childId) return { kind: found > 1 ? 'several' : 'not-found' };
  if (await openChild(tx, actor, childId)) return { kind: 'already-open', childId };
  await tx
    .insertInto('break_glass')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: childId,
      staff_id: actor.staffId,
      reason: emergency.reason,
      starts_at: sql`now()`,
      ends_at: sql`now() + make_interval(hours => ${emergency.hours})`,
    })
    .execute();
  await logLook(tx, actor, {
    kind: 'purpose',
    page: urls.child.breakGlass,
    childId,
    purpose: emergency.reason,
    via: 'break-glass',
  });
  return { kind: 'opened', childId };
}
