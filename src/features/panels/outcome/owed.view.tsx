import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { DisposalOne } from './outcome.queries.ts';

/** Says that police must be told, by when, and how to. */
export function Owed(props: {
  readonly disposal: DisposalOne;
  readonly childId: string;
  readonly today: Day;
}): Html {
  const { disposal, childId, today } = props;
  const due = disposal.notice_due;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <span class="fh-badge fh-badge-late">{due && due < today ? 'Overdue' : 'Due'}</span>{' '}
        <strong>
          Police must be told that this was not kept
          {due ? ` by ${formatDay(due)} (check locally)` : ''}.
        </strong>{' '}
        {disposal.notice
          ? 'A notice is written but its sending is not proved.'
          : 'Nothing is written yet.'}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.panels.policeNotice(childId, disposal.id)}>
          {disposal.notice
            ? 'Add when and how it was sent, with proof'
            : 'Write the notice to police'}
        </a>
      </p>
    </div>
  );
}
