import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild, relate, seal } from './children.ts';
import { serviceId, staffId } from './database.ts';
import { personOf } from './people-of-roles.ts';
import { laying, layRandomRow, putRow, type Row } from './random-rows.ts';

/** Stands for whoever asks, in rows that are made before anybody does. */
export const asker = '00000000-0000-7000-8000-000000000001';
export const another = staffId('ben-thackery');
/** What says who sees a child is laid down, and not by chance. */
const saysWho = ['relationship', 'restricted_record', 'break_glass', 'panel_conflict'];

/** Four children with the same random rows: nobody’s, everybody’s, a sealed one that nobody is named for, and one that all are. */
export async function layFour(tx: Tx) {
  const children = {
    open: await makeChild(tx),
    tied: await makeChild(tx),
    sealed: await makeChild(tx),
    listed: await makeChild(tx),
  };
  const { lay, tables } = await laying(tx, 3, [staffId('ama-lovelock'), another]);
  const chosen = tables.filter((table) => !saysWho.includes(table));
  const all = { ...lay, children: [await makeChild(tx), await makeChild(tx)] };
  for (const table of chosen)
    for (let n = 0; n < 2; n += 1) await layRandomRow(all, table, children.tied);
  const others = Object.values(children).filter((child) => child !== children.tied);
  const twins = new Map(others.map((child) => [child, new Map([[children.tied, child]])]));
  for (const table of chosen) {
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where service_id = ${serviceId} and child_id = ${children.tied}`.execute(tx);
    for (const [n, ids] of [...twins.values()].entries())
      for (const { row } of rows) {
        if (typeof row.id === 'string') ids.set(row.id, newId());
        // Cases of one audit stand one after another.
        const place =
          table === 'audit_case' ? { position: Number(row.position) + 10 * (n + 1) } : {};
        await putRow(tx, table, { ...withIds(row, ids), ...place });
      }
  }
  for (const code of Object.values(personOf))
    for (const child of [children.tied, children.listed])
      await relate(tx, child, code, 'named-list');
  for (const child of [children.sealed, children.listed]) await seal(tx, child);
  return { lay: { ...all, staff: [asker, another] }, tables: chosen, children, twins };
}

/** A row, or rows, with ids put for others. */
export const withIds = <T>(row: T, ids: ReadonlyMap<string, string>): T =>
  JSON.parse(
    JSON.stringify(row).replaceAll(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (id) => ids.get(id) ?? id,
    ),
  );
