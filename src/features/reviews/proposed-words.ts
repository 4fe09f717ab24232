import { formatDay } from '../../domain/calendar/day.ts';
import type { Proposed } from './proposed.queries.ts';

const words: Readonly<Record<string, string>> = {
  child_address: 'a home was recorded that is not settled or not suitable',
  warning: 'a new warning was raised',
  contact: 'contacts were missed in a row',
  plan_line: 'a contingency of the plan has happened',
};

/** The page of the row by which the record proposes. */
export const proposedKinds: Readonly<Record<string, string>> = {
  child_address: 'address',
  warning: 'warning',
  contact: 'contact',
  plan_line: 'plan',
};

/** What was noticed, without what the row says. */
export const proposedWords = ({ about_table }: Pick<Proposed, 'about_table'>): string =>
  words[about_table] ?? 'something was recorded';

/** How it was answered, by whom and why. */
export const answerWords = (row: Proposed): string =>
  [
    row.answer === 'opened' ? 'The change was recorded' : 'No fresh look was needed',
    row.answered_on ? `, ${formatDay(row.answered_on)}` : '',
    row.answered_by_name ? `, ${row.answered_by_name}` : '',
    `: ${row.answer_reason ?? ''}`,
  ].join('');
