import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';
import { type EscalationLevel, escalationLevels } from './escalation.data.ts';

export type EscalationResult = 'upheld' | 'changed' | 'escalated';

/** One level's hearing of a disagreement; `result` is null while it is open. */
export type EscalationStep = {
  level: EscalationLevel;
  grounds: string;
  raisedBy: string;
  raisedOn: Day;
  result: EscalationResult | null;
  resultNote: string;
  resolvedBy: string | null;
  resolvedOn: Day | null;
};

export type EscalationEvent =
  | { kind: 'raise'; grounds: string; by: string; on: Day }
  | { kind: 'resolve'; result: 'upheld' | 'changed'; note: string; by: string; on: Day }
  | { kind: 'take-up'; grounds: string; by: string; on: Day };

export type EscalationMove =
  | { kind: 'moved'; steps: EscalationStep[] }
  | { kind: 'refused'; problems: FormFault[] };

/** Where the disagreement stands: nobody raised one, it waits at a level, or it was settled. */
export type EscalationState =
  | { kind: 'none' }
  | { kind: 'open'; level: EscalationLevel }
  | { kind: 'settled'; level: EscalationLevel; result: 'upheld' | 'changed' };

/** Reads the state from the steps, which are kept in order of level. */
export function escalationState(steps: readonly EscalationStep[]): EscalationState {
  const last = steps.at(-1);
  if (!last) return { kind: 'none' };
  if (last.result === 'upheld' || last.result === 'changed') {
    return { kind: 'settled', level: last.level, result: last.result };
  }
  return { kind: 'open', level: last.level };
}

/** Raises, answers or takes up a disagreement; the third level is the last, and its answer ends the matter. */
export function escalated(
  steps: readonly EscalationStep[],
  event: EscalationEvent,
): EscalationMove {
  const state = escalationState(steps);
  const last = steps.at(-1);
  const problems = eventProblems(event, last);
  if (event.kind === 'raise') {
    if (state.kind !== 'none') problems.push(refusal('This disagreement has already been raised'));
    if (problems.length > 0) return { kind: 'refused', problems };
    return { kind: 'moved', steps: [opened(1, event)] };
  }
  if (state.kind !== 'open' || !last) {
    problems.push(refusal('There is no open disagreement to answer'));
    return { kind: 'refused', problems };
  }
  const next = escalationLevels.find((row) => row.level === last.level + 1);
  if (event.kind === 'take-up' && !next) {
    problems.push(refusal('This is the last level: it must be settled here'));
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const earlier = steps.slice(0, -1);
  if (event.kind === 'resolve') {
    return { kind: 'moved', steps: [...earlier, closed(last, event.result, event.note, event)] };
  }
  const closedStep = closed(last, 'escalated', event.grounds, event);
  return {
    kind: 'moved',
    steps: [...earlier, closedStep, ...(next ? [opened(next.level, event)] : [])],
  };
}

function eventProblems(event: EscalationEvent, last: EscalationStep | undefined): FormFault[] {
  const problems: FormFault[] = [];
  if (event.kind === 'resolve' && event.note.trim() === '') {
    problems.push({
      field: 'result_note',
      message: 'Enter why the decision was upheld or changed',
    });
  }
  if (event.kind !== 'resolve' && event.grounds.trim() === '') {
    problems.push({ field: 'grounds', message: 'Enter why you disagree with the decision' });
  }
  if (last && event.on < last.raisedOn) {
    problems.push({
      field: 'on',
      message: 'The date must not be before the disagreement was raised',
    });
  }
  // Whoever raised the disagreement does not answer it.
  if (last && event.kind === 'resolve' && event.by === last.raisedBy) {
    problems.push(refusal('Somebody other than the person who raised it must answer'));
  }
  return problems;
}

function opened(
  level: EscalationLevel,
  by: { grounds: string; by: string; on: Day },
): EscalationStep {
  return {
    level,
    grounds: by.grounds.trim(),
    raisedBy: by.by,
    raisedOn: by.on,
    result: null,
    resultNote: '',
    resolvedBy: null,
    resolvedOn: null,
  };
}

function closed(
  step: EscalationStep,
  result: EscalationResult,
  note: string,
  event: { by: string; on: Day },
): EscalationStep {
  return { ...step, result, resultNote: note.trim(), resolvedBy: event.by, resolvedOn: event.on };
}

function refusal(message: string): FormFault {
  return { field: 'escalation', message };
}
