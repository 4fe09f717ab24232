import type { Day } from '../../../domain/calendar/day.ts';
import type { JudgedList } from '../../../domain/referrals/judge-list.ts';
import type { KeptMappings } from '../../../domain/referrals/map-columns.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { existingChildren } from '../../../record/known/known-children.queries.ts';
import { earlierHolds, keptMappings, outcomeWordings } from './import.queries.ts';
import { judgeTable } from './judge-table.ts';
import type { ListFile } from './read-file.ts';
import { type EarlierHold, fingerprintOf } from './report-rows.ts';

/** Judges a list against the record as it is now, with the columns as the service once mapped them, or as given. */
export async function judgeAgainstRecord(
  tx: Tx,
  serviceId: string,
  file: Extract<ListFile, { kind: 'read' }>,
  today: Day,
  mapping: KeptMappings | null,
): Promise<{ judged: JudgedList; earlier: ReadonlyMap<string, EarlierHold> }> {
  const judged = await judgeTable(file, {
    today,
    kept: mapping ?? (await keptMappings(tx, serviceId)),
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
