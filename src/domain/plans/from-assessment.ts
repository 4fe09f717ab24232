import { z } from 'zod';
import { valuesOf } from '../assessments/answers.ts';
import type { LevelsByJudgement } from '../assessments/levels.ts';
import { type QuestionRole, questionWithRole, type Template } from '../assessments/template.ts';
import { isDay } from '../calendar/day.ts';
import type { ContingencyRow } from '../safety/contingency.ts';
import type { SafetyLine } from '../safety/safety-lines.ts';

/** What a plan takes from the signed assessment: what it must answer, and rows to begin from. */
export type AssessmentForPlan = {
  levels: Partial<LevelsByJudgement>;
  risks: string[];
  isExploitationSuspected: boolean;
  adaptationsNeeded: string;
  childWords: string;
  parentWords: string;
  safetyRows: SafetyLine[];
  contingencyRows: ContingencyRow[];
};

/** A child with no signed assessment: nothing is asked of the plan yet. */
export const noAssessment: AssessmentForPlan = {
  levels: {},
  risks: [],
  isExploitationSuspected: false,
  adaptationsNeeded: '',
  childWords: '',
  parentWords: '',
  safetyRows: [],
  contingencyRows: [],
};

const words = z.string().catch('');
const answer = z
  .union([
    z.string().transform((value) => ({ state: 'answered' as const, value })),
    z.array(z.string()).transform((value) => ({ state: 'answered' as const, value })),
    z.object({
      state: z.literal('answered'),
      value: z.union([z.string(), z.array(z.string())]),
    }),
  ])
  .nullable()
  .catch(null);
const contentSchema = z.object({
  answers: z.record(z.string(), answer).catch({}),
  safetyRows: z
    .array(
      z.object({
        risk: words,
        control: words,
        who: words,
        agency: words,
        reviewOn: z.string().refine(isDay).nullable().catch(null),
      }),
    )
    .catch([]),
  contingencyRows: z
    .array(
      z.object({
        about: z.enum(['safety', 'harm', 'exploitation']).catch('safety'),
        trigger: words,
        action: words,
        who: words,
        within: words,
        tell: words,
      }),
    )
    .catch([]),
});

/** Reads what a plan needs from an assessment's stored content, by the roles of its tool's questions. */
export function assessmentForPlan(
  stored: unknown,
  template: Template | null,
  levels: Partial<LevelsByJudgement>,
): AssessmentForPlan {
  const parsed = contentSchema.safeParse(stored);
  if (!parsed.success) return { ...noAssessment, levels };
  const { answers, safetyRows, contingencyRows } = parsed.data;
  const said = (role: QuestionRole) => {
    const question = template ? questionWithRole(template, role) : undefined;
    return question ? valuesOf(answers[question.id] ?? undefined) : [];
  };
  return {
    levels,
    risks: [...said('risks-to-child'), ...said('risks-to-others')],
    isExploitationSuspected: said('exploitation').includes('yes'),
    adaptationsNeeded: said('adaptations').join('\n'),
    childWords: said('childs-words').join('\n'),
    parentWords: said('parents-words').join('\n'),
    safetyRows: safetyRows.filter((row) => row.risk.trim() !== '' && row.control.trim() !== ''),
    contingencyRows: contingencyRows.filter((row) =>
      Object.values(row).every((part) => part.trim() !== ''),
    ),
  };
}
