import { addDays, type Day } from '../calendar/day.ts';

export type Urgency = 'overdue' | 'today' | 'week' | 'later';

/** Where a due day falls in a worker's list: late, today, in the next seven days, or after. */
export function urgencyOf(dueOn: Day, today: Day): Urgency {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
}
