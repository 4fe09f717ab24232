import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { isLate } from '../../../record/action-badge.tsx';
import type { Html } from '../../../ui/html.ts';
import type { Recommendation } from './recommendations.queries.ts';

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
  const done = actions.filter(({ done_on }) => done_on).length;
  if (actions.length === 0) return <span class="fh-badge fh-badge-soon">No action yet</span>;
  return (
    <span class={`fh-badge fh-badge-${late > 0 ? 'late' : 'neutral'}`}>
      {done} of {actions.length} done{late > 0 ? `, ${late} late` : ''}
    </span>
  );
}
