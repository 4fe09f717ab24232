import { questionsFor } from '../../../domain/audits/audit-questions.ts';
import { ownConflicts } from '../../../domain/audits/conflicts.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, code } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm, type PageOf } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { questionsOf } from '../framework-of.ts';
import { shareFeedback } from './finish-reading.ts';
import { readCase } from './moderate.queries.ts';
import { differing, QuestionBeside, unsettled } from './question-beside.view.tsx';

const fields = {
  question: code('questions', {
    label: 'Which question',
    required: 'Choose a question on which the readers differ',
  }),
  answer: choice(
    [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'not-relevant', text: 'Not relevant (oversight only)' },
    ],
    {
      label: 'Agreed judgement',
      required: 'Choose the agreed judgement',
      as: 'inline-radios',
    },
  ),
  reason: longText({
    label: 'Why it was agreed so',
    required: 'Enter why it was agreed so',
    rows: 3,
  }),
};

async function subject({ tx, actor, child, param }: ChildContext) {
  const found = await readCase(tx, actor.serviceId, child.id, param('caseId'));
  if (!found) return undefined;
  const questions = questionsFor(questionsOf(found), found.tier);
  const open = unsettled(found, questions);
  return { found, questions, toSettle: differing(found, questions), open };
}
type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

/** Why nobody settles anything of this case now. */
function whyNoneSettles({ found, toSettle }: Subject): string | null {
  if (found.readings.some(({ doneOn }) => !doneOn)) return 'A reading is not finished yet';
  if (found.auditStatus !== 'reading' || found.withdrawnOn !== null)
    return 'This case was given back, or its audit has ended';
  return found.isShared || toSettle.length === 0
    ? 'Nothing is left to settle: what was found stands'
    : null;
}

/** What the readers of a case judged, side by side, and the agreed judgement where they differ. */
export const moderateRoutes = childForm({
  path: urls.audits.moderate(':childId', ':caseId'),
  tab: { under: urls.oversight.entries(':childId') },
  reads: 'audit.manage',
  fields,
  subject,
  // By somebody who read it neither time and could have been its reader, once every reader has finished.
  mayWrite: ({ actor }, { found }) =>
    found.tie === null && found.readings.every(({ readerId }) => readerId !== actor.staffId),
  closed: whyNoneSettles,
  // All that was agreed of the case is one version: what is agreed meanwhile of another question is worth a look too.
  stored: ({ found, toSettle, open }) => {
    const [first] = [...open, ...toSettle];
    const agreed = found.moderations.find(({ keyQuestion }) => keyQuestion === first?.id);
    const version = found.moderations.reduce((sum, each) => sum + each.version, 0);
    return { ...agreed, id: agreed?.id ?? found.id, version, question: first?.id ?? null };
  },
  options: (_context, { toSettle }) => ({
    questions: toSettle.map(({ id, standard, question }) => ({
      value: id,
      text: `${standard}: ${question}`,
    })),
  }),
  rules: ({ question, answer }, { toSettle }) =>
    answer === 'not-relevant' && !toSettle.find(({ id }) => id === question)?.mayBeNotRelevant
      ? [{ field: 'answer', message: 'Choose yes or no: only oversight may be not relevant' }]
      : [],
  save: async ({ tx, actor, child, today }, { found }, { question, answer, reason }) => {
    const before = found.moderations.find(({ keyQuestion }) => keyQuestion === question);
    const columns = { answer, reason, moderated_on: today };
    const about = { audit_id: found.auditId, case_id: found.id, child_id: child.id };
    if (before) await changeRow(tx, 'audit_moderation', before, columns);
    else
      await addRow(tx, actor, 'audit_moderation', { ...about, ...columns, key_question: question });
    const isShared = await shareFeedback(tx, found.id);
    // What is new then is the feedback of this case.
    return { kind: 'saved', id: isShared ? found.id : '' };
  },
  view: (page) => <ModeratePage {...page} />,
  done: ({ found }, _value, { child }, shared) => ({
    to: urls.audits.moderate(child.id, found.id),
    message: shared
      ? 'Saved: nothing is left to settle, and what was found waits for the worker’s supervision'
      : 'Saved: the agreed judgement',
  }),
});

function ModeratePage({
  context,
  subject: { found, questions, open },
  form: { F, ...form },
}: PageOf<ChildContext, Subject, typeof fields>): Html {
  const { actor, child } = context;
  const mayModerate = form.mayWrite && !form.closed;
  const isReader = found.readings.some(({ readerId }) => readerId === actor.staffId);
  return (
    <ChildFrame
      context={context}
      title={`What readers judged, case ${found.position}`}
      heading={
        <>
          What readers judged <span class="fh-quiet">Case {found.position}</span>
        </>
      }
      faults={form.faults}
      back={{ href: urls.audits.one(found.auditId), text: found.audit }}
    >
      <p class="govuk-body">{standingOf(found, open.length, mayModerate, isReader)}</p>
      <ol class="fh-entries">
        {questions.map((question) => (
          <li class="fh-entry">
            <QuestionBeside childId={child.id} found={found} question={question} />
          </li>
        ))}
      </ol>
      {found.readings.map(({ reading, reader, doneOn, strengths, learning }) => (
        <section aria-label={`${reading} reading`}>
          <h2 class="govuk-heading-m">
            {reading === 'first' ? 'First reading' : 'Second reading'}: {reader}
          </h2>
          {doneOn ? <p class="fh-quiet">Finished {formatDay(doneOn)}</p> : <p>Not finished</p>}
          <WrittenList
            lines={[
              ['What is good', strengths],
              ['What to learn', learning],
            ]}
          />
        </section>
      ))}
      <FormBox form={{ ...form, mayWrite: mayModerate }} button="Save the agreed judgement">
        <h2 class="govuk-heading-m">Agree a judgement</h2>
        <p class="govuk-body">
          Talk with both readers and look at the record. What both judged alike stands, and once
          nothing is left to settle the worker is told and all of it stands.
        </p>
        <F.question />
        <F.answer />
        <F.reason />
      </FormBox>
    </ChildFrame>
  );
}

function standingOf(
  { readings, tie }: Subject['found'],
  open: number,
  mayModerate: boolean,
  isReader: boolean,
): string {
  if (readings.some(({ doneOn }) => !doneOn)) return 'A reading is not finished yet.';
  if (readings.length < 2) return 'This case is read once.';
  if (open === 0) return 'Nothing is left to settle.';
  if (mayModerate) return `The readers differ on ${open}: settle each below.`;
  if (tie) return `The readers differ on ${open}. Somebody else settles it: ${ownConflicts[tie]}.`;
  return isReader
    ? `The readers differ on ${open}. Somebody who did not read the case settles it.`
    : `The readers differ on ${open}.`;
}
