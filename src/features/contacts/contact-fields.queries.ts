import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { absenceReasonFrom } from '../../domain/contacts/attendance.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { contactBeginning } from './contact.queries.ts';

/** Everything that a form about a contact offers, in two statements. */
export async function contactChoices(tx: Tx, actor: Actor, childId: string, today: Day) {
  const codes = await codeLists(tx, [
    'contact_type',
    'attendance',
    'absence_reason',
    'involvement_type',
  ]);
  const beginning = await contactBeginning(tx, actor, childId, today);
  return {
    beginning,
    types: codes.contact_type,
    attendance: codes.attendance,
    reasons: codes.absence_reason,
    workers: beginning.workers,
    involvements: beginning.involvements.map(({ id, type }) => ({
      id,
      label: labelOf(codes.involvement_type, type),
    })),
    rules: codes.absence_reason.map((code) =>
      absenceReasonFrom({
        code: code.code,
        label: code.label,
        attributes: (code.attributes ?? {}) as Readonly<Record<string, unknown>>,
        source: '',
        confidence: code.confidence,
        validFrom: null,
        validTo: null,
      }),
    ),
  };
}

export type ContactChoices = Awaited<ReturnType<typeof contactChoices>>;
