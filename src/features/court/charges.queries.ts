import { sql } from 'kysely';
import type { Day } from '../../domain/calendar/day.ts';
import type { ChargeStanding, chargers, findings, pleas } from '../../domain/orders/charge.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Charge = {
  readonly id: string;
  readonly version: number;
  readonly offence_id: string | null;
  readonly offence_on: Day | null;
  readonly instead_of: string | null;
  readonly charged_on: Day;
  readonly arrested_on: Day | null;
  readonly charged_by: keyof typeof chargers;
  readonly wording: string;
  readonly ho_code: string | null;
  /** The code's words in the Home Office's list; null where the list does not have it. */
  readonly ho_words: string | null;
  readonly plea: keyof typeof pleas | null;
  readonly plea_on: Day | null;
  readonly finding: keyof typeof findings | null;
  readonly found_on: Day | null;
  readonly standing: ChargeStanding;
  readonly standing_on: Day | null;
  readonly standing_reason: string | null;
  /** The wording of the charge that it was reduced to. */
  readonly reduced_to: string | null;
  /** What a court said became of it, while the charge does not say so. */
  readonly told: { readonly words: string; readonly on: Day } | null;
};

/** A child's charges, newest first; those that stand before those that ended. */
export async function chargesOf(tx: Tx, childId: string): Promise<readonly Charge[]> {
  const { rows } = await sql<Charge>`
    select c.*, o.offence_on, h.label as ho_words,
      (select string_agg(n.wording, '; ' order by n.id) from charge n
        where n.service_id = c.service_id and n.instead_of = c.id) as reduced_to,
      (select jsonb_build_object('words', coalesce(t.label, f.leads), 'on', f.listed_on) from result_follows f
        join hearing_result r on r.service_id = f.service_id and r.id = f.result_id
        left join reference_code t on t.list = 'court_result' and t.code = r.code
        where f.service_id = c.service_id and f.child_id = c.child_id and f.charge_id = c.id
          and f.leads in ('withdrawn', 'discontinued', 'not-guilty') and f.followed_on is null
        order by f.listed_on desc, f.result_id limit 1) as told
    from charge c
    left join offence o on o.service_id = c.service_id and o.id = c.offence_id
    left join reference_code h on h.list = 'ho_offence_code' and h.code = c.ho_code
    where c.child_id = ${childId}
    order by c.standing <> 'charged', c.charged_on desc, c.id`.execute(tx);
  return rows;
}

export type Offence = {
  readonly id: string;
  readonly description: string;
  readonly offence_on: Day | null;
};

/** Offences of the record for which no charge is recorded. */
export async function unchargedOffences(tx: Tx, childId: string): Promise<readonly Offence[]> {
  const { rows } = await sql<Offence>`
    select o.id, o.description, o.offence_on from offence o
    where o.child_id = ${childId}
      and not exists (select 1 from charge c where c.service_id = o.service_id and c.offence_id = o.id)
    order by o.offence_on desc nulls last, o.id`.execute(tx);
  return rows;
}

export type FoundCode = {
  readonly code: string;
  readonly label: string;
  readonly category: string;
};

/** Up to so many codes of the Home Office's list that have most of these words, best first. */
export async function findCodes(tx: Tx, words: string, most: number): Promise<FoundCode[]> {
  const asked = words
    .replaceAll(/[%_\\]/g, ' ')
    .split(/[\s,;()]+/)
    .filter((word) => word.length > 2);
  if (asked.length === 0) return [];
  const has = (word: string) =>
    sql`((label || ' ' || (attributes ->> 'category') || ' ' || code) ilike ${`%${word}%`})::integer`;
  const { rows } = await sql<FoundCode>`
    select code, label, category from (
      select code, label, sort, attributes ->> 'category' as category, ${sql.join(asked.map(has), sql` + `)} as fits
      from reference_code where list = 'ho_offence_code') found
    where fits * 2 > ${asked.length} or fits * 2 = ${asked.length} and fits > 0
    order by fits desc, length(label), sort limit ${most}`.execute(tx);
  return rows;
}
