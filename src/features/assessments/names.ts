import { type LevelId, levels } from '../../domain/assessments/levels.data.ts';
import type { ContingencyFor } from '../../domain/safety/contingency.ts';
import type { Kind, Status } from './assessment.queries.ts';

/** What each kind of assessment is called on a page. */
export const kindNames: Record<Kind, string> = {
  initial: 'First assessment',
  review: 'Review of the assessment',
  final: 'Final assessment',
};

export const contingencyNames: Record<ContingencyFor, string> = {
  safety: 'The child’s safety',
  harm: 'The safety of other people',
  exploitation: 'Exploitation',
};

export const statusNames: Record<Status, { text: string; badge: string }> = {
  draft: { text: 'Being written', badge: 'neutral' },
  submitted: { text: 'Waits for a manager', badge: 'soon' },
  returned: { text: 'Returned to be changed', badge: 'late' },
  signed: { text: 'Signed', badge: 'good' },
  abandoned: { text: 'Put away', badge: 'neutral' },
};

export const eventNames: Record<string, string> = {
  start: 'Started',
  save: 'Saved',
  submit: 'Sent to a manager',
  return: 'Returned',
  sign: 'Signed',
  restore: 'Older words brought back',
  abandon: 'Put away',
};

/** A level as chosen so far, signed or not. */
export const levelName = (id: string | null): string =>
  levels.find((level) => level.id === (id as LevelId))?.label ?? 'Not judged yet';
