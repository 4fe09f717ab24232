import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';
import type { Gravity } from './gravity.data.ts';
import { departureOf } from './gravity.ts';
import type { Outcome } from './outcomes.ts';

/** What an agency wanted, in its own words; `outcome` is null where it had no view. */
export type Position = { agency: string; by: string; outcome: string | null; words: string };

/** The record of a joint decision as it is about to be kept. */
export type DecisionDraft = {
  question: string;
  options: readonly string[];
  positions: readonly Position[];
  information: string;
  /** How the child's identity and any unfair treatment were weighed. */
  diversity: string;
  outcome: Outcome | null;
  gravity: Gravity | null;
  rationale: string;
  departureReason: string;
  dissent: string;
  decidedBy: string;
  decidedOn: Day | null;
  reviewOn: Day | null;
};

/** The agencies that decide together: each must have said where it stands. */
const decidingAgencies = [
  { id: 'police', label: 'police' },
  { id: 'youth-justice', label: 'the youth justice service' },
] as const;

/** What a decision record still lacks before it can be kept. */
export function decisionProblems(draft: DecisionDraft): FormFault[] {
  const problems: FormFault[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (isBlank(draft.question)) add('question', 'Enter the question that was decided');
  const options = new Set(draft.options.filter((option) => !isBlank(option)));
  if (options.size < 2) add('options', 'Enter at least two options that were considered');
  for (const { id, label } of decidingAgencies) {
    const position = draft.positions.find((row) => row.agency === id);
    if (!position || isBlank(position.words))
      add(`position_${id.replace('-', '_')}`, `Enter the position of ${label}`);
  }
  if (isBlank(draft.information)) add('information', 'Enter what the decision relies on');
  if (isBlank(draft.diversity)) {
    add('diversity', 'Enter how the child’s identity and any unfair treatment were weighed');
  }
  if (draft.outcome === null) add('outcome', 'Select the outcome');
  if (isBlank(draft.rationale)) add('rationale', 'Enter the reasons for the decision');
  problems.push(...disagreementProblems(draft));
  if (isBlank(draft.decidedBy)) add('decided_by', 'Enter who made the decision');
  if (draft.decidedOn === null) add('decided_on-day', 'Enter when the decision was made');
  if (draft.reviewOn === null) add('review_on-day', 'Enter when the decision will be reviewed');
  if (draft.decidedOn !== null && draft.reviewOn !== null && draft.reviewOn <= draft.decidedOn) {
    add('review_on-day', 'The review date must be after the date of the decision');
  }
  return problems;
}

/** The agencies whose stated outcome is not the one decided: their dissent belongs in the record. */
export function dissenters(draft: Pick<DecisionDraft, 'positions' | 'outcome'>): string[] {
  const { outcome } = draft;
  if (outcome === null) return [];
  return draft.positions
    .filter((position) => position.outcome !== null && position.outcome !== outcome.code)
    .map((position) => position.agency);
}

function disagreementProblems(draft: DecisionDraft): FormFault[] {
  const problems: FormFault[] = [];
  if (draft.outcome !== null && draft.gravity !== null) {
    const departure = departureOf(draft.gravity, draft.outcome);
    if (departure.kind === 'departure' && isBlank(draft.departureReason)) {
      problems.push({
        field: 'departure_reason',
        message: `Enter why: ${departure.sentence}`,
      });
    }
  }
  if (dissenters(draft).length > 0 && isBlank(draft.dissent)) {
    problems.push({ field: 'dissent', message: 'Enter what those who disagreed said' });
  }
  return problems;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
