import { sql } from 'kysely';
import type { Outcome } from '../../../domain/audits/results.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';

/** Every judgement of some audits as it stands, without the children. */
export async function outcomesOf(tx: Tx, audits: readonly string[]): Promise<Outcome[]> {
  if (audits.length === 0) return [];
  const { rows } = await sql<Outcome>`
    select audit_id, tier, team_id, key_question, answer, first_answer, second_answer, is_moderated, self_view
    from audit_outcomes(${[...audits]}::uuid[])
    order by audit_id, "position", key_question`.execute(tx);
  return rows;
}

export type PromptCount = {
  readonly key_question: string;
  readonly prompt: string;
  readonly yes: number;
  readonly no: number;
  readonly not_applicable: number;
};

/** The first readers' answers to an audit's prompts, counted. */
export async function promptCounts(tx: Tx, auditId: string): Promise<PromptCount[]> {
  const { rows } = await sql<PromptCount>`
    select key_question, prompt, yes, no, not_applicable from audit_prompt_counts(array[${auditId}]::uuid[])`.execute(
    tx,
  );
  return rows;
}

export type Words = {
  readonly position: number;
  readonly reading: string;
  readonly strengths: string;
  readonly learning: string;
};

/** What finished readings found good and what there is to learn, of the cases this person may see, by case. */
export async function wordsOf(tx: Tx, serviceId: string, auditId: string): Promise<Words[]> {
  const { rows } = await sql<Words>`
    select k.position, r.reading, o.strengths, o.learning
    from audit_reading r
    join audit_case k on k.service_id = r.service_id and k.id = r.case_id and k.withdrawn_on is null
    cross join lateral reading_words(r.id) o
    where r.service_id = ${serviceId} and r.audit_id = ${auditId} and r.done_on is not null
      and r.case_id not in (select u.case_id from unread_cases() u)
    order by k.position, r.reading
    limit 200`.execute(tx);
  return rows;
}

export type TeamName = { readonly id: string; readonly name: string };

/** The teams that hold children. */
export function teamsOf(tx: Tx, serviceId: string): Promise<TeamName[]> {
  return tx
    .selectFrom('team')
    .select(['id', 'name'])
    .where('service_id', '=', serviceId)
    .orderBy('name')
    .execute();
}
