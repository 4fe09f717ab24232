import { sql } from 'kysely';
import type { SampleFrame, SamplePlan } from '../../domain/audits/sample-plan.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { isId } from '../../platform/http/is-id.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { urls } from '../../urls.ts';

export type Audit = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly theme: string | null;
  readonly frameworkId: string;
  readonly standards: readonly string[];
  readonly month: Day;
  readonly dueOn: Day;
  readonly leadId: string;
  readonly lead: string;
  readonly status: string;
  readonly plan: SamplePlan | null;
  readonly frame: SampleFrame | null;
  readonly drawnOn: Day | null;
  readonly summary: string | null;
  readonly finishedOn: Day | null;
  readonly cancelledReason: string | null;
  readonly version: number;
};

const columns = sql`a.id, a.title, a.kind, a.theme, a.framework_id as "frameworkId", a.standards, a.month, a.due_on as "dueOn",
  a.lead_id as "leadId", l.name as lead, a.status, a.drawn_on as "drawnOn", a.finished_on as "finishedOn", a.cancelled_reason as "cancelledReason", a.version`;

/** One audit with its sample's plan and frame; undefined when there is none such to this person. */
export async function oneAudit(tx: Tx, serviceId: string, id: string): Promise<Audit | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Audit>`
    select ${columns}, a.sample_plan as plan, a.sample_frame as frame, a.summary
    from audit a join staff l on l.service_id = a.service_id and l.id = a.lead_id
    where a.service_id = ${serviceId} and a.id = ${id}`.execute(tx);
  return rows[0];
}

export type AuditLine = Omit<Audit, 'plan' | 'frame' | 'summary'> & {
  readonly readings: number;
  readonly done: number;
};

/** Audits of a span of months, newest month first, with how many readings are finished. */
export async function auditLines(
  tx: Tx,
  serviceId: string,
  from: Day,
  to: Day,
): Promise<AuditLine[]> {
  const { rows } = await sql<AuditLine>`
    with shown as (
      select a.* from audit a
      where a.service_id = ${serviceId} and a.month between ${from}::date and ${to}::date
      order by a.month desc, a.title, a.id limit 200)
    select ${columns}, coalesce(r.readings, 0) as readings, coalesce(r.done, 0) as done
    from shown a join staff l on l.service_id = a.service_id and l.id = a.lead_id
    left join audit_progress((select array_agg(s.id) from shown s)) r on r.audit_id = a.id
    order by a.month desc, a.title, a.id`.execute(tx);
  return rows;
}

export type MyReading = {
  readonly id: string;
  readonly childId: string;
  readonly child: string | null;
  readonly auditId: string;
  readonly audit: string;
  readonly dueOn: Day;
  readonly reading: string;
  readonly position: number;
};

/** What this person has still to read, the soonest due first. */
export async function myReadings(tx: Tx, serviceId: string, staffId: string): Promise<MyReading[]> {
  const { rows } = await sql<MyReading>`
    select r.id, r.child_id as "childId", c.forename || ' ' || c.surname as child, a.id as "auditId", a.title as audit, a.due_on as "dueOn",
      r.reading, k.position
    from audit_reading r
    join audit a on a.service_id = r.service_id and a.id = r.audit_id and a.status = 'reading'
    join audit_case k on k.service_id = r.service_id and k.id = r.case_id and k.withdrawn_on is null
    left join child c on c.service_id = r.service_id and c.id = r.child_id
    where r.service_id = ${serviceId} and r.reader_id = ${staffId} and r.done_on is null
    order by a.due_on, a.title, k.position
    limit 100`.execute(tx);
  return rows;
}

const movedOnWords = {
  planned: 'The sample of this audit is not drawn yet',
  reading: 'The sample of this audit was drawn meanwhile, and its cases are being read',
  finished: 'This audit was finished meanwhile, and its figures stand',
  cancelled: 'This audit was given up meanwhile',
};

/** Says how far an audit has come that is not where this page needs it, and leads to it. */
export const auditMovedOn = ({ id, status }: Pick<Audit, 'id' | 'status'>): never =>
  movedOn(movedOnWords[status as keyof typeof movedOnWords], {
    href: urls.audits.one(id),
    text: 'See the audit',
  });
