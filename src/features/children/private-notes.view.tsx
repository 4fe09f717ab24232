import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { Html } from '../../ui/html.ts';
import type { PrivateNote } from './family.queries.ts';

type Props = {
  readonly name: string;
  readonly notes: readonly PrivateNote[];
  /** Where a note is added; null for who only reads. */
  readonly add: string | null;
};

/** A family member's own private information, for those whose role reads it. */
export function PrivateNotes({ name, notes, add }: Props): Html {
  return (
    <section aria-labelledby="private">
      <h2 class="govuk-heading-m" id="private">
        Their own private information
      </h2>
      {notes.length === 0 ? <p class="govuk-body">None is recorded.</p> : null}
      {notes.map((note) => (
        <div class="fh-card">
          {note.hide_from ? (
            <span class="fh-badge fh-badge-restricted">Hide from {note.hide_from}</span>
          ) : null}
          <p class="govuk-body fh-written">{note.detail}</p>
          <p class="govuk-body fh-quiet">
            {note.written_by ?? 'Somebody'}, {formatInstant(note.created_at)}
          </p>
        </div>
      ))}
      {add ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={add}>
            Add private information about {name}
          </a>
        </p>
      ) : null}
    </section>
  );
}
