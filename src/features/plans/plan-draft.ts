import type { FormFault } from '../../domain/form-fault.ts';
import type { Agreement, PlanDraft } from '../../domain/plans/plan.ts';
import { type PlanContext, planProblems } from '../../domain/plans/plan-checks.ts';
import type { ContingencyFor } from '../../domain/safety/contingency.ts';
import { urls } from '../../urls.ts';
import type { Line, Plan, PlanNeeds } from './plans.queries.ts';

type Said = Pick<
  Plan,
  'child_agrees' | 'child_agrees_note' | 'parent_agrees' | 'parent_agrees_note' | 'review_on'
>;

/** Lines of one kind that still count: what was stopped answers nothing. */
export const linesOf = (lines: readonly Line[], kind: Line['kind']) =>
  lines.filter((line) => line.kind === kind && line.status !== 'stopped');

/** The steps of a goal that still count. */
const stepsOf = (lines: readonly Line[], goalId: string) =>
  linesOf(lines, 'step').filter((step) => step.parent_id === goalId);

/** The stored plan in the shape that the rules read. */
export function draftOf(plan: Pick<Plan, 'lines' | 'adaptations'> & Said): PlanDraft {
  const { lines } = plan;
  return {
    goals: linesOf(lines, 'goal').map((goal) => ({
      id: goal.id,
      words: goal.text,
      steps: stepsOf(lines, goal.id).map((step) => ({
        what: step.text,
        who: step.who ?? '',
        by: step.by_on,
      })),
    })),
    safetyLines: linesOf(lines, 'safety').map((line) => ({
      risk: line.risk ?? '',
      control: line.text,
      who: line.who ?? '',
      agency: line.agency ?? '',
      reviewOn: line.by_on,
    })),
    victimLines: linesOf(lines, 'victim-safety').map((line) => ({
      victimId: line.victim_involvement_id ?? '',
      control: line.text,
      who: line.who ?? '',
    })),
    contingencyRows: linesOf(lines, 'contingency').map((line) => ({
      about: aboutOf(line.about),
      trigger: line.text,
      action: line.then_text ?? '',
      who: line.who ?? '',
      within: line.within ?? '',
      tell: line.tell ?? '',
    })),
    exitSteps: linesOf(lines, 'exit').map((line) => ({
      what: line.text,
      who: line.who ?? '',
      accepted: line.accepted ?? 'waiting',
    })),
    answers: lines.flatMap(({ condition_id, requirement_id, status }) =>
      status === 'stopped' ? [] : [condition_id ?? [], requirement_id ?? []].flat(),
    ),
    child: { answer: answerOf(plan.child_agrees), note: plan.child_agrees_note ?? '' },
    parent: { answer: answerOf(plan.parent_agrees), note: plan.parent_agrees_note ?? '' },
    adaptations: plan.adaptations ?? '',
    reviewOn: plan.review_on,
  };
}

const aboutOf = (about: string | null): ContingencyFor =>
  about === 'harm' || about === 'exploitation' ? about : 'safety';

const answerOf = (answer: string): Agreement['answer'] =>
  answer === 'yes' || answer === 'no' || answer === 'could-not-answer' ? answer : 'not-asked';

/** The rules' view of what the plan must answer. */
const contextOf = ({ assessment, victims, conditions, requirements }: PlanNeeds): PlanContext => ({
  levels: assessment.levels,
  risks: assessment.risks,
  isExploitationSuspected: assessment.isExploitationSuspected,
  adaptationsNeeded: assessment.adaptationsNeeded,
  victims,
  conditions: conditions.filter(({ standing }) => standing === 'open'),
  requirements,
});

// What the agreement's own form answers; everything else is mended elsewhere in the plan.
const agreementFields = [
  'child_agrees',
  'child_agrees_note',
  'parent_agrees',
  'parent_agrees_note',
  'review_on-day',
];

export type Mend = FormFault & { readonly href: string };

/** What stands between the plan and its agreement, each with the page where it is mended. */
export function mendsOf(
  plan: Pick<Plan, 'lines' | 'adaptations'> & Said,
  needs: PlanNeeds,
  childId: string,
): Mend[] {
  const draft = draftOf(plan);
  const problems = planProblems(draft, contextOf(needs));
  return problems.map((problem) => ({
    ...problem,
    href: mendAt(problem, plan.lines, needs.assessment.risks, childId),
  }));
}

/** What the plan lacks before it can be put to the child and a parent: what the agreement's own form asks is no lack yet. */
export const lacksOf = (...plan: Parameters<typeof mendsOf>): Mend[] =>
  mendsOf(...plan).filter(({ field }) => !agreementFields.includes(field));

function mendAt(
  { field, message }: FormFault,
  lines: readonly Line[],
  risks: readonly string[],
  childId: string,
): string {
  const add = (kind: Line['kind'], given: Record<string, string> = {}) =>
    urls.plans.addLine(childId, kind, given);
  const nth = (kind: Line['kind'], index: string | undefined) =>
    linesOf(lines, kind)[Number(index)]?.id ?? '';
  const [, part = '', index, rest] = /^([a-z]+)-(\d+)(?:-(.*))?$/.exec(field) ?? [];
  if (part === 'goal' && rest === 'steps') return add('step', { parent_id: nth('goal', index) });
  if (part === 'goal') return urls.plans.line(childId, nth('goal', index));
  if (part === 'safety') return urls.plans.line(childId, nth('safety', index));
  if (part === 'contingency') return urls.plans.line(childId, nth('contingency', index));
  if (field === 'goals') return add('goal');
  if (field === 'safety') {
    const risk = risks.find((each) => message.includes(`“${each.trim()}”`));
    return add('safety', risk ? { risk } : {});
  }
  if (field.startsWith('victim-'))
    return add('victim-safety', { victim_involvement_id: field.slice('victim-'.length) });
  if (field.startsWith('condition-'))
    return add('step', { condition_id: field.slice('condition-'.length) });
  if (field.startsWith('requirement-'))
    return add('step', { requirement_id: field.slice('requirement-'.length) });
  if (field.startsWith('contingency-'))
    return add('contingency', { about: field.slice('contingency-'.length) });
  if (field === 'exit') return add('exit');
  return field === 'adaptations' ? urls.plans.words(childId) : urls.plans.agree(childId);
}
