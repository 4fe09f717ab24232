import { type Actor, can } from '../../domain/access/can.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { correction, correctionReason } from '../../record/correction.tsx';
import { keepCorrected } from '../../record/correction-rows.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { notesOf } from './information.queries.ts';

/** Whether this person may put a note right: a partner does with what they wrote themselves. */
export const mayPutRight = (
  actor: Pick<Actor, 'role' | 'staffId'>,
  { created_by }: { readonly created_by: string | null },
): boolean => can(actor, 'partner-note.write') && created_by === actor.staffId;

const noteOf = async ({ tx, actor, child, param }: ChildContext) =>
  (await notesOf(tx, child.id)).find(
    (note) => note.id === param('noteId') && mayPutRight(actor, note),
  );

const back = (childId: string) => ({
  href: urls.information.notes(childId),
  text: 'Back to partners’ own notes',
});

/** A note that says something wrong: put right with the reason; what it said before stands beside it. */
const correctRoutes = childForm({
  path: urls.information.correctNote(':childId', ':noteId'),
  reads: 'partner-note.write',
  fields: {
    detail: longText({ label: 'Your note', required: 'Enter your note', rows: 6 }),
    reason: correctionReason,
  },
  subject: noteOf,
  stored: (note) => note,
  save: async (context, note, { detail, reason }) => {
    await keepCorrected(context, { table: 'partner_note', row: note, reason }, 'corrected');
    return changeRow(context.tx, 'partner_note', note, { detail });
  },
  view: ({ form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Correct a note"
      faults={form.faults}
      back={back(context.child.id)}
    >
      <FormBox form={form} button="Save the correction">
        <F.detail />
        <F.reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (_note, _value, { child }) => ({
    to: urls.information.notes(child.id),
    message: 'Saved: your note is corrected',
  }),
});

/** A note on the wrong child's record: moved to the right one, or withdrawn. */
const takeOffRoutes = correction({
  table: 'partner_note',
  path: urls.information.takeOffNote(':childId', ':noteId'),
  permission: 'partner-note.write',
  row: noteOf,
  item: ({ detail, created_at }) => ({
    title: `Your note of ${formatInstant(created_at)}`,
    lines: [detail],
  }),
  // The question that it answered was asked about the wrong child.
  anew: () => ({ request_id: null }),
  words: {
    title: 'Take a note off this record',
    worked: 'Something has followed from this note: it stays',
    stands: 'That child’s record has this note already: withdraw this one',
  },
  back: (_note, childId) => back(childId),
  list: urls.information.notes,
});

export const noteCorrectionRoutes: readonly Route[] = [...correctRoutes, ...takeOffRoutes];
