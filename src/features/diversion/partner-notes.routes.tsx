import { recordClasses } from '../../domain/access/record-classes.data.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { Options } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { addNote, handlingCode, keepsIntelligence } from './add-note.ts';
import { notesOf } from './information.queries.ts';

const fields = {
  detail: longText({
    label: 'Your note',
    hint: 'Only people whose role may read this class will see it. Nothing here goes into the assessment by itself.',
    required: 'Enter your note',
    rows: 6,
  }),
  handling_code: handlingCode,
};

const wordOf = (options: Options, list: string, code: string | null) =>
  options[list]?.find(({ value }) => value === code)?.text ?? code ?? '';

/** Partners' own records about the child, in the classes that the reader may read, and the form that adds one. */
export const partnerNotesRoutes = childForm({
  path: urls.information.notes(':childId'),
  tab: { under: urls.information.list(':childId') },
  reads: 'child.view',
  writes: 'partner-note.write',
  fields,
  lists: ['agency'],
  subject: async ({ tx, actor, child }) => ({
    notes: await notesOf(tx, child.id),
    isIntelligence: keepsIntelligence(actor),
  }),
  asks: ({ isIntelligence }) => (isIntelligence ? ['detail', 'handling_code'] : ['detail']),
  rules: ({ handling_code }, { isIntelligence }) =>
    isIntelligence && !handling_code
      ? [{ field: 'handling_code', message: 'Choose how the note may be handled' }]
      : [],
  save: async ({ tx, actor, child }, _notes, note) => {
    await addNote(tx, actor, { child_id: child.id, ...note });
    return { kind: 'saved' };
  },
  view: ({ subject: { notes, isIntelligence }, form: { F, ...form }, actor, context }) => (
    <ChildFrame
      context={context}
      title="Partners’ own notes"
      faults={form.faults}
      back={{
        href: urls.information.list(context.child.id),
        text: 'Back to information from partners',
      }}
    >
      <p class="govuk-body">
        Each partner keeps detail in its own class, and you see only the classes of your role. What
        the team needs to know is on the page of each question.
      </p>
      {notes.length === 0 ? (
        <p class="govuk-body">There are no notes here that your role may read.</p>
      ) : null}
      {notes.map((note) => (
        <article class="fh-card">
          <h2 class="govuk-heading-s">
            {wordOf(form.options, 'agency', note.agency)}{' '}
            <span class="fh-badge fh-badge-restricted">
              {(recordClasses as Record<string, string>)[note.record_class] ?? ''}
            </span>
          </h2>
          {note.handling_code ? (
            <p class="govuk-body">
              Handling: {wordOf(form.options, 'handling_code', note.handling_code)}
            </p>
          ) : null}
          <p class="govuk-body fh-written">{note.detail}</p>
          <p class="govuk-body-s fh-quiet">
            {note.writer ?? 'Someone'}, {formatInstant(note.created_at)}
          </p>
        </article>
      ))}
      {form.mayWrite ? <h2 class="govuk-heading-m">Add a note of your own</h2> : null}
      <FormBox form={form} button="Add the note">
        <F.detail label={recordClasses[questionFor(actor.agency).recordClass]} />
        {isIntelligence ? <F.handling_code label="How may it be handled?" /> : null}
      </FormBox>
    </ChildFrame>
  ),
  done: (_notes, _note, { child }) => ({
    to: urls.information.notes(child.id),
    message: 'Saved: your note',
  }),
});
