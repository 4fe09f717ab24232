import type { ReferralValues } from '../../../domain/referrals/referral-values.ts';
import { offenceKey } from '../../../domain/referrals/split-offences.ts';
import { nextNumbers } from '../../../platform/db/add-child.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { Outcome } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { offenceWordings, onRecord } from '../import/import.queries.ts';
import { referralKey } from '../import/plan-import.ts';
import { childRows, offenceRows, type RowContext, referralRows } from '../import/plan-row.ts';
import { writeRows } from '../import/write-plan.ts';
import type { Hold } from './holds.queries.ts';

export type HoldDecision =
  | { readonly kind: 'matched'; readonly childId: string }
  | { readonly kind: 'created' }
  | { readonly kind: 'discarded' };

/** Does with a held row what a person decided, with what they put right, in one transaction; the id is that of the child, if there is one. */
export async function decideHold(
  { tx, actor, now, today }: PageContext,
  hold: Pick<Hold, 'id' | 'version' | 'importId' | 'row'>,
  decision: HoldDecision,
  values: ReferralValues,
  note: string,
): Promise<Outcome> {
  const childId =
    decision.kind === 'matched' ? decision.childId : decision.kind === 'created' ? newId() : null;
  const saved = await changeRow(tx, 'referral_hold', hold, {
    resolution: decision.kind,
    resolved_at: now,
    resolved_by: actor.staffId,
    resolved_child_id: childId,
    resolution_note: note,
  });
  if (saved.kind === 'moved-on' || childId === null) return saved;
  const context = {
    serviceId: actor.serviceId,
    today,
    importId: hold.importId,
    wordings: await offenceWordings(tx),
  };
  const made =
    decision.kind === 'created'
      ? childRows(context, childId, (await nextNumbers(tx, 1))[0] ?? '', values)
      : {};
  const referral = await rowsOfReferral(tx, context, childId, hold.row, values);
  await writeRows(tx, [{ row: hold.row, values: { ...made, ...referral } }]);
  return { kind: 'saved', id: childId };
}

// A child who has this URN already gets only the offences that are new.
async function rowsOfReferral(
  tx: Tx,
  context: RowContext,
  childId: string,
  row: number,
  values: ReferralValues,
) {
  const had = await onRecord(tx, context.serviceId, [childId]);
  const known =
    values.urn === null ? undefined : had.referrals.get(referralKey(childId, values.urn));
  if (known === undefined) {
    const victims = had.victims.get(childId) ?? [];
    return referralRows(context, { id: newId(), childId, row, victims }, values);
  }
  const before = new Set((had.offences.get(known) ?? []).map(offenceKey));
  const added = values.offences.filter((text) => !before.has(offenceKey(text)));
  return { offence: offenceRows(context, childId, known, added, values.offenceDate) };
}
