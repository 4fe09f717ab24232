import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import type { ProgrammeState } from '../../domain/audits/programme.ts';
import type { Share } from '../../domain/audits/results.ts';

export const auditKinds = [
  { value: 'monthly', text: 'Monthly audit' },
  { value: 'themed', text: 'Themed audit' },
  { value: 'mock-inspection', text: 'Mock inspection' },
  { value: 'inspection', text: 'Inspection' },
] as const;

export const kindOf = (kind: string) =>
  auditKinds.find(({ value }) => value === kind)?.text ?? kind;

export const stateWords: Readonly<Record<ProgrammeState, { text: string; tone: string }>> = {
  done: { text: 'Done', tone: 'good' },
  cancelled: { text: 'Given up', tone: 'neutral' },
  overdue: { text: 'Overdue', tone: 'late' },
  reading: { text: 'Being read', tone: 'soon' },
  planned: { text: 'Planned', tone: 'neutral' },
};

export const answerWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-relevant': 'Not relevant',
  'not-applicable': 'Not applicable',
};

/** What a question is asked of: its standard, and which lens it serves. */
export const standardWords = ({ standard, lens }: AuditQuestion) =>
  lens ? `${standard}: ${lens}` : standard;

/** "61%, 11 of 18", or that there is nothing yet. */
export const shareWords = ({ percent, yes, of }: Share) =>
  percent === null ? 'None yet' : `${percent} (${yes} of ${of})`;

export const toneOf = (answer: string) =>
  answer === 'yes' ? 'good' : answer === 'no' ? 'late' : 'neutral';
