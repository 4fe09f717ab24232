import { type Day, formatDay } from '../domain/calendar/day.ts';
import type { Html } from '../ui/html.ts';

type Promised = {
  readonly done_on: Day | null;
  readonly due_on: Day;
  readonly original_due: Day;
};

/** Whether its day is past and it is not done. */
export const isLate = ({ done_on, due_on }: Omit<Promised, 'original_due'>, today: Day) =>
  !done_on && due_on < today;

/** Where an action stands, with the day first promised when it was moved. */
export function ActionBadge({
  action,
  today,
}: {
  readonly action: Promised;
  readonly today: Day;
}): Html {
  const { done_on, due_on, original_due } = action;
  if (done_on) return <span class="fh-badge fh-badge-good">Done {formatDay(done_on)}</span>;
  const late = isLate(action, today);
  return (
    <>
      <span class={`fh-badge fh-badge-${late ? 'late' : 'neutral'}`}>
        {late ? 'Was due' : 'Due'} {formatDay(due_on)}
      </span>
      {due_on === original_due ? null : (
        <span class="fh-quiet"> first promised for {formatDay(original_due)}</span>
      )}
    </>
  );
}
