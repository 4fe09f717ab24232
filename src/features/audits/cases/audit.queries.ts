import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { differInCase } from './settle.queries.ts';

export type CaseReading = {
  readonly id: string;
  readonly reading: 'first' | 'second';
  readonly readerId: string;
  readonly reader: string;
  readonly doneOn: string | null;
  readonly hasBegun: boolean;
};
export type AuditCase = {
  readonly id: string;
  readonly childId: string;
  /** Null where this person does not see the child: the lead sees that case 7 exists, its readers see whose it is. */
  readonly child: string | null;
  readonly position: number;
  readonly tier: string;
  readonly disposal: string;
  /** The kind of work, in words. */
  readonly work: string;
  readonly sex: string;
  readonly risk: string;
  readonly worker: string | null;
  readonly workerId: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly readings: readonly CaseReading[];
  /** Key questions on which two readers differ and nobody has decided. */
  readonly toModerate: number;
};

/** The cases of an audit in their order, or one of them. */
export async function casesOf(
  tx: Tx,
  serviceId: string,
  auditId: string,
  caseId: string | null = null,
): Promise<AuditCase[]> {
  const { rows } = await sql<AuditCase>`
    select k.id, k.child_id as "childId", c.forename || ' ' || c.surname as child, k.position, k.tier, k.disposal, coalesce(t.label, k.disposal) as work, k.sex, k.risk,
      w.name as worker, k.worker_id as "workerId", k.withdrawn_on as "withdrawnOn", k.withdrawn_reason as "withdrawnReason", coalesce(r.readings, '[]') as readings,
      d.differ as "toModerate"
    from audit_case k
    left join child c on c.service_id = k.service_id and c.id = k.child_id
    left join staff w on w.service_id = k.service_id and w.id = k.worker_id
    left join reference_code t on t.list = 'involvement_type' and t.code = k.disposal
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'reading', x.reading, 'readerId', x.reader_id, 'reader', s.name, 'doneOn', x.done_on,
        'hasBegun', reading_has_begun(x.id)) order by x.reading) as readings
      from audit_reading x join staff s on s.service_id = x.service_id and s.id = x.reader_id
      where x.service_id = k.service_id and x.case_id = k.id) r on true
    cross join lateral ${differInCase}
    where k.service_id = ${serviceId} and k.audit_id = ${auditId} and (${caseId}::uuid is null or k.id = ${caseId}::uuid)
    order by k.position
    limit 200`.execute(tx);
  return rows;
}

type Counting = {
  readonly id: string;
  readonly title: string;
  readonly casesFrom: Day;
  readonly casesTo: Day;
  readonly fieldworkFrom: Day;
};

/** The inspection that counts an audit's cases, where this person may see it, with the window that it reads. */
export async function inspectionOf(tx: Tx, auditId: string): Promise<Counting | null> {
  const { rows } = await sql<Counting>`
    select i.id, i.title, i.cases_from as "casesFrom", i.cases_to as "casesTo", i.fieldwork_from as "fieldworkFrom" from inspection_audit l
    join inspection i on i.service_id = l.service_id and i.id = l.inspection_id
    where l.audit_id = ${auditId}`.execute(tx);
  return rows[0] ?? null;
}

/** How many cases are still to read or to settle, with those of records that this person does not see. */
export async function openCases(tx: Tx, auditId: string): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select audit_open_cases(${auditId}::uuid) as cases`.execute(tx);
  return rows[0]?.cases ?? 0;
}

/** Takes cases out of an audit that are still open and that nobody who runs audits may see any more. */
export async function withdrawSealedCases(tx: Tx, auditId: string): Promise<void> {
  await sql`select withdraw_sealed_cases(${auditId}::uuid)`.execute(tx);
}
