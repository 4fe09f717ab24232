import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

export type Meeting = {
  readonly id: string;
  readonly heldOn: Day;
  readonly attended: string;
  readonly notes: string | null;
  readonly version: number;
  readonly by: string | null;
};

/** Meetings of an inspection's ratings panel, in order. */
export async function meetingsOf(tx: Tx, inspectionId: string): Promise<readonly Meeting[]> {
  return tx
    .selectFrom('inspection_panel as p')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'p.service_id').onRef('s.id', '=', 'p.created_by'),
    )
    .select(['p.id', 'p.held_on as heldOn', 'p.attended', 'p.notes', 'p.version', 's.name as by'])
    .where('p.inspection_id', '=', inspectionId)
    .orderBy('p.held_on')
    .orderBy('p.id')
    .limit(50)
    .execute();
}

export type PanelDecision = {
  readonly id: string;
  readonly question: string;
  readonly outcome: string | null;
  readonly rationale: string;
  readonly dissent: string | null;
  readonly information: string;
  readonly positions: readonly { readonly by: string; readonly position: string }[];
  readonly decidedOn: Day;
  readonly status: string;
  readonly by: string | null;
};

/** What a ratings panel decided, the newest first; decisions that were replaced are kept and follow. */
export async function decisionsOf(tx: Tx, inspectionId: string): Promise<readonly PanelDecision[]> {
  return tx
    .selectFrom('decision as d')
    .leftJoin('staff as s', (join) =>
      join.onRef('s.service_id', '=', 'd.service_id').onRef('s.id', '=', 'd.decided_by'),
    )
    .select([
      'd.id',
      'd.question',
      'd.outcome',
      'd.rationale',
      'd.dissent',
      'd.information',
      'd.decided_on as decidedOn',
      'd.status',
      's.name as by',
    ])
    .select((select) =>
      select.ref('d.positions').$castTo<PanelDecision['positions']>().as('positions'),
    )
    .where('d.about_table', '=', 'inspection')
    .where('d.about_id', '=', inspectionId)
    .orderBy('d.status')
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id')
    .limit(100)
    .execute();
}
