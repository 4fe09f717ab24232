import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import { nameWords } from '../../../domain/people/normalise-name.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type GlassUse = {
  readonly id: string;
  readonly childId: string;
  readonly number: string;
  readonly staffId: string;
  readonly who: string;
  readonly reason: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reviewDue: Day;
  readonly reviewedAt: Date | null;
  readonly reviewer: string | null;
  readonly finding: string | null;
  readonly note: string | null;
  readonly version: number;
};

type Filter = { readonly id?: string; readonly limit: number; readonly offset: number };

/** Emergency openings, those not yet reviewed first; each is due for review within the service’s time limit. */
export async function glassUses(tx: Tx, { id, limit, offset }: Filter): Promise<GlassUse[]> {
  const { rows } = await sql<GlassUse>`
    select b.id, b.child_id as "childId", coalesce(n.number, 'not known') as number, b.staff_id as "staffId", s.name as who,
      b.reason, b.starts_at as "startsAt", b.ends_at as "endsAt",
      limit_due(b.service_id, 'break-glass-review', british_day(b.starts_at)) as "reviewDue",
      b.reviewed_at as "reviewedAt", r.name as reviewer, b.review_finding as finding, b.review_note as note, b.version
    from break_glass b
    join staff s on s.service_id = b.service_id and s.id = b.staff_id
    left join staff r on r.service_id = b.service_id and r.id = b.reviewed_by
    left join sealed_numbers() n on n.child_id = b.child_id
    where (${id ?? null}::uuid is null or b.id = ${id ?? null}::uuid)
    order by b.reviewed_at is not null, b.starts_at desc, b.id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** What was opened in an emergency, page by page. */
export function openedPages(tx: Tx, use: GlassUse) {
  return tx
    .selectFrom('access_log')
    .select([
      'page',
      'kind',
      (eb) => eb.fn.countAll<number>().as('times'),
      (eb) => eb.fn.max('at').as('last'),
    ])
    .where('child_id', '=', use.childId)
    .where('staff_id', '=', use.staffId)
    .where('via', '=', 'break-glass')
    .where('at', '>=', use.startsAt)
    .where('at', '<=', use.endsAt)
    .groupBy(['page', 'kind'])
    .orderBy('page')
    .orderBy('kind')
    .execute();
}

/** Who is wanted in an emergency: by the number on a letter, or by whole name and day of birth. */
export type Wanted =
  | { readonly number: string }
  | { readonly name: string; readonly dateOfBirth: Day };

/** The one record that answers, or how many do; the database logs that it was asked. */
export async function emergencyChild(
  tx: Tx,
  wanted: Wanted,
): Promise<{ readonly id: string | null; readonly found: number }> {
  if ('number' in wanted) {
    const { rows } = await sql<{ id: string | null }>`
      select emergency_child(${wanted.number}) as id`.execute(tx);
    const id = rows[0]?.id ?? null;
    return { id, found: id ? 1 : 0 };
  }
  const { rows } = await sql<{ id: string | null; found: number }>`
    select id, matches as found from emergency_child_named(${nameWords(wanted.name)}::text[], ${wanted.dateOfBirth}::date)`.execute(
    tx,
  );
  return rows[0] ?? { id: null, found: 0 };
}
