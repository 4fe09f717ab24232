import { kindOfAgency, type SourceKind } from '../../../domain/assessments/sources.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** What became of asking a partner, as a judgement's boxes begin with it. */
export type PartnerSource = {
  /** Used, not relevant or no reply; blank when they answered and nobody has said yet what it is worth. */
  readonly use: string;
  readonly who: string;
};

/** For each kind of source the last answer of such a partner, or that they have not answered. */
export async function partnerSources(
  tx: Tx,
  childId: string,
): Promise<Partial<Record<SourceKind, PartnerSource>>> {
  const rows = await tx
    .selectFrom('information_request as r')
    .leftJoin('reference_code as c', (join) =>
      join.onRef('c.code', '=', 'r.agency').on('c.list', '=', 'agency'),
    )
    .select(['r.agency', 'c.label', 'r.status', 'r.use', 'r.asked_on', 'r.answered_on'])
    .where('r.child_id', '=', childId)
    .where('r.status', 'in', ['asked', 'answered'])
    .orderBy('r.answered_on', (order) => order.asc().nullsFirst())
    .orderBy('r.asked_on')
    .execute();
  // The last one of a kind stands: an answer before a question without one.
  return Object.fromEntries(
    rows.map(({ agency, label, use, asked_on, answered_on }) => [
      kindOfAgency[agency] ?? 'other',
      {
        use: answered_on ? (use ?? '') : 'no-reply',
        who: answered_on
          ? `${label ?? agency}, answered ${formatDay(answered_on)}`
          : `${label ?? agency}, asked ${formatDay(asked_on)}`,
      },
    ]),
  );
}
