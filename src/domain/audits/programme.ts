import { addMonths, type Day } from '../calendar/day.ts';

export type ProgrammeState = 'done' | 'cancelled' | 'overdue' | 'reading' | 'planned';

/** Where an audit of the programme stands on a day. */
export function programmeState(
  audit: { readonly status: string; readonly dueOn: Day },
  today: Day,
): ProgrammeState {
  if (audit.status === 'finished') return 'done';
  if (audit.status === 'cancelled') return 'cancelled';
  if (audit.dueOn < today) return 'overdue';
  return audit.status === 'reading' ? 'reading' : 'planned';
}

/** The first day of each month of the programme year, April to March, that begins in a calendar year. */
export function programmeMonths(year: number): readonly Day[] {
  return Array.from({ length: 12 }, (_, index) => addMonths(`${year}-04-01`, index));
}

/** The programme year that a day lies in, by the calendar year it begins in. */
export const programmeYear = (day: Day): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
