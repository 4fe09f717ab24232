import { sql } from 'kysely';
import { britishDay } from '../../domain/calendar/british-time.ts';
import type { Route } from '../../platform/http/route.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { conflictFaults, conflictFields } from '../../record/conflict-fields.ts';
import { FormBox } from '../../record/form-box.tsx';
import { goesAlong, staysBehind } from '../../record/goes-along.ts';
import { type Item, spell } from '../../record/items.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo, rowsPage } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { kindText, workerKinds } from './kinds.ts';
import { staffWhoMayWork, type Worker, workers } from './workers.queries.ts';

const endable: readonly string[] = ['allocated', 'co-worker', 'partner', 'duty'];

const fields = {
  staff_id: code('staff', {
    label: 'Who?',
    hint: 'The number is how many children they hold now',
    required: 'Choose the person',
  }),
  kind: choice(
    [
      {
        value: 'allocated',
        text: 'Be the allocated worker',
        hint: `Ends the work of the one before. ${goesAlong} ${staysBehind}`,
      },
      { value: 'co-worker', text: 'Work with the child beside the allocated worker' },
      { value: 'partner', text: 'Work with the child for a partner agency' },
    ],
    { label: 'What will they do?', required: 'Choose what they will do' },
  ),
  reason: text({
    label: 'Why this person?',
    hint: 'Skills, continuity, what the child asked for',
    required: 'Say why this person works with the child',
    max: 300,
  }),
  ...conflictFields(
    'Ask them: do they know the child, the family, a victim or a co-suspect, in work or outside it?',
  ),
};

const writes = { permission: 'child.allocate' } as const;
const title = 'Workers';
const saved = 'Saved: the workers';
const isPast = ({ ends_at }: Worker) => ends_at !== null;
const now = sql<Date>`now()`;

/** Who works with the child and who did; access to the record follows from it. */
export const workerRoutes: readonly Route[] = [
  ...rowsPage({
    address: urls.child.workers,
    tab: { under: urls.child.details(':childId') },
    writes,
    words: {
      title,
      intro:
        'Who works with the child and who did. Access to the record follows from this and ends with it. Children say that a change of worker matters: say why there is one.',
      empty: 'Nobody works with the child now.',
      addTitle: 'Add or change a worker',
      add: 'Save the worker',
      saved,
    },
    rows: ({ tx, child }) => workers(tx, child.id),
    isPast,
    item: (row, { mayWrite, context: { child } }) => ({
      ...workerItem(row),
      action:
        mayWrite && !isPast(row) && endable.includes(row.kind)
          ? { href: urls.child.endWorker(child.id, row.id), text: `End ${row.name}’s work` }
          : undefined,
    }),
    fields,
    options: async ({ tx, today }) => ({
      staff: (await staffWhoMayWork(tx, today)).map(({ id, name, job_title, holds }) => ({
        value: id,
        text: `${name}, ${job_title} (${holds ?? 0})`,
      })),
    }),
    rules: (typed, known) => [
      ...conflictFaults(typed),
      ...(known.some(
        (row) => !isPast(row) && row.staff_id === typed.staff_id && row.kind === typed.kind,
      )
        ? [{ field: 'staff_id', message: 'This person does that for the child already' }]
        : []),
    ],
    // A child has one allocated worker: a new one ends the one before.
    save: async ({ tx, actor, child }, _known, columns) => {
      if (columns.kind === 'allocated')
        await tx
          .updateTable('relationship')
          .set({ ends_at: now })
          .where('child_id', '=', child.id)
          .where('kind', 'in', ['allocated', 'duty'])
          .where('ends_at', 'is', null)
          .execute();
      await addRow(tx, actor, 'relationship', { child_id: child.id, ...columns, starts_at: now });
      return { kind: 'saved' };
    },
  }),
  ...rowPage({
    path: urls.child.endWorker(':childId', ':relationshipId'),
    writes,
    row: async ({ tx, child, param }) =>
      (await workers(tx, child.id)).find(
        (row) => row.id === param('relationshipId') && !isPast(row),
      ),
    item: workerItem,
    words: { title: ({ name }) => `End ${name}’s work with the child`, saved },
    back: (_row, childId) => backTo(title, urls.child.workers(childId)),
    fields: {},
    body: (_row, form) => (
      <>
        <p class="govuk-body">
          Their access ends now. Has the child been told who comes next, and said goodbye?
        </p>
        <FormBox form={form} button="End it now" />
      </>
    ),
    save: ({ tx }, row) => changeRow(tx, 'relationship', row, { ends_at: now }),
  }),
];

function workerItem(row: Worker): Item {
  return {
    title: row.name,
    badges:
      row.conflict_check === 'declared-and-managed'
        ? [{ text: 'Conflict declared', tone: 'soon' }]
        : [],
    lines: [
      `${kindText(workerKinds, row.kind)} (${row.job_title})`,
      spell(britishDay(row.starts_at), row.ends_at ? britishDay(row.ends_at) : null),
      row.reason,
      row.conflict_note ?? '',
    ],
  };
}
