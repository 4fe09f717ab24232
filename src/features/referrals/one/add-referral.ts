import type { Actor } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { offenceKey, splitOffences } from '../../../domain/referrals/split-offences.ts';
import { nextVictimLabel } from '../../../domain/victims/label.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { offenceWordings, onRecord } from '../import/import.queries.ts';
import { referralKey } from '../import/plan-import.ts';
import { offenceRows } from '../import/plan-row.ts';
import { writeRows } from '../import/write-plan.ts';
import type { referralFields } from './referral-fields.ts';

/** Logs a referral by hand, with its offences and, where somebody was harmed, a line for the victim; the id, or the one that has the reference already. */
export async function addReferral(
  tx: Tx,
  actor: Actor,
  childId: string,
  given: ValuesOf<typeof referralFields>,
  today: Day,
): Promise<{ readonly kind: 'made' | 'known'; readonly id: string }> {
  const had = await onRecord(tx, actor.serviceId, [childId]);
  const reference =
    given.reference === null ? null : given.reference.toUpperCase().replace(/\s/g, '');
  const known = reference === null ? undefined : had.referrals.get(referralKey(childId, reference));
  if (known) return { kind: 'known', id: known };
  const id = newId();
  const context = {
    serviceId: actor.serviceId,
    today,
    importId: null,
    wordings: await offenceWordings(tx),
  };
  const words = [
    ...new Map(
      splitOffences(given.offences ?? '').map((text) => [offenceKey(text), text]),
    ).values(),
  ];
  const offence = offenceRows(context, childId, id, words, given.offence_on);
  const made = { service_id: actor.serviceId, child_id: childId };
  await writeRows(tx, [
    {
      row: 1,
      values: {
        referral: [
          {
            ...made,
            id,
            source: given.source,
            agency: given.agency,
            reference,
            referred_on: given.referred_on,
            received_on: today,
            officer: given.officer,
            proposed_outcome: given.proposed_outcome,
            admission: given.admission,
            has_victim: given.has_victim,
            victim_consents: given.has_victim === 'no' ? 'not-applicable' : given.victim_consents,
            detail: given.detail,
            state: 'received',
          },
        ],
        offence,
        victim_involvement:
          given.has_victim === 'yes'
            ? [
                {
                  ...made,
                  id: newId(),
                  referral_id: id,
                  offence_id: offence.length === 1 ? (offence[0]?.id ?? null) : null,
                  label: nextVictimLabel(had.victims.get(childId) ?? []),
                  wishes: 'not-sought',
                  safety_need: 'unknown',
                  updates_wanted: 'not-asked',
                },
              ]
            : [],
      },
    },
  ]);
  return { kind: 'made', id };
}
