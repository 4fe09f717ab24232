import type { Framework, InspectionDomain, Standard } from '../inspections/framework.ts';
import { isReadInCases } from '../inspections/in-framework.ts';
import { oversightQuestion } from './oversight-question.data.ts';

type CaseKind = NonNullable<InspectionDomain['cases']>;

/** A question that readers of an audit judge, with the prompts that lead to it. */
export type AuditQuestion = {
  readonly id: string;
  readonly standard: string;
  readonly question: string;
  readonly lens: string | null;
  readonly prompts: readonly { readonly id: string; readonly text: string }[];
  readonly provisional: string | null;
  /** Which cases are asked it; null asks every case. */
  readonly cases: CaseKind | null;
  /** Only oversight may be not relevant: a key question is yes or no in every case. */
  readonly mayBeNotRelevant: boolean;
};

/** The standards of a framework that are judged by reading cases, with the cases that each is for. */
export function caseStandards(framework: Framework): { standard: Standard; cases: CaseKind }[] {
  return framework.domains.flatMap(({ cases, standards }) =>
    cases === null
      ? []
      : standards
          .filter((standard) =>
            standard.keyQuestions.some((question) => isReadInCases(standard, question)),
          )
          .map((standard) => ({ standard, cases })),
  );
}

/** Whether an audit of these standards reads victims' cases; it then reads no others. */
export const readsVictims = (framework: Framework, standards: readonly string[]): boolean =>
  caseStandards(framework).some(
    ({ standard, cases }) => cases === 'victims' && standards.includes(standard.id),
  );

/** Every question of an audit in the order in which it is asked; oversight comes last, save where victims' cases are read. */
export function auditQuestions(
  framework: Framework,
  standards: readonly string[],
): readonly AuditQuestion[] {
  const lensTitle = (lens: string | null | undefined) =>
    framework.lenses.find(({ id }) => id === lens)?.title ?? null;
  const asked = caseStandards(framework)
    .filter(({ standard }) => standards.includes(standard.id))
    .flatMap(({ standard, cases }) =>
      standard.keyQuestions
        .filter((each) => isReadInCases(standard, each))
        .map(
          (each): AuditQuestion => ({
            id: each.id,
            standard: `${standard.id} ${standard.title}`,
            question: each.question,
            lens: lensTitle(each.lens),
            prompts: each.prompts,
            provisional: each.provisional ?? standard.provisional ?? null,
            cases,
            mayBeNotRelevant: false,
          }),
        ),
    );
  // Oversight of the work with a child is judged in the child's own case.
  if (asked.length > 0 && asked.every(({ cases }) => cases === 'victims')) return asked;
  return [
    ...asked,
    { ...oversightQuestion, lens: null, provisional: null, cases: null, mayBeNotRelevant: true },
  ];
}

/** Those of an audit's questions that a case of this tier of work is asked. */
export function questionsFor(
  questions: readonly AuditQuestion[],
  tier: string,
): readonly AuditQuestion[] {
  return questions.filter(({ cases }) => cases === null || tiersOf[cases].includes(tier));
}

const court = ['court', 'custody', 'licence', 'bail-remand', 'caretaking'];
const outOfCourt = ['out-of-court', 'prevention'];
/** The tiers of work whose cases each kind is. */
export const tiersOf: Readonly<Record<CaseKind, readonly string[]>> = {
  court,
  'out-of-court': outOfCourt,
  resettlement: ['custody', 'licence'],
  children: [...court, ...outOfCourt],
  victims: [...court, ...outOfCourt],
};

/** The two kinds of case that inspectors report apart. */
export const courtOrOut = (tier: string): 'court' | 'out-of-court' =>
  court.includes(tier) ? 'court' : 'out-of-court';
