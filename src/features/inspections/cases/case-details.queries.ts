import { sql } from 'kysely';
import { levels } from '../../../domain/assessments/levels.data.ts';
import type { Framework } from '../../../domain/inspections/framework.ts';
import { standardsOf } from '../../../domain/inspections/in-framework.ts';
import type { CountedGroups } from '../../../domain/inspections/printed-counts.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { CaseDetails, Inspection } from '../inspections.queries.ts';

type Prompt = {
  readonly prompt: string;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
};
type Sample = Readonly<Record<'sex' | 'disposal' | 'risk', string>> & { readonly cases: number };

/** What the cases show beside their percentages: counts of the cases a prompt applied to, and who the children were. */
export async function caseDetails(
  tx: Tx,
  framework: Framework,
  { audits, caseFigures }: Pick<Inspection, 'audits' | 'caseFigures'>,
): Promise<CaseDetails> {
  if (caseFigures) return caseFigures;
  if (audits.length === 0) return { relevant: [], children: [] };
  const ids = sql`array[${sql.join(audits.map(({ id }) => id))}]::uuid[]`;
  const { rows } = await sql<{ prompts: readonly Prompt[]; samples: readonly Sample[] }>`select
    (select coalesce(jsonb_agg(p), '[]') from (
      select prompt, sum(yes)::int as yes, sum(no)::int as no, sum(not_applicable)::int as other
      from audit_prompt_counts(${ids}) group by prompt) p) as prompts,
    (select coalesce(jsonb_agg(c), '[]') from (
      select coalesce(x.label, replace(n.sex, '-', ' ')) as sex, coalesce(w.label, n.disposal) as disposal, n.risk, n.cases
      from audit_case_counts(${ids}) n
      left join reference_code x on x.list = 'sex' and x.code = n.sex
      left join reference_code w on w.list = 'involvement_type' and w.code = n.disposal
      order by x.sort, w.sort, n.sex, n.disposal) c) as samples`.execute(tx);
  const { prompts, samples } = rows[0] ?? { prompts: [], samples: [] };
  const counted = (what: string, of: (sample: Sample) => string) => ({
    what,
    counts: [...Map.groupBy(samples, of)].map(([name, some]) => ({
      what: name,
      count: some.reduce((sum, { cases }) => sum + cases, 0),
    })),
  });
  return {
    relevant: standardsOf(framework).flatMap(({ id, keyQuestions }) =>
      keyQuestions
        .flatMap(({ prompts: asked }) => asked)
        .flatMap(({ id: prompt, text }) => {
          const found = prompts.find((each) => each.prompt === prompt);
          return found && found.other > 0 && found.yes + found.no > 0
            ? [{ standard: id, what: text, yes: found.yes, of: found.yes + found.no }]
            : [];
        }),
    ),
    children: [
      counted('Sex', ({ sex }) => sex),
      counted('Kind of work', ({ disposal }) => disposal),
      riskCounts(counted('Risk to other people', ({ risk }) => risk)),
    ].filter(({ counts }) => counts.length > 0),
  };
}

// From least to most, as levels are named elsewhere; a child without a signed assessment comes last.
function riskCounts({ what, counts }: CountedGroups): CountedGroups {
  const known = levels.flatMap(({ id, label }) =>
    counts.filter((each) => each.what === id).map(({ count }) => ({ what: label, count })),
  );
  const none = counts.filter((each) => !levels.some(({ id }) => id === each.what));
  return {
    what,
    counts: [...known, ...none.map(({ count }) => ({ what: 'Not assessed', count }))],
  };
}
