import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { subjectLink } from '../../../record/subject-link.ts';
import { longText } from '../../../record/text-fields.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { stepTakers, type WorkStep, workStep } from './step.queries.ts';

const fields = {
  answer: choice(
    [
      { value: 'done', text: 'It is done or agreed' },
      { value: 'handed-on', text: 'Hand it on to somebody here' },
      { value: 'nothing-follows', text: 'Nothing follows' },
    ],
    {
      label: 'How does it stand?',
      required: 'Choose whether it is done, handed on, or nothing follows',
    },
  ),
  note: longText({
    label: 'What was done or agreed',
    hint: 'With whom, and what happens when. Or what the next person must know, or why nothing follows.',
    required: 'Enter what was done or agreed, or why nothing follows',
    max: 4000,
  }),
  owner_id: code('owners', {
    label: 'Who has it now, when it is handed on',
    hint: 'It stands on their home.',
    says: 'Who has it now',
  }),
  due_on: day({
    label: 'By which day, when it is handed on',
    says: 'The day it is seen to by',
    within: 'future',
  }),
};

async function subject({ tx, actor, child, today, param }: ChildContext) {
  const step = isId(param('stepId')) ? await workStep(tx, child.id, param('stepId')) : undefined;
  return step && { step, takers: await stepTakers(tx, actor.serviceId, child.id, today) };
}

const aboutKinds: Readonly<Record<string, string>> = {
  referral: 'referral',
  disposal: 'outcome',
  hearing: 'hearing',
};

const places: Readonly<
  Record<string, { readonly to: (childId: string) => string; readonly text: string }>
> = {
  charges: { to: urls.court.charges, text: 'Record the charge, the plea and the finding' },
  hearings: { to: urls.court.hearings, text: 'Record the hearing, and who covers it' },
};

/** What follows a charge, a court, bail, a transfer or what police decided: seen to, handed on, or said why not. */
export const workStepRoutes = childForm({
  path: urls.panels.step(':childId', ':stepId'),
  tab: { under: urls.panels.childItems(':childId') },
  reads: 'panel.view',
  writes: 'step.answer',
  mayWrite: ({ actor, child }) => mayChange(actor, child, 'step.answer'),
  closed: ({ step }) =>
    step.state === 'open' ? null : 'Somebody has answered it: it is not answered twice',
  fields,
  subject,
  options: (_context, { takers }) => ({
    owners: takers.map(({ id, name, job }) => ({ value: id, text: `${name}, ${job}` })),
  }),
  stored: ({ step: { id, version, owner_id, due_on, note } }) => ({
    id,
    version,
    answer: null,
    owner_id,
    due_on,
    note,
  }),
  rules: ({ answer, owner_id, due_on }, { step }) =>
    answer !== 'handed-on'
      ? []
      : [
          ...(owner_id && owner_id !== step.owner_id
            ? []
            : [{ field: 'owner_id', message: 'Choose who has it now: somebody else than before' }]),
          ...(due_on ? [] : [{ field: 'due_on-day', message: 'Enter by which day it is seen to' }]),
        ],
  save: ({ tx, actor, today }, { step }, { answer, note, owner_id, due_on }) =>
    changeRow(
      tx,
      'work_step',
      step,
      answer === 'handed-on'
        ? { owner_id, due_on, note }
        : { state: answer, note, closed_on: today, closed_by: actor.staffId },
    ),
  view: ({ context, subject: { step }, form: { F, ...form } }) => {
    const about = { kind: aboutKinds[step.about_table] ?? '', id: step.about_id };
    const toRecord = step.place.split(' ').flatMap((name) => places[name] ?? []);
    const href = subjectLink(context.actor, { ...about, childId: context.child.id });
    return (
      <ChildFrame
        context={context}
        title={`What follows: ${step.label}`}
        heading={
          <>
            <span class="govuk-caption-l">What follows, since {formatDay(step.begun_on)}</span>
            {step.label}
          </>
        }
        faults={form.faults}
        back={{ href: urls.panels.childItems(context.child.id), text: 'Panel and outcomes' }}
      >
        <Standing step={step} />
        <ul class="govuk-list fh-no-print">
          {toRecord.map(({ to, text }) => (
            <li>
              <a class="govuk-link" href={to(context.child.id)}>
                {text}
              </a>
            </li>
          ))}
          {href ? (
            <li>
              <a class="govuk-link" href={href}>
                Read what it follows from
              </a>
            </li>
          ) : null}
        </ul>
        <FormBox form={form} button="Save how it stands">
          <F.answer />
          <F.note />
          <F.owner_id />
          <F.due_on />
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ takers }, { answer, owner_id }, { child }) => ({
    to: urls.panels.childItems(child.id),
    message:
      answer === 'handed-on'
        ? `Saved: ${takers.find(({ id }) => id === owner_id)?.name ?? 'somebody else'} has it now`
        : 'Saved: what follows is seen to',
  }),
});

function Standing({ step }: { readonly step: WorkStep }): Html {
  const end = step.state === 'done' ? 'Done' : 'Nothing follows';
  return (
    <WrittenList
      lines={[
        ['What to do', step.script],
        ['With', step.state === 'open' ? (step.owner ?? 'a manager') : null],
        ['By', step.state === 'open' && step.due_on ? formatDay(step.due_on) : null],
        [
          'Stands',
          step.closed_on
            ? `${end}, ${formatDay(step.closed_on)}${step.closed_by_name ? `, by ${step.closed_by_name}` : ''}`
            : null,
        ],
        ['What was said', step.note],
      ]}
    />
  );
}
