import { sql } from 'kysely';
import type { Actor } from '../domain/access/can.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { orRefused } from '../platform/db/or-refused.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import type { FieldSet, ValuesOf } from './field.ts';
import { addRow, type RecordTable } from './rows.ts';

/** A table of episodes: true of a child from a day, until a day, as somebody said and perhaps checked. */
export type EpisodeTable = {
  [T in RecordTable]: DB[T] extends { child_id: unknown; valid_from: unknown; valid_to: unknown }
    ? T
    : never;
}[RecordTable];

/** What every episode has beside its own fields. */
export type Episode = {
  readonly id: string;
  readonly version: number;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  readonly source: string;
  readonly verified_on: Day | null;
  /** Who checked it, by name. */
  readonly checked_by: string | null;
};
export type EpisodeOf<F extends FieldSet> = ValuesOf<F> & Episode;

/** A child's episodes, newest first. */
export async function episodesOf<F extends FieldSet>(
  tx: Tx,
  table: EpisodeTable,
  childId: string,
): Promise<readonly EpisodeOf<F>[]> {
  const { rows } = await sql<EpisodeOf<F>>`
    select e.*, s.name as checked_by from ${sql.table(table)} e left join staff s on s.id = e.verified_by
    where e.child_id = ${childId} order by e.valid_from desc, e.id`.execute(tx);
  return rows;
}

type New = {
  readonly childId: string;
  readonly columns: Readonly<Record<string, unknown>> & { readonly valid_from: Day };
  readonly replaces: boolean;
  readonly verified: boolean;
  readonly today: Day;
};

/** Adds an episode; what stands when it begins is ended on that day when this one replaces it. */
export async function addEpisode(
  tx: Tx,
  actor: Actor,
  table: EpisodeTable,
  { childId, columns, replaces, verified, today }: New,
): Promise<void> {
  if (replaces)
    await sql`update ${sql.table(table)} set valid_to = ${columns.valid_from}
      where child_id = ${childId} and valid_to is null and valid_from <= ${columns.valid_from}`.execute(
      tx,
    );
  const checked = verified ? { verified_on: today, verified_by: actor.staffId } : {};
  await addRow(tx, actor, table, { child_id: childId, ...columns, ...checked } as never);
}

/** Adds a row where none stands already, over the same days or the same again; true when it was done. */
export const unlessTaken = async (tx: Tx, work: () => Promise<unknown>): Promise<boolean> =>
  (await orRefused(tx, ['23P01', '23505'], work)) === null;
