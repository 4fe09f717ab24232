import type { Day } from '../../../domain/calendar/day.ts';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { nextNumbers } from '../../../platform/db/add-child.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { earlierHolds, offenceWordings, onRecord } from './import.queries.ts';
import { planImport } from './plan-import.ts';
import { fingerprintOf, type ReportRow } from './report-rows.ts';
import { writePlan } from './write-plan.ts';

/** Makes everything that a judged list says, in the transaction it is given: all of it or, by throwing, nothing. */
export async function importList(
  tx: Tx,
  serviceId: string,
  list: { readonly importId: string; readonly rows: readonly JudgedRow[]; readonly today: Day },
  onProgress: (done: number) => Promise<void> = async () => undefined,
): Promise<readonly ReportRow[]> {
  const matched = list.rows.flatMap(({ child }) => (child?.kind === 'record' ? [child.id] : []));
  const newChildren = list.rows.filter(({ effect }) => effect.kind === 'new-child').length;
  const held = list.rows.filter(({ verdict }) => verdict === 'hold');
  const context = {
    serviceId,
    today: list.today,
    importId: list.importId,
    wordings: await offenceWordings(tx),
  };
  const plan = planImport(
    list.rows,
    await nextNumbers(tx, newChildren),
    context,
    await onRecord(tx, serviceId, matched),
    await earlierHolds(
      tx,
      serviceId,
      held.map(({ values }) => fingerprintOf(values)),
    ),
  );
  await writePlan(tx, plan.rows, onProgress);
  return plan.report;
}
