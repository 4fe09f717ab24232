import { sql } from 'kysely';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Completion } from '../../../domain/panels/delivery.ts';
import { type Outcome, outcomeFrom, owesPoliceNotice } from '../../../domain/panels/outcomes.ts';
import type { ReferenceRow } from '../../../domain/reference/reference-row.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { type Condition, conditionsOf } from '../../../record/conditions.tsx';

export type NoticeRow = {
  id: string;
  kind: 'completed' | 'not-complied' | 'withdrawn';
  evidence: string;
  sent_on: Day | null;
  sent_to: string | null;
  sent_how: string | null;
  proof: string | null;
  acknowledged_on: Day | null;
  police_decision: string | null;
  made_by: string | null;
  made_on: string;
  version: number;
};

export type DisposalOne = {
  id: string;
  referral_id: string;
  reference: string | null;
  decision_id: string;
  decision_status: 'made' | 'escalated' | 'final' | 'replaced';
  involvement_id: string | null;
  outcome: Outcome;
  decided_on: Day;
  given_on: Day | null;
  given_by: string | null;
  appropriate_adult: string | null;
  conditions: string | null;
  attendance_hours: number | null;
  due_by: Day | null;
  completed_on: Day | null;
  completion: Completion | null;
  completion_evidence: string | null;
  version: number;
  /** Most hours of attendance that may be a condition; null where there is no limit. */
  most_hours: number | null;
  hours_confidence: string | null;
  legal_basis: string | null;
  /** What police count it as: number, words, and how sure we are of them. */
  police_outcome: { code: string; label: string; confidence: string } | null;
  /** The last day to give the outcome, and to tell police once it was not kept; null where no time is set. */
  give_by: Day | null;
  notice_due: Day | null;
  offences: string[];
  notice: NoticeRow | null;
  /** Each condition with how it stands. */
  each: readonly Condition[];
};

type Row = Omit<DisposalOne, 'outcome'> & { outcome_row: ReferenceRow };

/** One outcome with its decision's standing, its limits and its notice, in one statement; nothing when hidden or not of this child. */
export async function disposalOne(
  tx: Tx,
  childId: string,
  id: string,
): Promise<DisposalOne | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Row>`
    select s.id, s.referral_id, r.reference, s.decision_id, d.status as decision_status, s.involvement_id, s.decided_on, s.given_on, s.given_by,
      s.appropriate_adult, s.conditions, s.attendance_hours, s.due_by, s.completed_on, s.completion, s.completion_evidence, s.version,
      (l.attributes ->> 'number')::int as most_hours, l.confidence as hours_confidence, v.attributes ->> 'legal_basis' as legal_basis,
      (select jsonb_build_object('code', h.code, 'label', h.label, 'confidence', h.confidence) from reference_code h
        where h.list = 'home_office_outcome' and h.code = c.attributes ->> 'home_office_outcome') as police_outcome,
      limit_due(s.service_id, 'outcome-delivered', s.decided_on) as give_by,
      limit_due(s.service_id, c.attributes ->> 'notice_limit', s.completed_on) as notice_due,
      coalesce((
        select jsonb_agg(coalesce(f.label, o.description) order by o.offence_on, o.created_at)
        from offence o left join reference_code f on f.list = 'offence' and f.code = o.code
        where o.referral_id = s.referral_id), '[]') as offences,
      (select jsonb_build_object('id', n.id, 'kind', n.kind, 'evidence', n.evidence, 'sent_on', n.sent_on, 'sent_to', n.sent_to, 'sent_how', n.sent_how,
          'proof', n.proof, 'acknowledged_on', n.acknowledged_on, 'police_decision', n.police_decision, 'made_by', m.name, 'made_on', n.created_at, 'version', n.version)
        from police_notice n left join staff m on m.id = n.created_by
        where n.disposal_id = s.id) as notice,
      ${conditionsOf(sql`x.disposal_id = s.id`)} as each,
      jsonb_build_object('code', c.code, 'label', c.label, 'attributes', c.attributes, 'source', c.source, 'confidence', c.confidence,
        'validFrom', c.valid_from, 'validTo', c.valid_to) as outcome_row
    from disposal s
    join decision d on d.service_id = s.service_id and d.id = s.decision_id
    join referral r on r.service_id = s.service_id and r.id = s.referral_id
    join reference_code c on c.list = 'outcome' and c.code = s.outcome
    left join reference_code v on v.list = 'involvement_type' and v.code = c.attributes ->> 'involvement_type'
    left join reference_code l on l.list = 'amount_limit' and l.attributes ->> 'applies_to' = s.outcome and l.attributes ->> 'unit' = 'hours'
    where s.id = ${id} and s.child_id = ${childId}`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { outcome_row, ...rest } = row;
  return { ...rest, outcome: outcomeFrom(outcome_row) };
}

/** Whether police are still owed word of how it ended, with proof that it was sent. */
export const owesNotice = ({ outcome, completion, notice }: DisposalOne): boolean =>
  owesPoliceNotice(
    outcome,
    completion,
    notice && { sentOn: notice.sent_on, proof: notice.proof ?? '' },
  );
