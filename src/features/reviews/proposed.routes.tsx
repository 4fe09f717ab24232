import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { choice, code } from '../../record/choice-fields.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { subjectLink } from '../../record/subject-link.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { proposedChanges } from './proposed.queries.ts';
import { answerWords, proposedKinds, proposedWords } from './proposed-words.ts';
import { canRecord } from './record-change.routes.tsx';
import { recordChange } from './record-change.ts';

const fields = {
  answer: choice(
    [
      { value: 'opened', text: 'Yes: record the change and open its review' },
      { value: 'not-needed', text: 'No: levels and plan need no fresh look' },
    ],
    {
      label: 'Does this change what keeps the child and others safe?',
      says: 'The answer',
      required: 'Choose whether a change is recorded',
    },
  ),
  type: code('change_event_type', {
    label: 'What happened, when it is recorded',
    says: 'The kind',
  }),
  answer_reason: longText({
    label: 'What is known, or why no fresh look is needed',
    hint: 'What is known, and what is only thought. What the child says.',
    required: 'Enter what is known, or why no fresh look is needed',
    rows: 6,
    max: 4000,
  }),
};

async function subject({ tx, child, param }: ChildContext) {
  if (!isId(param('proposedId'))) return undefined;
  const [proposed] = await proposedChanges(tx, child.id, param('proposedId'));
  return proposed && { proposed, types: await changeTypes(tx) };
}

/** What the record proposes: the change is recorded and its review opened, or it is said why not. */
export const proposedRoutes = childForm({
  path: urls.reviews.proposed(':childId', ':proposedId'),
  tab: { under: urls.reviews.list(':childId') },
  reads: 'child.view',
  writes: 'step.answer',
  mayWrite: (context) => canRecord(context),
  closed: ({ proposed }) =>
    proposed.answer === null
      ? null
      : 'It is answered: what the record proposed is not answered twice.',
  fields,
  subject,
  stored: ({ proposed: { id, version, type } }) => ({
    id,
    version,
    type,
    answer: null,
    answer_reason: null,
  }),
  rules: ({ answer, type }) =>
    answer === 'opened' && !type ? [{ field: 'type', message: 'Choose what happened' }] : [],
  save: async (
    { tx, actor, child, today },
    { proposed, types },
    { answer, type, answer_reason },
  ) => {
    const said = { answer, answer_reason, answered_on: today, answered_by: actor.staffId };
    const kind = types.find(({ code }) => code === type);
    if (answer === 'not-needed' || !kind) return changeRow(tx, 'change_proposed', proposed, said);
    const change = {
      happened_on: proposed.noticed_on,
      known_on: proposed.noticed_on > today ? proposed.noticed_on : today,
      detail: answer_reason,
      source: `The record: ${proposedWords(proposed)}`,
    };
    const saved = await changeRow(tx, 'change_proposed', proposed, said);
    if (saved.kind === 'moved-on') return saved;
    return {
      kind: 'saved',
      id: await recordChange(tx, actor, { childId: child.id, type: kind, change, today }),
    };
  },
  view: ({ context, subject: { proposed }, form: { F, ...form } }) => {
    const about = { kind: proposedKinds[proposed.about_table] ?? '', id: proposed.about_id };
    const href = subjectLink(context.actor, { ...about, childId: context.child.id });
    return (
      <ChildFrame
        context={context}
        title="The record proposes a change"
        faults={form.faults}
        back={{ href: urls.reviews.list(context.child.id), text: 'Changes and reviews' }}
      >
        <p class="govuk-body">
          On {formatDay(proposed.noticed_on)}: {proposedWords(proposed)}.{' '}
          {href ? (
            <a class="govuk-link" href={href}>
              Read what was recorded
            </a>
          ) : null}
        </p>
        {proposed.answer ? <p class="govuk-body fh-written">{answerWords(proposed)}</p> : null}
        <FormBox form={form} button="Save the answer">
          <F.answer />
          <F.type />
          <F.answer_reason />
        </FormBox>
      </ChildFrame>
    );
  },
  done: (_subject, { answer }, { child }, reviewId) =>
    answer === 'opened' && reviewId
      ? { to: urls.reviews.one(child.id, reviewId), message: 'Recorded, and its review is open' }
      : { to: urls.reviews.list(child.id), message: 'Saved: no fresh look is needed, and why' },
});
