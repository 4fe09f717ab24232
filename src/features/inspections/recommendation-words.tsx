import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import type { Recommendation, RecommendedAction } from './recommendations.queries.ts';

/** Whether a recommendation was met, or how far its actions are. */
export function ProgressBadge({
  recommendation,
  today,
}: {
  readonly recommendation: Recommendation;
  readonly today: Day;
}): Html {
  const { metOn, actions } = recommendation;
  if (metOn) return <span class="fh-badge fh-badge-good">Met {formatDay(metOn)}</span>;
  const late = actions.filter((action) => isLate(action, today)).length;
  const done = actions.filter(({ doneOn }) => doneOn).length;
  if (actions.length === 0) return <span class="fh-badge fh-badge-soon">No action yet</span>;
  return (
    <span class={`fh-badge fh-badge-${late > 0 ? 'late' : 'neutral'}`}>
      {done} of {actions.length} done{late > 0 ? `, ${late} late` : ''}
    </span>
  );
}

/** Where an action stands, with the day first promised when it was moved. */
export function ActionBadge({
  action,
  today,
}: {
  readonly action: RecommendedAction;
  readonly today: Day;
}): Html {
  const { doneOn, dueOn, originalDue } = action;
  if (doneOn) return <span class="fh-badge fh-badge-good">Done {formatDay(doneOn)}</span>;
  return (
    <>
      <span class={`fh-badge fh-badge-${isLate(action, today) ? 'late' : 'neutral'}`}>
        {isLate(action, today) ? 'Was due' : 'Due'} {formatDay(dueOn)}
      </span>
      {dueOn === originalDue ? null : (
        <span class="fh-quiet"> first promised for {formatDay(originalDue)}</span>
      )}
    </>
  );
}

const isLate = ({ doneOn, dueOn }: RecommendedAction, today: Day) => !doneOn && dueOn < today;
