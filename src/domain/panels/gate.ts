import type { Day } from '../calendar/day.ts';
import { type GateRequirement, gateRequirements, leastReasonLetters } from './gate.data.ts';

/** What one victim wants, or why that is not known. */
export type VictimWish = {
  state: 'wishes-given' | 'does-not-want-contact' | 'not-traced' | 'not-asked';
  reason: string;
};

export type InformationRequest = {
  agency: string;
  state: 'asked' | 'answered' | 'nothing-known';
  /** What the assessor did with the answer. */
  mark: 'used' | 'not-relevant' | null;
};

export type GateFacts = {
  assessment: 'none' | 'draft' | 'submitted' | 'returned' | 'signed';
  childMetOn: Day | null;
  parentMetOn: Day | null;
  /** True for a child with no parent or carer to meet, such as one living alone at 17. */
  hasNoParentToMeet: boolean;
  victims: readonly VictimWish[];
  /** Agencies that the service always asks. */
  agenciesToAsk: readonly string[];
  requests: readonly InformationRequest[];
};

export type GateException = { requirement: GateRequirement; reason: string };
export type GateProblem = { id: GateRequirement; label: string; sentence: string };

/** The requirements that are not met, in the order of work, exceptions left aside. */
export function gateProblems(facts: GateFacts): GateProblem[] {
  return gateRequirements.flatMap(({ id, label }) => {
    const sentence = unmet(id, facts);
    return sentence === null ? [] : [{ id, label, sentence }];
  });
}

export type GateResult = {
  kind: 'met' | 'passed-by-exception' | 'shut';
  open: GateProblem[];
  excepted: (GateProblem & { reason: string })[];
};

/** Whether a child may go to the panel: every requirement is met or carries its own reasoned exception. */
export function gateResult(facts: GateFacts, exceptions: readonly GateException[]): GateResult {
  const open: GateResult['open'] = [];
  const excepted: GateResult['excepted'] = [];
  for (const problem of gateProblems(facts)) {
    const found = exceptions.find((row) => row.requirement === problem.id && isReasoned(row));
    if (found) excepted.push({ ...problem, reason: found.reason.trim() });
    else open.push(problem);
  }
  if (open.length > 0) return { kind: 'shut', open, excepted };
  return { kind: excepted.length > 0 ? 'passed-by-exception' : 'met', open, excepted };
}

function unmet(id: GateRequirement, facts: GateFacts): string | null {
  switch (id) {
    case 'assessment-signed':
      return assessmentSentence(facts.assessment);
    case 'child-met':
      return facts.childMetOn === null ? 'Nobody has met the child yet' : null;
    case 'parent-met': {
      const isMet = facts.hasNoParentToMeet || facts.parentMetOn !== null;
      return isMet ? null : 'Nobody has met a parent or carer yet';
    }
    case 'victim-wishes':
      return victimSentence(facts.victims);
    case 'information-asked': {
      const asked = facts.requests.map((request) => request.agency);
      const notAsked = facts.agenciesToAsk.filter((agency) => !asked.includes(agency));
      return notAsked.length === 0 ? null : `Not yet asked for information: ${notAsked.join(', ')}`;
    }
    case 'information-weighed': {
      const unmarked = facts.requests.filter(
        (request) => request.state === 'answered' && request.mark === null,
      );
      if (unmarked.length === 0) return null;
      const names = unmarked.map((request) => request.agency).join(', ');
      return `Answers that nobody has marked as used or not relevant: ${names}`;
    }
  }
}

function assessmentSentence(state: GateFacts['assessment']): string | null {
  switch (state) {
    case 'signed':
      return null;
    case 'none':
      return 'There is no assessment yet';
    case 'draft':
      return 'The assessment is still a draft';
    case 'submitted':
      return 'The assessment is waiting for a manager’s signature';
    case 'returned':
      return 'The assessment was returned and has not been signed';
  }
}

/** "Not asked" or "not traced" with a reason is an answer here; with none it is a gap. */
function victimSentence(victims: readonly VictimWish[]): string | null {
  const silent = victims.filter(
    ({ state, reason }) =>
      (state === 'not-asked' || state === 'not-traced') && reason.trim() === '',
  ).length;
  if (silent === 0) return null;
  return silent === 1
    ? 'One victim’s wishes are not known and no reason is given'
    : `${silent} victims’ wishes are not known and no reason is given`;
}

function isReasoned(exception: GateException): boolean {
  return exception.reason.trim().length >= leastReasonLetters;
}
