import { sql } from 'kysely';
import { rolesThat } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { DrawnSample } from '../../domain/inspections/fit-samples.ts';
import type { CountedGroups } from '../../domain/inspections/printed-counts.ts';
import type { CaseCount } from '../../domain/inspections/rate-inspection.ts';
import type { RelevantCount } from '../../domain/inspections/report.ts';
import type { inspectionKinds, inspectionStates } from '../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { isId } from '../../platform/http/is-id.ts';

export type InspectionState = keyof typeof inspectionStates;
export type RatingRow = {
  readonly id: string;
  readonly standard: string;
  readonly rating: string | null;
  readonly reason: string;
  readonly decisionId: string | null;
  readonly version: number;
};
export type LinkedAudit = {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly standards: readonly string[];
};
/** A prompt of a standard with its counts. */
export type RelevantOf = RelevantCount & {
  readonly standard: string;
  readonly yes: number;
  readonly of: number;
};
/** What the cases of an inspection show, beside its ratings. */
export type CaseDetails = {
  /** Each prompt by its standard and key question, out of those cases to which it applied; management oversight is among them. */
  readonly relevant: readonly RelevantOf[];
  readonly children: readonly CountedGroups[];
  /** How many victims' cases were drawn; absent where none was. */
  readonly victims?: number;
};
export type CaseFigures = CaseDetails & {
  readonly counts: Readonly<Record<string, CaseCount>>;
  /** The titles of its audits and its lead's name as the report printed them; absent where it was published before they were kept. */
  readonly audits?: readonly string[];
  readonly lead?: string;
};
export type Inspection = {
  readonly id: string;
  readonly title: string;
  readonly kind: keyof typeof inspectionKinds;
  readonly frameworkId: string;
  readonly inspectionType: string;
  readonly leadId: string;
  readonly lead: string;
  readonly fieldworkFrom: Day;
  readonly fieldworkTo: Day;
  readonly casesFrom: Day;
  readonly casesTo: Day;
  readonly state: InspectionState;
  readonly publishedOn: Day | null;
  /** Kept from the day of publication; null until then. */
  readonly caseFigures: CaseFigures | null;
  readonly version: number;
  readonly audits: readonly (LinkedAudit & { readonly sample: DrawnSample | null })[];
  readonly ratings: readonly RatingRow[];
  /** How many findings bear on each standard; withdrawn ones are not counted. */
  readonly findings: readonly { standard: string; strengths: number; gaps: number }[];
  readonly meetings: number;
  readonly points: { readonly all: number; readonly open: number };
  readonly recommendations: number;
};

/** The audits that an inspection counts, or what it counted when it was published. */
export type CountedCases = Pick<Inspection, 'caseFigures'> & {
  readonly audits: readonly LinkedAudit[];
};

const columns = sql`i.id, i.title, i.kind, i.framework_id as "frameworkId", i.inspection_type as "inspectionType", i.lead_id as "leadId",
  s.name as lead, i.fieldwork_from as "fieldworkFrom", i.fieldwork_to as "fieldworkTo", i.cases_from as "casesFrom", i.cases_to as "casesTo",
  i.state, i.published_on as "publishedOn", i.version`;

/** One inspection with its audits and ratings and how much there is of the rest, in one statement. */
export async function oneInspection(tx: Tx, id: string): Promise<Inspection | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Inspection>`
    select ${columns}, i.case_figures as "caseFigures",
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'status', a.status, 'standards', to_jsonb(a.standards),
          'sample', case when a.drawn_on is not null then jsonb_build_object('title', a.title, 'themes', coalesce(a.sample_plan -> 'themes', '[]'),
            'opens', a.sample_plan ->> 'opens', 'closes', a.sample_plan ->> 'closes',
            'size', a.sample_frame -> 'size', 'population', a.sample_frame -> 'population',
            'leftFor', coalesce(jsonb_path_query_array(a.sample_frame, '$.left[*].reason'), '[]'),
            'leftTiers', coalesce(a.sample_frame -> 'leftTiers', '[]')) end) order by a.title, a.id), '[]')
        from inspection_audit l join audit a on a.service_id = l.service_id and a.id = l.audit_id
        where l.service_id = i.service_id and l.inspection_id = i.id) as audits,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'standard', r.standard, 'rating', r.rating, 'reason', r.reason,
          'decisionId', r.decision_id, 'version', r.version)), '[]')
        from inspection_rating r where r.service_id = i.service_id and r.inspection_id = i.id) as ratings,
      (select coalesce(jsonb_agg(e), '[]') from (
        select standard, count(*) filter (where bears = 'strength')::int as strengths, count(*) filter (where bears = 'gap')::int as gaps
        from inspection_evidence where service_id = i.service_id and inspection_id = i.id and withdrawn_reason is null group by standard) e) as findings,
      (select count(*)::int from inspection_panel p where p.service_id = i.service_id and p.inspection_id = i.id) as meetings,
      (select jsonb_build_object('all', count(*)::int, 'open', count(*) filter (where answer is null)::int)
        from inspection_point p where p.service_id = i.service_id and p.inspection_id = i.id) as points,
      (select count(*)::int from inspection_recommendation r where r.service_id = i.service_id and r.inspection_id = i.id) as recommendations
    from inspection i join staff s on s.service_id = i.service_id and s.id = i.lead_id
    where i.id = ${id}`.execute(tx);
  return rows[0];
}

export type InspectionLine = Pick<
  Inspection,
  'id' | 'title' | 'kind' | 'frameworkId' | 'lead' | 'fieldworkFrom' | 'fieldworkTo' | 'state'
> & { readonly publishedOn: Day | null };

/** Inspections of the service, the newest first. */
export async function inspectionLines(tx: Tx): Promise<readonly InspectionLine[]> {
  const { rows } = await sql<InspectionLine>`
    select ${columns} from inspection i join staff s on s.service_id = i.service_id and s.id = i.lead_id
    order by i.fieldwork_from desc, i.title, i.id limit 200`.execute(tx);
  return rows;
}

/** Staff who may lead an inspection or its parts, by name. */
export function leadChoices(tx: Tx) {
  return tx
    .selectFrom('staff')
    .select(['id', 'name', 'job_title as title'])
    .where('active_to', 'is', null)
    .where('role', 'in', rolesThat('inspection.lead'))
    .orderBy('name')
    .execute();
}
