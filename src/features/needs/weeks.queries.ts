import { sql } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { hoursOfBarrier } from '../../domain/needs/education-week.ts';
import { entitlementOf } from '../../domain/needs/entitlement.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import { referenceRows } from '../../platform/db/reference-rows.ts';
import type { Options } from '../../record/field.ts';
import { settleShortfalls } from './ladder/shortfall.queries.ts';

/** A child's week as it is kept. */
export type Week = {
  readonly id: string;
  readonly version: number;
  readonly week: Day;
  readonly expected_hours: string | null;
  readonly offered_hours: string | null;
  readonly attended_hours: string | null;
  readonly barrier: string | null;
  readonly next_action: string | null;
  readonly note: string | null;
  readonly source: string;
};

/** A week to keep: the version of the row that was read, or null where there was none. */
export type WeekToKeep = Omit<Week, 'id' | 'version' | 'week'> & {
  readonly child_id: string;
  readonly version: number | null;
};

/** The hours that children are entitled to, what may be in the way, and who may have told us: one statement. */
export async function weekRules(tx: Tx) {
  const { education_entitlement, education_barrier, information_source } = await referenceRows(tx, [
    'education_entitlement',
    'education_barrier',
    'information_source',
  ]);
  const choices = (rows: readonly { readonly code: string; readonly label: string }[]) =>
    rows.map(({ code, label }) => ({ value: code, text: label }));
  const options: Options = {
    education_barrier: choices(education_barrier),
    information_source: choices(information_source),
  };
  return {
    entitlements: education_entitlement.map(entitlementOf),
    hoursOf: (barrier: string | null) => hoursOfBarrier(education_barrier, barrier),
    options,
  };
}
export type WeekRules = Awaited<ReturnType<typeof weekRules>>;

/** The weeks of a child that count, newest first. */
export async function weeksOf(tx: Tx, childId: string, most = 60): Promise<readonly Week[]> {
  const { rows } = await sql<Week>`
    select id, version, week, expected_hours, offered_hours, attended_hours, barrier, next_action, note, source
    from education_week where child_id = ${childId}::uuid and gives_way_to is null
    order by week desc limit ${most}`.execute(tx);
  return rows;
}

/** Keeps weeks of several children, each by the version that was read, and gives the children whose week was kept: of the others somebody else's came first. */
export async function keepWeeks(
  tx: Tx,
  actor: Pick<Actor, 'serviceId'>,
  { week, today }: { readonly week: Day; readonly today: Day },
  kept: readonly WeekToKeep[],
): Promise<ReadonlySet<string>> {
  const given = JSON.stringify(kept.map((row) => ({ ...row, id: newId(), read: row.version })));
  const { rows } = await sql<{ child_id: string }>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g (child_id uuid, id uuid, read integer, expected_hours numeric,
        offered_hours numeric, attended_hours numeric, barrier text, next_action text, note text, source text)
    ), added as (
      insert into education_week (service_id, id, child_id, week, expected_hours, offered_hours, attended_hours, barrier, next_action, note, source)
      select ${actor.serviceId}::uuid, g.id, g.child_id, ${week}::date, g.expected_hours, g.offered_hours, g.attended_hours, g.barrier, g.next_action, g.note, g.source
      from given g where g.read is null
      on conflict (service_id, child_id, week) where gives_way_to is null do nothing
      returning child_id
    ), changed as (
      update education_week w set expected_hours = g.expected_hours, offered_hours = g.offered_hours, attended_hours = g.attended_hours,
        barrier = g.barrier, next_action = g.next_action, note = g.note, source = g.source
      from given g
      where w.service_id = ${actor.serviceId}::uuid and w.child_id = g.child_id and w.week = ${week}::date and w.gives_way_to is null and w.version = g.read
      returning w.child_id
    )
    select child_id from added union all select child_id from changed`.execute(tx);
  const children = rows.map(({ child_id }) => child_id);
  await settleShortfalls(tx, actor, today, children);
  return new Set(children);
}
