import { sql } from 'kysely';
import type { Actor } from '../../../domain/access/can.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type Notice = {
  readonly id: string;
  readonly kind:
    | 'sign-in-reset'
    | 'named-self'
    | 'same-child'
    | 'access-given'
    | 'seal-lifted'
    | 'own-sample'
    | 'shorter-keeping'
    | 'record-erased';
  readonly what: 'entered' | 'role' | 'e-mail' | 'ended' | 'again' | 'lifted' | 'sealed' | null;
  readonly roleThen: string | null;
  readonly doneBy: string;
  readonly doneAt: Date;
  /** Whose sign-in it was; null for a sealed record. */
  readonly about: string | null;
  readonly isOwn: boolean;
  readonly record: string | null;
  /** The record just made that has a sealed one’s name and date of birth. */
  readonly other: string | null;
  /** The audit in which they gave so many cases to themselves. */
  readonly audit: string | null;
  readonly cases: number | null;
  readonly lookedAt: Date | null;
  readonly lookedBy: string | null;
};

/** What this person is told of, not yet looked at first; the database says what that is. */
export async function noticesFor(tx: Tx, actor: Actor): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select n.id, n.kind, n.what, n.role_then as "roleThen", d.name as "doneBy", n.done_at as "doneAt", a.name as about, coalesce(n.about_staff = ${actor.staffId}, false) as "isOwn",
      n.record_number as record, n.other_number as other, n.audit_title as audit, n.cases, n.looked_at as "lookedAt", l.name as "lookedBy"
    from access_notice n
    join staff d on d.service_id = n.service_id and d.id = n.done_by
    left join staff a on a.service_id = n.service_id and a.id = n.about_staff
    left join staff l on l.service_id = n.service_id and l.id = n.looked_by
    order by n.looked_at is not null, n.done_at desc, n.id
    limit 50`.execute(tx);
  return rows;
}

/** Says that this person has looked at a notice; false when somebody had, or it is not theirs to look at. */
export async function lookAtNotice(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('access_notice')
    .set({ looked_at: sql<Date>`now()`, looked_by: actor.staffId })
    .where('id', '=', id)
    .where('looked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
