import { type Day, formatDay } from '../calendar/day.ts';
import type { Code } from '../reference/codes.ts';
import type { Content } from './content.ts';
import type { LevelId } from './levels.data.ts';
import { levelLabel } from './levels.ts';
import { sectionProgress } from './progress.ts';
import type { Template } from './template.ts';

/** What the record holds beside the assessment that answers a heading of the national tool. */
export type Around = {
  readonly plan: {
    readonly id: string;
    readonly agreed_on: Day | null;
    readonly lines: number;
    readonly for_child: number;
    readonly helpers: readonly string[];
    readonly exits: number;
  } | null;
  readonly outcome: {
    readonly id: string;
    readonly label: string;
    readonly decided_on: Day;
  } | null;
  readonly closing: { readonly work: string; readonly is_written: boolean } | null;
  readonly final: {
    readonly id: string;
    readonly signed_on: Day | null;
    readonly safety: LevelId | null;
  } | null;
};

type Written = { readonly template: Template; readonly content: Content };

/** Where a heading is answered: a section of the assessment, or a row with a page of its own. */
export type AnsweredAt = { readonly kind: string; readonly id: string };

export type HeadingAnswer = {
  readonly heading: string;
  readonly part: string;
  /** Where it belongs, in words; also while nothing stands there. */
  readonly where: string;
  readonly at: AnsweredAt | null;
  /** What stands there; null while it is not answered. */
  readonly says: string | null;
};

const counted = (count: number, one: string, several: string) =>
  count === 0 ? null : `${count} ${count === 1 ? one : several}`;

/** How the record answers each heading of the national tool for prevention and diversion. */
export const headingAnswers = (
  headings: readonly Code[],
  written: Written | null,
  around: Around,
): readonly HeadingAnswer[] =>
  headings.map(({ label, attributes: { part = '', place = '', sections = '' } }) => ({
    heading: label,
    part,
    ...(place === 'sections' ? inSection(sections, written) : elsewhere(place, around)),
  }));

type Found = Pick<HeadingAnswer, 'where' | 'at' | 'says'>;

function inSection(id: string, written: Written | null): Found {
  const section = written?.template.sections.find((each) => each.id === id);
  if (!written || !section) return { where: 'The assessment', at: null, says: null };
  const { done, total } = sectionProgress(written.template, written.content, section);
  return {
    where: `The assessment: ${section.title}`,
    at: { kind: 'section', id },
    says:
      done === 0 ? null : done >= total ? 'All questions answered' : `${done} of ${total} answered`,
  };
}

function elsewhere(place: string, { plan, outcome, closing, final }: Around): Found {
  const inPlan = plan && { kind: 'plan', id: plan.id };
  switch (place) {
    case 'outcome':
      return {
        where: 'The panel’s decision and the outcome',
        at: outcome && { kind: 'outcome', id: outcome.id },
        says: outcome && `${outcome.label}, decided ${formatDay(outcome.decided_on)}`,
      };
    case 'childs-plan':
      return {
        where: 'The plan: the page that the child takes home',
        at: inPlan,
        says: plan && counted(plan.for_child, 'line for the child', 'lines for the child'),
      };
    case 'helpers':
      return {
        where: 'The plan: who does each step',
        at: inPlan,
        says: plan?.helpers.join(', ') || null,
      };
    case 'plan':
      return {
        where: 'The plan',
        at: inPlan,
        says: plan?.agreed_on
          ? `Agreed ${formatDay(plan.agreed_on)}, ${counted(plan.lines, 'line', 'lines') ?? 'no line'}`
          : null,
      };
    case 'closing':
      return {
        where: 'The closing of the work',
        at: closing && { kind: 'closing', id: closing.work },
        says: closing?.is_written ? 'Written' : null,
      };
    case 'final':
      return {
        where: 'The final assessment',
        at: final && { kind: 'assessment-write', id: final.id },
        says:
          final?.signed_on && final.safety
            ? `${levelLabel(final.safety)}, signed ${formatDay(final.signed_on)}`
            : null,
      };
    case 'exit':
      return {
        where: 'The plan: who carries on',
        at: inPlan,
        says: plan && counted(plan.exits, 'exit step', 'exit steps'),
      };
    default:
      return { where: 'Nowhere yet', at: null, says: null };
  }
}
