import { sql } from 'kysely';
import { levels } from '../../../domain/assessments/levels.data.ts';
import { readsVictims } from '../../../domain/audits/audit-questions.ts';
import { oversightQuestion } from '../../../domain/audits/oversight-question.data.ts';
import type { Framework } from '../../../domain/inspections/framework.ts';
import { standardsOf } from '../../../domain/inspections/in-framework.ts';
import type { CountedGroups } from '../../../domain/inspections/printed-counts.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { CaseDetails, CountedCases } from '../inspections.queries.ts';

type Prompt = Readonly<Record<'key_question' | 'prompt', string>> &
  Readonly<Record<'yes' | 'no', number>>;
type Sample = Readonly<Record<'audit_id' | 'sex' | 'disposal' | 'risk', string>> & {
  readonly cases: number;
};

type Found = {
  readonly prompts: readonly Prompt[];
  readonly oversight: { readonly yes: number; readonly of: number };
  readonly samples: readonly Sample[];
};
const none: Found = { prompts: [], oversight: { yes: 0, of: 0 }, samples: [] };

/** What the cases show beside their percentages: counts of the cases a prompt applied to, and who the children were. */
export async function caseDetails(
  tx: Tx,
  framework: Framework,
  { audits, caseFigures }: CountedCases,
): Promise<CaseDetails> {
  if (caseFigures) return caseFigures;
  if (audits.length === 0) return { relevant: [], children: [] };
  const ids = sql`array[${sql.join(audits.map(({ id }) => id))}]::uuid[]`;
  const isOfVictims = new Map(
    audits.map(({ id, standards }) => [id, readsVictims(framework, standards)]),
  );
  const { rows } = await sql<Found>`select
    (select coalesce(jsonb_agg(p), '[]') from (
      select key_question, prompt, sum(yes)::int as yes, sum(no)::int as no from audit_prompt_counts(${ids}) group by 1, 2) p) as prompts,
    (select jsonb_build_object('yes', count(*) filter (where answer = 'yes'), 'of', count(*) filter (where answer in ('yes', 'no')))
      from audit_outcomes(${ids}) where key_question = ${oversightQuestion.id}) as oversight,
    (select coalesce(jsonb_agg(c), '[]') from (
      select n.audit_id, coalesce(x.label, replace(n.sex, '-', ' ')) as sex, coalesce(w.label, n.disposal) as disposal, n.risk, n.cases
      from audit_case_counts(${ids}) n
      left join reference_code x on x.list = 'sex' and x.code = n.sex
      left join reference_code w on w.list = 'involvement_type' and w.code = n.disposal
      order by x.sort, w.sort, n.sex, n.disposal) c) as samples`.execute(tx);
  const { prompts, oversight, samples: all } = rows[0] ?? none;
  const samples = all.filter(({ audit_id }) => !isOfVictims.get(audit_id));
  const victims = all
    .filter(({ audit_id }) => isOfVictims.get(audit_id))
    .reduce((sum, { cases }) => sum + cases, 0);
  const counted = (what: string, of: (sample: Sample) => string) => ({
    what,
    counts: [...Map.groupBy(samples, of)].map(([name, some]) => ({
      what: name,
      count: some.reduce((sum, { cases }) => sum + cases, 0),
    })),
  });
  return {
    relevant: [
      ...standardsOf(framework).flatMap(({ id, keyQuestions }) =>
        keyQuestions.flatMap((question) => countsOf(id, question, prompts)),
      ),
      ...(oversight.of > 0
        ? [
            {
              standard: oversightQuestion.id,
              question: oversightQuestion.question,
              what: oversightQuestion.question,
              ...oversight,
            },
            ...countsOf(oversightQuestion.id, oversightQuestion, prompts),
          ]
        : []),
    ],
    children: [
      counted('Sex', ({ sex }) => sex),
      counted('Kind of work', ({ disposal }) => disposal),
      riskCounts(counted('Risk to other people', ({ risk }) => risk)),
    ].filter(({ counts }) => counts.length > 0),
    ...(victims > 0 ? { victims } : {}),
  };
}

/** A question's prompts in the order in which they are asked, of the cases to which each applied. */
const countsOf = (
  standard: string,
  asked: {
    readonly id: string;
    readonly question: string;
    readonly prompts: readonly { readonly id: string; readonly text: string }[];
  },
  prompts: readonly Prompt[],
): CaseDetails['relevant'] =>
  asked.prompts.flatMap(({ id, text }) => {
    const found = prompts.find((each) => each.prompt === id && each.key_question === asked.id);
    const of = found ? found.yes + found.no : 0;
    return found && of > 0
      ? [{ standard, question: asked.question, what: text, yes: found.yes, of }]
      : [];
  });

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
