import type { Day } from '../../../domain/calendar/day.ts';
import type { EscalationStep } from '../../../domain/panels/escalation.ts';

export type EscalationRow = EscalationStep & {
  id: string;
  parties: string;
  dueOn: Day;
  raisedByName: string | null;
  resolvedByName: string | null;
  version: number;
};

export type DecisionOne = {
  id: string;
  item_id: string;
  panel_name: string | null;
  gravity: number | null;
  question: string;
  options: string[];
  consulted: string[];
  positions: { agency: string; position: string; by: string; outcome?: string | null }[];
  information: string;
  diversity: string | null;
  outcome: string | null;
  rationale: string;
  departure_reason: string | null;
  dissent: string | null;
  decided_on: Day;
  decided_by: string;
  decided_by_name: string | null;
  confirmed_by_name: string | null;
  confirmed_on: Day | null;
  review_on: Day | null;
  status: 'made' | 'escalated' | 'final' | 'replaced';
  replaces_id: string | null;
  replaced_by_id: string | null;
  version: number;
  disposal_id: string | null;
  given_on: Day | null;
  escalations: EscalationRow[];
};
