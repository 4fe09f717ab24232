import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { learnSizes } from '../../../platform/db/learn-sizes.ts';
import { earlierHolds, offenceWordings, onRecord } from './import.queries.ts';
import { watchGrowth } from './pieces.ts';
import { type Before, planImport, type RowPlan } from './plan-import.ts';
import type { PlannedRow } from './plan-row.ts';
import { fingerprintOf, type ReportRow } from './report-rows.ts';
import { findFault, writePlan } from './write-plan.ts';

/** A judged list that is to be made. */
export type JudgedImport = {
  readonly importId: string;
  readonly rows: readonly JudgedRow[];
  readonly today: Day;
  readonly before?: Before;
};

const nothing: Before = { children: new Map(), decisions: new Map() };

/** Lays out what a judged list makes. */
export async function planList(
  tx: Tx,
  serviceId: string,
  { importId, rows, today, before = nothing }: JudgedImport,
): Promise<readonly RowPlan[]> {
  const matched = rows.flatMap(({ child }) => (child?.kind === 'record' ? [child.id] : []));
  const named = [...before.decisions.values()].flatMap(({ childId }) => childId ?? []);
  const held = rows.filter(({ verdict }) => verdict === 'hold');
  return planImport(
    rows,
    { serviceId, today, importId, wordings: await offenceWordings(tx) },
    await onRecord(tx, serviceId, [...matched, ...named, ...before.children.values()]),
    await earlierHolds(
      tx,
      serviceId,
      held.map(({ values }) => fingerprintOf(values)),
    ),
    before,
  );
}

/** Makes everything that a judged list says, in the transaction it is given: all of it or, by throwing, nothing. */
export async function importList(
  tx: Tx,
  serviceId: string,
  list: JudgedImport,
): Promise<readonly ReportRow[]> {
  const plan = await planList(tx, serviceId, list);
  const rows = plan.map(({ planned }) => planned);
  const growth = watchGrowth(rows.length);
  for (let start = 0; start < rows.length; start += BATCH) {
    if (growth.isDue(start)) await learnSizes(tx);
    await inBatch(tx, rows.slice(start, start + BATCH));
  }
  return plan.map(({ report }) => report);
}

const BATCH = 250;

async function inBatch(tx: Tx, batch: readonly PlannedRow[]): Promise<void> {
  await sql`savepoint batch`.execute(tx);
  try {
    await writePlan(tx, batch);
  } catch (error) {
    await sql`rollback to savepoint batch`.execute(tx);
    await findFault(tx, batch);
    throw error;
  }
  await sql`release savepoint batch`.execute(tx);
}
