import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import { mustBeSafe, wishesBadge, wishesSentence } from './victim-words.ts';
import type { LineRow } from './victims.queries.ts';

/** One victim on the list of a child's victims. */
export function LineCard({
  childId,
  line,
}: {
  readonly childId: string;
  readonly line: LineRow;
}): Html {
  return (
    <li class="fh-card">
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={urls.victims.one(childId, line.id)}>
          {line.label}
        </a>
      </h2>
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${wishesBadge(line.wishes)}`}>{wishesSentence(line)}</span>
      </p>
      {mustBeSafe(line) ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-late">Needs to be kept safe</span>
        </p>
      ) : null}
      {line.known_to_service ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-restricted">Known to the service</span>
        </p>
      ) : null}
      {line.ended_on ? <p class="govuk-body fh-quiet">Closed {formatDay(line.ended_on)}</p> : null}
    </li>
  );
}
