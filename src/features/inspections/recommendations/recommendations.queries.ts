import { sql } from 'kysely';
import { agencyOf, rolesThat } from '../../../domain/access/can.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';

export type RecommendedAction = {
  readonly id: string;
  readonly what: string;
  readonly owner_name: string;
  readonly agency: string;
  readonly original_due: Day;
  readonly due_on: Day;
  readonly done_on: Day | null;
  readonly evidence: string | null;
  readonly impact: string | null;
};

export type Recommendation = {
  readonly id: string;
  readonly inspectionId: string;
  readonly inspection: string;
  readonly number: number;
  readonly text: string;
  readonly addressees: readonly string[];
  readonly measure: string | null;
  readonly metOn: Day | null;
  readonly metEvidence: string | null;
  readonly version: number;
  readonly actions: readonly RecommendedAction[];
};

const selected = sql`
  select r.id, r.inspection_id as "inspectionId", i.title as inspection, r.number, r.recommendation as text, r.addressees, r.measure,
    r.met_on as "metOn", r.met_evidence as "metEvidence", r.version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'what', a.what, 'owner_name', a.owner_name,
        'agency', coalesce((select c.label from reference_code c where c.list = 'agency' and c.code = a.agency), a.agency),
        'original_due', a.original_due, 'due_on', a.due_on, 'done_on', a.done_on,
        'evidence', a.evidence, 'impact', a.impact) order by a.due_on, a.id), '[]')
      from action a where a.service_id = r.service_id and a.about_table = 'inspection_recommendation' and a.about_id = r.id) as actions
  from inspection_recommendation r join inspection i on i.service_id = r.service_id and i.id = r.inspection_id`;

/** An inspection's recommendations by number, each with its actions. */
export async function recommendationsOf(
  tx: Tx,
  inspectionId: string,
): Promise<readonly Recommendation[]> {
  const { rows } = await sql<Recommendation>`
    ${selected} where r.inspection_id = ${inspectionId} order by r.number limit 100`.execute(tx);
  return rows;
}

/** Recommendations of every inspection open to this person, the newest inspection first. */
export async function allRecommendations(tx: Tx): Promise<readonly Recommendation[]> {
  const { rows } = await sql<Recommendation>`
    ${selected} order by i.fieldwork_from desc, i.id, r.number limit 200`.execute(tx);
  return rows;
}

/** One recommendation of an inspection; undefined when there is none such. */
export async function oneRecommendation(
  tx: Tx,
  inspectionId: string,
  id: string,
): Promise<Recommendation | undefined> {
  if (!isId(id) || !isId(inspectionId)) return undefined;
  const { rows } = await sql<Recommendation>`
    ${selected} where r.inspection_id = ${inspectionId} and r.id = ${id}`.execute(tx);
  return rows[0];
}

// What follows from a recommendation is for the service to do, not for inspectors.
const ownerRoles = rolesThat('inspection.progress').filter(
  (role) => agencyOf(role) !== 'inspectorate',
);

/** Staff who may own an action of a recommendation: those who can open it. */
export function ownerChoices(tx: Tx) {
  return tx
    .selectFrom('staff')
    .select(['id', 'name', 'job_title as title', 'agency'])
    .where('active_to', 'is', null)
    .where('role', 'in', ownerRoles)
    .orderBy('name')
    .execute();
}
