import type { Day } from '../calendar/day.ts';
import type { ContingencyRow } from '../safety/contingency.ts';
import type { SafetyLine } from '../safety/safety-lines.ts';

export type Step = { what: string; who: string; by: Day | null };
export type Goal = { id: string; words: string; steps: readonly Step[] };

/** What keeps one named victim safe, and who sees to it. */
export type VictimLine = { victimId: string; control: string; who: string };

/** Who or what carries on when the work ends; begun on the first day. */
export type ExitStep = { what: string; who: string; accepted: 'accepted' | 'declined' | 'waiting' };

/** Whether a person agreed with the plan; only "yes" needs no word beside it. */
export type Agreement = { answer: 'yes' | 'no' | 'could-not-answer' | 'not-asked'; note: string };

/** A plan as it is about to be agreed. */
export type PlanDraft = {
  goals: readonly Goal[];
  safetyLines: readonly SafetyLine[];
  victimLines: readonly VictimLine[];
  contingencyRows: readonly ContingencyRow[];
  exitSteps: readonly ExitStep[];
  /** Conditions of an outcome that a line answers. */
  answers: readonly string[];
  child: Agreement;
  parent: Agreement;
  /** How the work is fitted to the child, carried over from the assessment. */
  adaptations: string;
  reviewOn: Day | null;
};
