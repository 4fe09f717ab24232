import { recordClasses } from '../../domain/access/record-classes.data.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { correctionsOf, type Kept } from '../../record/correction-rows.ts';
import type { Options } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { PutRight, Struck } from '../../record/struck.tsx';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { addNote, handlingCode, keepsIntelligence } from './add-note.ts';
import { notesOf } from './information.queries.ts';
import { mayPutRight, noteCorrectionRoutes } from './note-corrections.routes.tsx';

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

const keptNote = (kept: Kept) => ({
  title: 'A note',
  lines: [['The note', String(kept.detail ?? '')]] as const,
});

/** Partners' own records about the child, in the classes that the reader may read, and the form that adds one. */
const listRoutes = childForm({
  path: urls.information.notes(':childId'),
  tab: { under: urls.information.list(':childId') },
  reads: 'child.view',
  writes: 'partner-note.write',
  fields,
  lists: ['agency'],
  subject: async ({ tx, actor, child }) => ({
    notes: await notesOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'partner_note'),
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
  view: ({
    subject: { notes, corrections, isIntelligence },
    form: { F, ...form },
    actor,
    context,
  }) => (
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
          <PutRight corrections={corrections} rowId={note.id} said={keptNote} />
          {mayPutRight(actor, note) ? (
            <p class="fh-actions fh-no-print">
              <a class="govuk-link" href={urls.information.correctNote(context.child.id, note.id)}>
                Correct it
              </a>
              <a class="govuk-link" href={urls.information.takeOffNote(context.child.id, note.id)}>
                It is on the wrong record
              </a>
            </p>
          ) : null}
        </article>
      ))}
      <Struck corrections={corrections} said={keptNote} />
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

export const partnerNotesRoutes: readonly Route[] = [...listRoutes, ...noteCorrectionRoutes];
