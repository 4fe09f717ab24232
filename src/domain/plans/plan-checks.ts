import type { LevelsByJudgement } from '../assessments/levels.ts';
import type { FormFault } from '../form-fault.ts';
import { contingencyNeeded, contingencyProblems } from '../safety/contingency.ts';
import { safetyLineProblems } from '../safety/safety-lines.ts';
import { plainWordsHint } from '../text/reading-ease.ts';
import type { Agreement, Goal, PlanDraft } from './plan.ts';

/** What the signed assessment and the victims' record say that the plan must answer. */
export type PlanContext = {
  levels: Partial<LevelsByJudgement>;
  risks: readonly string[];
  isExploitationSuspected: boolean;
  /** What the assessment says must be done differently; blank when nothing. */
  adaptationsNeeded: string;
  /** Victims by the label that the child's worker may see. */
  victims: readonly { id: string; label: string }[];
  /** Conditions of outcomes of which it is not said yet how they stand. */
  conditions: readonly { id: string; text: string }[];
  /** What a court requires in orders that have not ended. */
  requirements: readonly { id: string; text: string }[];
};

/** Everything that stands between a draft plan and its agreement, in page order. */
export function planProblems(plan: PlanDraft, context: PlanContext): FormFault[] {
  const needed = contingencyNeeded(context.levels, context.isExploitationSuspected);
  return [
    ...goalProblems(plan.goals),
    ...safetyLineProblems(context.risks, plan.safetyLines),
    ...victimProblems(plan, context),
    ...contingencyProblems(needed, plan.contingencyRows),
    ...conditionProblems(plan, context),
    ...requirementProblems(plan, context),
    ...exitProblems(plan),
    ...adaptationProblems(plan, context),
    ...agreementProblems('child', 'the child', plan.child),
    ...agreementProblems('parent', 'a parent or carer', plan.parent),
    ...(plan.reviewOn === null
      ? [{ field: 'review_on-day', message: 'Enter when the plan will be reviewed' }]
      : []),
  ];
}

/** Advice on goals and steps that a child would find hard to read; it stops nobody. */
export function plainWordsHints(plan: Pick<PlanDraft, 'goals'>): FormFault[] {
  return plan.goals.flatMap((goal, index) => {
    const texts = [
      { field: `goal-${index}`, text: goal.words },
      ...goal.steps.map((step, at) => ({
        field: `goal-${index}-step-${at}-what`,
        text: step.what,
      })),
    ];
    return texts.flatMap(({ field, text }) => {
      const hint = plainWordsHint(text);
      return hint === null ? [] : [{ field, message: hint }];
    });
  });
}

function goalProblems(goals: readonly Goal[]): FormFault[] {
  if (goals.length === 0) return [{ field: 'goals', message: 'Add at least one goal' }];
  return goals.flatMap((goal, index) => {
    const problems: FormFault[] = [];
    const add = (part: string, message: string) =>
      problems.push({ field: `goal-${index}${part}`, message });
    const name = goal.words.trim() === '' ? `goal ${index + 1}` : `“${goal.words.trim()}”`;
    if (goal.words.trim() === '') add('', `Enter what goal ${index + 1} is`);
    if (goal.steps.length === 0) add('-steps', `Add a step towards ${name}`);
    goal.steps.forEach((step, at) => {
      if (step.what.trim() === '')
        add(`-step-${at}-what`, `Enter what will be done towards ${name}`);
      if (step.who.trim() === '') add(`-step-${at}-who`, `Enter who will do each step of ${name}`);
      if (step.by === null)
        add(`-step-${at}-by`, `Enter by when each step of ${name} will be done`);
    });
    return problems;
  });
}

function victimProblems(plan: PlanDraft, context: PlanContext): FormFault[] {
  return context.victims.flatMap(({ id, label }) => {
    const line = plan.victimLines.find((row) => row.victimId === id);
    const field = `victim-${id}`;
    if (!line || line.control.trim() === '') {
      return [{ field, message: `Enter what keeps ${label} safe` }];
    }
    const message = `Enter who sees to the safety of ${label}`;
    return line.who.trim() === '' ? [{ field, message }] : [];
  });
}

function conditionProblems({ answers }: PlanDraft, { conditions }: PlanContext): FormFault[] {
  return conditions
    .filter(({ id }) => !answers.includes(id))
    .map(({ id, text }) => ({
      field: `condition-${id}`,
      message: `Add a step or a safety line for the condition “${text}”`,
    }));
}

function requirementProblems({ answers }: PlanDraft, { requirements }: PlanContext): FormFault[] {
  return requirements
    .filter(({ id }) => !answers.includes(id))
    .map(({ id, text }) => ({
      field: `requirement-${id}`,
      message: `Add a step or a safety line for what the court requires: “${text}”`,
    }));
}

function exitProblems(plan: PlanDraft): FormFault[] {
  const hasStep = plan.exitSteps.some((step) => step.what.trim() !== '' && step.who.trim() !== '');
  if (hasStep) return [];
  return [{ field: 'exit', message: 'Add who or what will carry on when this work ends' }];
}

function adaptationProblems(plan: PlanDraft, context: PlanContext): FormFault[] {
  if (context.adaptationsNeeded.trim() === '' || plan.adaptations.trim() !== '') return [];
  return [{ field: 'adaptations', message: 'Enter how the work will be fitted to this child' }];
}

function agreementProblems(who: 'child' | 'parent', name: string, said: Agreement): FormFault[] {
  if (said.answer === 'yes') return [];
  if (said.answer === 'not-asked') {
    return [{ field: `${who}_agrees`, message: `Select whether ${name} agrees with the plan` }];
  }
  if (said.note.trim() !== '') return [];
  const message =
    said.answer === 'no'
      ? `Enter what ${name} does not agree with`
      : `Enter why ${name} could not answer`;
  return [{ field: `${who}_agrees_note`, message }];
}
