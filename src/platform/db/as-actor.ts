import { type Kysely, sql, type Transaction } from 'kysely';
import { type Actor, claimsOf } from '../../domain/access/can.ts';
import { sentAlong } from './sent-along.ts';
import type { DB } from './tables.generated.ts';

/** One request's transaction, running as the person: every query in it is held to their policies. */
export type Tx = Transaction<DB>;

/** Runs work as one person of one service. Everything in it happens, or nothing does. */
export function asActor<T>(db: Kysely<DB>, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await setClaims(tx, actor);
    return work(tx);
  });
}

/** Tells the database who is asking, until the transaction ends; without this there are no rows. */
export async function setClaims(tx: Tx, actor: Actor): Promise<void> {
  const claims = claimsOf(actor.role);
  await sql`${sentAlong} select
    set_config('app.service', ${actor.serviceId}, true), set_config('app.staff', ${actor.staffId}, true),
    set_config('app.agency', ${actor.agency}, true), set_config('app.scope', ${claims.scope}, true),
    set_config('app.read', ${listText(claims.read)}, true), set_config('app.write', ${listText(claims.write)}, true),
    set_config('app.write_related', ${listText(claims.writeRelated)}, true), set_config('app.may', ${listText(claims.may)}, true),
    set_config('role', 'foothold_staff', true)`.execute(tx);
}

// As `has_claim` looks for them.
const listText = (items: readonly string[]) => `,${items.join(',')},`;
