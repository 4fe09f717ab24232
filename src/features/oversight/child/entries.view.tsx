import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { ActionBadge } from '../../../record/action-badge.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { Action, ChildWorker, Entry } from './entries.queries.ts';
import { aboutEntry, kindWords, riskWords } from './entry-kinds.ts';

/** What a manager wrote, by whom and about what. */
export function OneEntry({
  entry,
  childId,
}: {
  readonly entry: Entry;
  readonly childId: string;
}): Html {
  const about = aboutEntry(entry, childId);
  return (
    <li class="fh-entry">
      <h3 class="govuk-heading-s fh-entry__title">{kindWords(entry.kind)}</h3>
      <p class="fh-quiet fh-entry__facts">
        {entry.writer ?? 'A person who has left'}, {formatInstant(entry.created_at)}
        {entry.reader ? `, for ${entry.reader}` : ''}
        {about ? (
          <>
            {' '}
            <a class="govuk-link" href={about.href}>
              {about.text}
            </a>
          </>
        ) : null}
      </p>
      {entry.looked_at.length > 0 ? (
        <p class="fh-quiet">Looked at: {entry.looked_at.map(riskWords).join('; ')}.</p>
      ) : null}
      <p class="govuk-body fh-written">{entry.text}</p>
      {entry.self_view ? (
        <p class="fh-quiet">
          In the manager’s own view, oversight of this case is{' '}
          {entry.self_view === 'effective' ? 'effective' : 'not effective yet'}.
        </p>
      ) : null}
    </li>
  );
}

/** Workers for whose supervision an audit has found something. */
export function AuditsToDiscuss({ workers }: { readonly workers: readonly ChildWorker[] }): Html {
  return (
    <>
      {workers
        .filter(({ auditsToDiscuss }) => auditsToDiscuss > 0)
        .map(({ id, name }) => (
          <p class="govuk-inset-text">
            An audit of this case has something for the next supervision with {name}.{' '}
            <a class="govuk-link" href={urls.audits.supervision(id)}>
              What it found, and where to write it up
            </a>
          </p>
        ))}
    </>
  );
}

/** What was promised for the child. */
export function Actions({
  actions,
  childId,
  today,
}: {
  readonly actions: readonly Action[];
  readonly childId: string;
  readonly today: string;
}): Html {
  return (
    <aside aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        Actions
      </h2>
      {actions.length === 0 ? (
        <p class="govuk-body">Nothing has been asked of anybody yet.</p>
      ) : null}
      <ul class="govuk-list">
        {actions.map((action) => (
          <li class="fh-entry">
            <a class="govuk-link" href={urls.oversight.action(childId, action.id)}>
              {action.what}
            </a>
            <span class="fh-quiet"> {action.owner_name}</span>{' '}
            <ActionBadge action={action} today={today} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
