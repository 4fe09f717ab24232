import { questionsFor } from '../../../domain/audits/audit-questions.ts';
import { itemKey } from '../../../domain/audits/record-items.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm, type PageOf } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { standardWords } from '../audit-words.ts';
import { questionsOf } from '../framework-of.ts';
import { itemLink } from './item-link.ts';
import { isBeingRead, judgementOf, noLongerFree, readingMovedOn } from './judgements.ts';
import { questionFields } from './question-fields.tsx';
import { ownReading, recordItems } from './reading.queries.ts';

/** One question of a reading of one's own while it may be judged, with what the record has to point to. */
async function subject({ tx, actor, child, param }: ChildContext) {
  const reading = await ownReading(tx, actor, child.id, param('readingId'));
  if (!reading) return undefined;
  if (!isBeingRead(reading)) readingMovedOn(child.id, reading);
  const asked = questionsFor(questionsOf(reading), reading.tier);
  const index = asked.findIndex(({ id }) => id === param('questionId'));
  const question = asked[index];
  if (!question) return undefined;
  return {
    reading,
    question,
    next: asked[index + 1],
    judgement: judgementOf(reading, question.id) ?? null,
    items: await recordItems(tx, actor.serviceId, child.id),
  };
}

/** One key question of one case: the prompts first, then the judgement, why, and where it is seen. */
export const questionRoutes = childForm({
  path: urls.audits.question(':childId', ':readingId', ':questionId'),
  reads: 'audit.read',
  fields: questionFields,
  subject,
  stored: ({ judgement }) =>
    judgement && { ...judgement, evidence: judgement.evidence.map(itemKey) },
  options: (_context, { question, items }) => ({
    prompts: question.prompts.map(({ id, text }) => ({ value: id, text })),
    answers: [
      { value: 'yes', text: 'Yes, it is good enough' },
      { value: 'no', text: 'No, it is not' },
      ...(question.mayBeNotRelevant
        ? [{ value: 'not-relevant', text: 'Not relevant: no oversight was called for yet' }]
        : []),
    ],
    items: items.map((item) => ({
      value: itemKey(item),
      text: `${formatDay(item.day)}: ${item.title}`,
    })),
  }),
  refuses: ({ reading }) => {
    const tied = noLongerFree(reading);
    return tied ? [{ field: 'answer', message: tied }] : [];
  },
  rules: ({ answer, evidence }) =>
    answer === 'yes' && evidence.length === 0
      ? [{ field: 'evidence', message: 'Choose where in the record it is seen' }]
      : [],
  save: async ({ tx, actor, child }, { reading, question, judgement, items }, value) => {
    const { answer, reason, prompts, evidence } = value;
    const chosen = items.filter((item) => evidence.includes(itemKey(item)));
    const columns = {
      answer,
      reason,
      prompts: JSON.stringify(prompts),
      evidence: JSON.stringify(chosen),
    };
    if (judgement) return changeRow(tx, 'audit_judgement', judgement, columns);
    await addRow(tx, actor, 'audit_judgement', {
      ...columns,
      case_id: reading.caseId,
      reading_id: reading.id,
      child_id: child.id,
      reader_id: actor.staffId,
      key_question: question.id,
    });
    return { kind: 'saved' };
  },
  view: (page) => <QuestionPage {...page} />,
  done: ({ reading, next }, { step }, { child }) => ({
    to:
      next && step === 'next'
        ? urls.audits.question(child.id, reading.id, next.id)
        : urls.audits.reading(child.id, reading.id),
    message: 'Saved: your judgement',
  }),
});

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

function QuestionPage({
  context,
  subject: { reading, question, next, items },
  form: { F, ...form },
}: PageOf<ChildContext, Subject, typeof questionFields>): Html {
  const { child } = context;
  return (
    <ChildFrame
      context={context}
      title={question.question}
      heading={
        <>
          {question.question} <span class="fh-quiet">{standardWords(question)}</span>
        </>
      }
      faults={form.faults}
      back={{
        href: urls.audits.reading(child.id, reading.id),
        text: `Case ${reading.position}, ${reading.audit}`,
      }}
    >
      {question.provisional ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-soon">Provisional</span> {question.provisional}
        </p>
      ) : null}
      <FormBox
        form={form}
        buttons={
          <div class="govuk-button-group">
            {next ? (
              <Button text="Save and go to the next question" name="step" value="next" />
            ) : null}
            <Button
              text="Save"
              name="step"
              value="back"
              classes={next ? 'govuk-button--secondary' : ''}
            />
          </div>
        }
      >
        <h2 class="govuk-heading-m">Look at this first</h2>
        <F.prompts />
        <h2 class="govuk-heading-m">Your judgement</h2>
        <F.answer label={question.question} />
        <F.reason />
        {items.length === 0 ? (
          <p class="govuk-body">
            Nothing in this record can be pointed to: no assessment, plan, contact, review or
            manager’s entry.
          </p>
        ) : (
          <>
            <F.evidence />
            <Details
              summaryText="Open these in the record"
              html={
                <ul class="govuk-list">
                  {items.map((item) => (
                    <li>
                      <a class="govuk-link" href={itemLink(child.id, item)}>
                        {formatDay(item.day)}: {item.title}
                      </a>
                    </li>
                  ))}
                </ul>
              }
            />
          </>
        )}
      </FormBox>
    </ChildFrame>
  );
}
