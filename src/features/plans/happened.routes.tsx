import type { Day } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { promiseAction } from '../../record/action-rows.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { type Worker, workersOf } from '../../record/workers.ts';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import type { Line } from './plans.queries.ts';
import { writingPlan } from './writing-plan.ts';

const fields = {
  happened_on: day({
    label: 'When did it happen?',
    says: 'The day it happened',
    required: 'Enter when it happened',
    within: 'past',
  }),
  happened_note: longText({
    label: 'What happened?',
    hint: 'What is known, and what is only thought. What the child says.',
    required: 'Enter what happened',
    max: 4000,
  }),
  owner_id: code('owners', {
    label: 'Who sees to it that it is done?',
    hint: 'It stands on their home until they say that it is done.',
    required: 'Choose who sees to it',
  }),
  due_on: day({
    label: 'By which day?',
    says: 'The day it is done by',
    required: 'Enter by which day it is done',
    within: 'future',
  }),
};

async function subject(context: ChildContext) {
  const { tx, actor, child, param } = context;
  const open = await writingPlan(context);
  const line = open?.plan.lines.find(({ id }) => id === param('lineId'));
  if (!open || line?.kind !== 'contingency') return undefined;
  if (line.status === 'stopped')
    movedOn('This line was stopped, so nothing follows from it: record what happened as a change', {
      href: urls.plans.line(child.id, line.id),
      text: 'Read the line',
    });
  return {
    line,
    keptSafe: open.needs.keptSafe,
    workers: await workersOf(tx, child.id, actor.staffId),
  };
}

type Fired = { readonly owner: Worker; readonly dueOn: Day };

// What the line asks for and whom it tells are two things to do: either may be done without the other.
async function setGoing({ tx, actor, child }: ChildContext, line: Line, { owner, dueOn }: Fired) {
  const about = { table: 'plan_line', id: line.id };
  const promise = (what: string) =>
    promiseAction(tx, actor, { about, childId: child.id, what, owner, dueOn });
  await promise(`${line.then_text} (${line.who}, within ${line.within})`);
  await promise(`Tell ${line.tell}, since this has happened: ${line.text}`);
}

/** What a contingency line foresaw has happened: what it asks for is promised, and comes due. */
export const happenedRoutes = childForm({
  path: urls.plans.happened(':childId', ':lineId'),
  reads: 'plan.write',
  fields,
  subject,
  options: (_context, { workers }) => ({
    owners: workers.map(({ id, name }) => ({ value: id, text: name })),
  }),
  begins: (_about, { today, actor }) => ({
    happened_on: today,
    due_on: today,
    owner_id: actor.staffId,
  }),
  save: async (context, { line, workers }, { happened_on, happened_note, owner_id, due_on }) => {
    const saved = await changeRow(context.tx, 'plan_line', line, { happened_on, happened_note });
    const owner = workers.find(({ id }) => id === owner_id);
    if (saved.kind === 'saved' && owner) await setGoing(context, line, { owner, dueOn: due_on });
    return saved;
  },
  view: ({ context, subject: { line, keptSafe }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="This has happened"
      faults={form.faults}
      back={{ href: urls.plans.line(context.child.id, line.id), text: 'Back to the line' }}
    >
      <WhoIsKeptSafe people={keptSafe} />
      <WrittenList
        lines={[
          ['If', line.text],
          ['Then', line.then_text],
          ['Who', line.who],
          ['Within', line.within],
          ['Tell', line.tell],
        ]}
      />
      <p class="govuk-body">
        What is to be done and who is told become two actions. They are due by the day below.
      </p>
      <FormBox form={form} button="Set it going">
        <F.happened_on />
        <F.happened_note />
        <F.owner_id />
        <F.due_on />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ line }, _form, { child }) => ({
    to: urls.plans.line(child.id, line.id),
    message: 'Set going: what the plan asks for is due, and the record proposes a change',
  }),
});
