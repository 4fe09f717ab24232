import { statfs } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.generated.ts';

const asksAgainAfter = 5_000;
const patience = 3_000;
// A database needs room for its journal before it says that there is none.
const leastFree = 64 * 1024 * 1024;

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly why: string };

const lately = new WeakMap<
  Kysely<DB>,
  { readonly at: number; readonly answer: Promise<Readiness> }
>();

/**
 * Whether the database can be written now, found out by writing: every page writes to the log, so one that can only be read is of
 * no use. Anybody may ask, as often as they like: it is written once in five seconds.
 */
export function readiness(
  db: Kysely<DB>,
  embeddedIn: string | null,
  now: Date,
): Promise<Readiness> {
  const known = lately.get(db);
  if (known && now.getTime() - known.at < asksAgainAfter) return known.answer;
  const answer = Promise.race([
    findOut(db, embeddedIn),
    setTimeout(patience, { ready: false, why: 'the database does not answer' } as const, {
      ref: false,
    }),
  ]);
  lately.set(db, { at: now.getTime(), answer });
  return answer;
}

async function findOut(db: Kysely<DB>, embeddedIn: string | null): Promise<Readiness> {
  try {
    if (embeddedIn !== null) {
      const disk = await statfs(embeddedIn).catch(() => null);
      if (disk && disk.bavail * disk.bsize < leastFree)
        return { ready: false, why: 'the disk is full' };
    }
    const { rows } = await sql`update heartbeat set beat_at = now() returning one`.execute(db);
    return rows.length === 1
      ? { ready: true }
      : { ready: false, why: 'the database is not made yet' };
  } catch {
    return { ready: false, why: 'the database cannot be written' };
  }
}
