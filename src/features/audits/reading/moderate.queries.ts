import { sql } from 'kysely';
import type { Conflict } from '../../../domain/audits/conflicts.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Judgement } from './reading.queries.ts';

export type ReadCase = {
  readonly id: string;
  readonly auditId: string;
  readonly audit: string;
  readonly auditStatus: string;
  readonly frameworkId: string;
  readonly standards: readonly string[];
  readonly position: number;
  readonly tier: string;
  readonly withdrawnOn: string | null;
  /** Why this person may not judge the case, if so. */
  readonly tie: Conflict | null;
  /** Whether the worker was told what was found: then it stands. */
  readonly isShared: boolean;
  readonly readings: readonly {
    readonly id: string;
    readonly reading: 'first' | 'second';
    readonly readerId: string;
    readonly reader: string;
    readonly doneOn: string | null;
    readonly strengths: string | null;
    readonly learning: string | null;
    readonly judgements: readonly Judgement[];
  }[];
  readonly moderations: readonly Moderation[];
};
export type Moderation = {
  readonly id: string;
  readonly keyQuestion: string;
  readonly answer: string;
  readonly reason: string;
  readonly by: string | null;
  readonly on: string;
  readonly version: number;
};

/** One case with what each finished reader judged and what was agreed since; undefined while a reading is not finished. */
export async function readCase(
  tx: Tx,
  serviceId: string,
  childId: string,
  id: string,
): Promise<ReadCase | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<ReadCase>`
    select k.id, a.id as "auditId", a.title as audit, a.status as "auditStatus", a.framework_id as "frameworkId", a.standards, k.position, k.tier,
      k.withdrawn_on as "withdrawnOn",
      (select t.kind from audit_ties(array[k.child_id], array[my_staff()]) t order by t.kind limit 1) as tie,
      exists (select 1 from audit_feedback f where f.service_id = k.service_id and f.case_id = k.id) as "isShared",
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'reading', r.reading, 'readerId', r.reader_id, 'reader', s.name, 'doneOn', r.done_on,
          'strengths', o.strengths, 'learning', o.learning, 'judgements', (
            select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'keyQuestion', j.key_question, 'answer', j.answer, 'reason', j.reason,
              'prompts', j.prompts, 'evidence', j.evidence, 'version', j.version)), '[]')
            from audit_judgement j where j.service_id = r.service_id and j.reading_id = r.id and r.done_on is not null)) order by r.reading), '[]')
        from audit_reading r join staff s on s.service_id = r.service_id and s.id = r.reader_id left join lateral reading_words(r.id) o on true
        where r.service_id = k.service_id and r.case_id = k.id) as readings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'keyQuestion', m.key_question, 'answer', m.answer, 'reason', m.reason,
          'by', s.name, 'on', m.moderated_on, 'version', m.version)), '[]')
        from audit_moderation m left join staff s on s.service_id = m.service_id and s.id = m.created_by
        where m.service_id = k.service_id and m.case_id = k.id) as moderations
    from audit_case k
    join audit a on a.service_id = k.service_id and a.id = k.audit_id
    where k.service_id = ${serviceId} and k.id = ${id} and k.child_id = ${childId}
      and k.id not in (select u.case_id from unread_cases() u)`.execute(tx);
  return rows[0];
}
