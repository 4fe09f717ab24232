import { sql } from 'kysely';
import { type Actor, rolesThat } from '../../../domain/access/can.ts';
import { caseStandards } from '../../../domain/audits/audit-questions.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { addRow } from '../../../record/rows.ts';
import type { OpenInspection } from '../open-inspection.ts';

export type FreeAudit = { readonly id: string; readonly text: string };

/** Audits of the same framework that belong to no inspection yet, the newest first. */
export async function freeAudits(tx: Tx, frameworkId: string): Promise<readonly FreeAudit[]> {
  const { rows } = await sql<{ id: string; title: string; dueOn: Day }>`
    select a.id, a.title, a.due_on as "dueOn" from audit a
    where a.framework_id = ${frameworkId} and a.status <> 'cancelled'
      and not exists (select 1 from inspection_audit l where l.service_id = a.service_id and l.audit_id = a.id)
    order by a.month desc, a.title, a.id limit 50`.execute(tx);
  return rows.map(({ id, title, dueOn }) => ({ id, text: `${title}, due ${formatDay(dueOn)}` }));
}

/** Counts an audit's cases in an inspection. */
export const linkAudit = (tx: Tx, actor: Actor, inspectionId: string, auditId: string) =>
  addRow(tx, actor, 'inspection_audit', { inspection_id: inspectionId, audit_id: auditId });

/** Counts an audit's cases no longer; the audit itself stays. */
export const unlinkAudit = (tx: Tx, inspectionId: string, auditId: string) =>
  tx
    .deleteFrom('inspection_audit')
    .where('inspection_id', '=', inspectionId)
    .where('audit_id', '=', auditId)
    .execute();

/** Plans the reading of children's cases or of victims' for every standard that rests on them; gives the audit's id, and its sample is drawn there. */
export async function planReading(
  tx: Tx,
  actor: Actor,
  open: OpenInspection,
  plan: ReadingPlan,
): Promise<string> {
  const { inspection, framework } = open;
  // An inspector may lead an inspection and no audit: whoever plans the reading leads that.
  const leader = await tx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', inspection.leadId)
    .where('role', 'in', rolesThat('audit.manage'))
    .executeTakeFirst();
  const id = await addRow(tx, actor, 'audit', {
    title: `${plan.ofVictims ? 'Victims’ cases' : 'Cases'} of ${inspection.title}`,
    kind: inspection.kind === 'inspectorate' ? 'inspection' : 'mock-inspection',
    framework_id: framework.id,
    standards: [...plan.standards],
    month: `${inspection.fieldworkFrom.slice(0, 7)}-01`,
    due_on: inspection.fieldworkTo,
    lead_id: leader?.id ?? actor.staffId,
  });
  await linkAudit(tx, actor, inspection.id, id);
  return id;
}

/** A reading that an inspection has still to plan. */
export type ReadingPlan = { readonly ofVictims: boolean; readonly standards: readonly string[] };

/** The readings that an inspection's standards rest on and that are not planned yet: children's cases, and victims'. */
export function plansLeft({ framework, type, inspection }: OpenInspection): ReadingPlan[] {
  const asked = caseStandards(framework).filter(({ standard }) =>
    type.standards.includes(standard.id),
  );
  return [false, true].flatMap((ofVictims) => {
    const standards = asked
      .filter(({ cases }) => (cases === 'victims') === ofVictims)
      .map(({ standard }) => standard.id);
    const isPlanned = inspection.audits.some(
      ({ status, ...audit }) =>
        status !== 'cancelled' && audit.standards.some((id) => standards.includes(id)),
    );
    return standards.length > 0 && !isPlanned ? [{ ofVictims, standards }] : [];
  });
}
