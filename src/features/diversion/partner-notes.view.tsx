import { formatInstant, type Instant } from '../../domain/calendar/british-time.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { type Choice, ChoiceField, LongText, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

export type Note = {
  readonly id: string;
  readonly className: string;
  readonly agency: string;
  readonly handling: string;
  readonly detail: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Instant;
};

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly notes: readonly Note[];
  /** The class in which this person writes their own; null when they write none. */
  readonly writes: { readonly className: string; readonly handlingCodes: readonly Choice[] } | null;
};

/** Partners' own records about the child, in the classes that the reader may read. */
export function PartnerNotesPage(props: Props): Html {
  const { shell, child, today, errors, notes, writes } = props;
  return (
    <ChildPage
      title="Partners’ own notes"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.information.list(child.id), text: 'Back to information from partners' }}
    >
      <h1 class="govuk-heading-l">Partners’ own notes</h1>
      <p class="govuk-body">
        Each partner keeps detail in its own class, and you see only the classes of your role. What
        the team needs to know is on the page of each question.
      </p>
      {notes.length === 0 ? (
        <p class="govuk-body">There are no notes here that your role may read.</p>
      ) : (
        notes.map((note) => <OneNote note={note} />)
      )}
      {writes ? <AddNote {...props} writes={writes} /> : null}
    </ChildPage>
  );
}

function OneNote({ note }: { readonly note: Note }): Html {
  return (
    <article class="fh-card">
      <h2 class="govuk-heading-s">
        {note.agency} <span class="fh-badge fh-badge-restricted">{note.className}</span>
      </h2>
      {note.handling ? <p class="govuk-body">Handling: {note.handling}</p> : null}
      <p class="govuk-body fh-written">{note.detail}</p>
      <p class="govuk-body-s fh-quiet">
        {note.writtenBy ?? 'Someone'}, {formatInstant(note.writtenAt)}
      </p>
    </article>
  );
}

function AddNote({
  child,
  errors,
  typed,
  writes,
}: Props & { readonly writes: NonNullable<Props['writes']> }): Html {
  return (
    <PostForm action={urls.information.notes(child.id)}>
      <h2 class="govuk-heading-m">Add a note of your own</h2>
      <LongText
        name="detail"
        label={writes.className}
        hint="Only people whose role may read this class will see it. Nothing here goes into the assessment by itself."
        errors={errors}
        typed={typed}
      />
      {writes.handlingCodes.length > 0 ? (
        <ChoiceField
          name="handlingCode"
          label="How may it be handled?"
          hint="Write any conditions in the note itself. These codes: check locally."
          choices={writes.handlingCodes}
          errors={errors}
          typed={typed}
        />
      ) : null}
      <Button text="Add the note" />
    </PostForm>
  );
}
