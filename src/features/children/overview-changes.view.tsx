import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.ts';
import type { AtAGlance } from './overview.queries.ts';

type Props = Frame & { readonly glance: AtAGlance };

/** What happened to the child lately, and whether somebody has looked at what it means. */
export function Changes({ glance, child, shell, today }: Props): Html | null {
  if (glance.changes.length === 0) return null;
  return (
    <ul class="fh-cards" aria-label="What happened lately">
      {glance.changes.map((change) => (
        <li class="fh-card">
          <h3 class="govuk-heading-s">
            <a
              class="govuk-link"
              href={
                change.review_id && can(shell.actor, 'assessment.view')
                  ? urls.reviews.one(child.id, change.review_id)
                  : urls.reviews.list(child.id)
              }
            >
              {change.kind}, {formatDay(change.happened_on)}
            </a>
          </h3>
          {change.review_id === null ? null : (
            <p class="govuk-body">
              {change.held_on ? (
                <span class="fh-badge fh-badge-good">Reviewed on {formatDay(change.held_on)}</span>
              ) : (
                <span class={`fh-badge fh-badge-${change.due_on < today ? 'late' : 'soon'}`}>
                  {change.due_on < today ? 'Review overdue since' : 'Review due by'}{' '}
                  {formatDay(change.due_on)}
                </span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Asks whether the address still holds, when a change of home was recorded after it began. */
export function StillHome({ glance: { moved }, child, shell }: Omit<Props, 'today'>): Html | null {
  if (!moved) return null;
  return (
    <p class="govuk-body">
      <span class="fh-badge fh-badge-late">{moved.kind}</span> A change of home was recorded on{' '}
      {formatDay(moved.happened_on)}: is this still where they live?{' '}
      {can(shell.actor, 'child.edit') ? (
        <a class="govuk-link fh-no-print" href={urls.child.addresses(child.id)}>
          Change the address
        </a>
      ) : null}
    </p>
  );
}
