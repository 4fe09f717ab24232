import { formatInstant } from '../../domain/calendar/british-time.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import { orRefused } from '../../platform/db/or-refused.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { ticks } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm, type Outcome } from '../../record/form-page.ts';
import { Items } from '../../record/items.tsx';
import { type Merge, mergeItem, mergesOf } from '../../record/merges-told.tsx';
import { tableWords } from '../../record/table-words.data.ts';
import { longText } from '../../record/text-fields.tsx';
import { Details } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { rowsToldApart, type ToldApart, unmergeChildren } from './unmerge.queries.ts';

// A page holds no more; what is not on it goes the usual way.
const mostAsked = 150;

const fields = {
  ours: ticks('hangs', {
    label: 'Written since, about what goes back',
    hint: 'It goes back too. Tick what is to stay on this record.',
  }),
  theirs: ticks('since', {
    label: 'Written since the merge',
    hint: 'It stays on this record. Tick what is the other child’s.',
  }),
  reason: longText({
    label: 'How do you know that they are two children?',
    hint: 'Whom you asked, or which papers you saw. Both histories show this: name neither child here.',
    required: 'Say how you know that they are two children',
    max: 1000,
    rows: 3,
  }),
};

type Subject = { readonly merge: Merge; readonly rows: readonly ToldApart[] };

/** The page that takes a merge back: what goes back, whose each later row is, and why. */
export const unmergeRoutes = childForm({
  path: urls.child.unmerge(':childId', ':mergeId'),
  tab: { under: urls.child.details(':childId') },
  reads: 'child.unmerge',
  fields,
  subject: async ({ tx, actor, child, param }): Promise<Subject | undefined> => {
    const merge = (await mergesOf(tx, child.id)).find(({ id }) => id === param('mergeId'));
    if (!merge) return undefined;
    return { merge, rows: merge.taken_back_at ? [] : await rowsToldApart(tx, actor, merge) };
  },
  stored: ({ merge: { id, version } }) => ({ id, version, ours: [], theirs: [], reason: '' }),
  refuses: ({ merge }) =>
    merge.taken_back_at === null
      ? []
      : [
          {
            field: 'reason',
            message: `This was taken back on ${formatInstant(merge.taken_back_at)} by ${merge.back_by ?? 'a person who has left'}: nothing is left to do`,
          },
        ],
  options: (_context, { rows }) => ({
    hangs: asked(rows, 'hangs'),
    since: asked(rows, 'since'),
  }),
  save: (context, { merge }, value) => takeBack(context, merge, value),
  view: ({ subject: { merge, rows }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Take a merge back"
      faults={form.faults}
      back={{ href: urls.child.details(context.child.id), text: 'Back to details' }}
    >
      <Items items={[mergeItem(merge)]} />
      {merge.taken_back_at ? (
        <p class="govuk-body">
          The merge was taken back. {merge.other_number} and {merge.kept_number} are two children’s
          records.
        </p>
      ) : (
        <>
          {form.conflict ? (
            <p class="govuk-inset-text">
              This record was merged again since you opened this page. Read what goes back now,
              before you take it back.
            </p>
          ) : null}
          <WhatGoes merge={merge} rows={rows} />
          <FormBox form={form} button="Take the merge back">
            {form.options.hangs?.length ? <F.ours /> : null}
            {form.options.since?.length ? <F.theirs /> : null}
            <F.reason />
          </FormBox>
        </>
      )}
    </ChildFrame>
  ),
  done: ({ merge }, _value, { child }) => ({
    to: urls.child.details(child.id),
    message: `Taken back: ${merge.other_number} is a record of its own again`,
  }),
});

function WhatGoes({ merge, rows }: Subject) {
  const back = rows.filter(({ part }) => part === 'theirs');
  const kinds = [...new Set(back.map(({ table_name }) => table_name))].map(
    (table) =>
      `${tableWords[table] ?? table}: ${back.filter(({ table_name }) => table_name === table).length}`,
  );
  const later = rows.filter(({ part }) => part !== 'theirs').length;
  return (
    <>
      <p class="govuk-body">
        What came from {merge.other_number} goes back there as it is now, with its history. What was
        written since stays here, where it was written, unless it is about something that goes back
        or you say whose it is. Rows that you may not read go the same way.
      </p>
      {merge.knows_all ? null : (
        <p class="govuk-inset-text">
          This merge is older than Foothold’s own list of what a merge moves. What its history says
          was moved goes back. What then gave way to this record’s own rows (an address or social
          care cut short, a plan, an allocation or a restriction ended, a victim’s label, a number
          marked as double) stays as the merge left it, and notes that the two are different
          children are not brought back: look at these by hand afterwards.
        </p>
      )}
      <p class="govuk-body">
        Both records then say that they are two children, so that nobody is asked to merge them
        again. A restriction that was laid since stands on both until it is lifted.
      </p>
      {kinds.length > 0 ? (
        <Details summaryText={`What goes back: ${back.length} rows that you may read`}>
          <ul class="govuk-list govuk-list--bullet">
            {kinds.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </Details>
      ) : (
        <p class="govuk-body">Nothing that you may read came from {merge.other_number}.</p>
      )}
      {later > mostAsked ? (
        <p class="govuk-body">
          {later} rows were written since: the newest {mostAsked} can be told apart here. The others
          go the usual way and can be moved one by one afterwards.
        </p>
      ) : null}
    </>
  );
}

const asked = (rows: readonly ToldApart[], wanted: ToldApart['part']) =>
  rows
    .filter(({ part }) => part !== 'theirs')
    .slice(0, mostAsked)
    .filter(({ part }) => part === wanted)
    .map(({ id, table_name, at, by, title }) => ({
      value: id,
      text: `${tableWords[table_name] ?? table_name}${title ? `: ${title}` : ''}`,
      hint: `${formatInstant(at)}, ${by ?? 'a person who has left'}`,
    }));

type Told = {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly reason: string;
};

async function takeBack({ tx, actor }: ChildContext, merge: Merge, told: Told): Promise<Outcome> {
  let isDone = false;
  const refused = await orRefused(tx, ['23505', '23P01', '23514', '23502'], async () => {
    isDone = (await unmergeChildren(tx, merge, told)) === 'done';
  });
  if (refused)
    return [
      {
        field: told.theirs.length > 0 ? 'theirs' : 'reason',
        message:
          'A row that was written since does not fit beside what goes back there, such as a second plan or home at once: leave it here, and move it by hand afterwards',
      },
    ];
  if (!isDone) return { kind: 'moved-on' };
  await logLook(tx, actor, {
    kind: 'change',
    page: urls.child.unmerge(':childId', ':mergeId'),
    childId: merge.other_id,
    purpose: `Record ${merge.other_number} is another child than ${merge.kept_number}: ${told.reason}`,
  });
  return { kind: 'saved' };
}
