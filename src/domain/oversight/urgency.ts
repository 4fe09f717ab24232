import { addDays, type Day } from '../calendar/day.ts';

export type Urgency = 'overdue' | 'today' | 'week' | 'later';

/** Where a due day falls in a worker's list today: late, today, in the next seven days, or after. */
export function urgencyFrom(today: Day): (dueOn: Day) => Urgency {
  const lastOfWeek = addDays(today, 7);
  return (dueOn) => {
    if (dueOn < today) return 'overdue';
    if (dueOn === today) return 'today';
    return dueOn <= lastOfWeek ? 'week' : 'later';
  };
}
