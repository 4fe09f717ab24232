import { sql } from 'kysely';
import { auditQuestions, questionsFor } from '../../../domain/audits/audit-questions.ts';
import type { Framework } from '../../../domain/inspections/framework.ts';
import type { CaseCount } from '../../../domain/inspections/rate-inspection.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { CountedCases } from '../inspections.queries.ts';

type Read = {
  readonly judged: readonly { question: string; yes: number; of: number }[];
  readonly samples: readonly { audit_id: string; tier: string; cases: number }[];
};

/**
 * Each key question over the cases of an inspection's audits: as they stand now, or as they stood when it was published.
 * A case that this person is still to read blind counts as not yet judged.
 */
export async function caseCounts(
  tx: Tx,
  framework: Framework,
  { audits, caseFigures }: CountedCases,
): Promise<ReadonlyMap<string, CaseCount>> {
  if (caseFigures) return new Map(Object.entries(caseFigures.counts));
  if (audits.length === 0) return new Map();
  const ids = sql`array[${sql.join(audits.map(({ id }) => id))}]::uuid[]`;
  const { rows } = await sql<Read>`select
    (select coalesce(jsonb_agg(o), '[]') from (
      select key_question as question, count(*) filter (where answer = 'yes')::int as yes, count(answer)::int as of
      from audit_outcomes(${ids}) group by key_question) o) as judged,
    (select coalesce(jsonb_agg(c), '[]') from audit_case_counts(${ids}) c) as samples`.execute(tx);
  const { judged, samples } = rows[0] ?? { judged: [], samples: [] };
  const asked = new Map<string, number>();
  for (const { audit_id, tier, cases } of samples) {
    const standards = audits.find(({ id }) => id === audit_id)?.standards ?? [];
    for (const { id } of questionsFor(auditQuestions(framework, standards), tier))
      asked.set(id, (asked.get(id) ?? 0) + cases);
  }
  return new Map(
    [...asked].map(([question, cases]) => {
      const { yes, of } = judged.find((one) => one.question === question) ?? { yes: 0, of: 0 };
      return [question, { yes, of, notYet: Math.max(0, cases - of) }];
    }),
  );
}
