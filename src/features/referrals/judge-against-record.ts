import type { Day } from '../../domain/calendar/day.ts';
import type { KeptMapping, SourceRow } from '../../domain/referrals/find-header.ts';
import type { JudgedList } from '../../domain/referrals/judge-list.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { existingChildren } from './existing-children.queries.ts';
import { earlierHolds, keptMappings, outcomeWordings } from './import.queries.ts';
import { judgeTable, keptFor } from './judge-table.ts';
import { type EarlierHold, fingerprintOf } from './report-rows.ts';

/** Judges a list against the record as it is now, with the columns as the service once mapped them, or as given. */
export async function judgeAgainstRecord(
  tx: Tx,
  serviceId: string,
  rows: readonly SourceRow[],
  today: Day,
  mapping: KeptMapping | null,
): Promise<{ judged: JudgedList; earlier: ReadonlyMap<string, EarlierHold> }> {
  const judged = await judgeTable(rows, {
    today,
    kept: mapping ?? keptFor(rows, await keptMappings(tx, serviceId)) ?? {},
    outcomeWordings: await outcomeWordings(tx),
    existing: (list) => existingChildren(tx, serviceId, list),
  });
  const held =
    judged.kind === 'judged' ? judged.rows.filter(({ verdict }) => verdict === 'hold') : [];
  const earlier = await earlierHolds(
    tx,
    serviceId,
    held.map(({ values }) => fingerprintOf(values)),
  );
  return { judged, earlier };
}
