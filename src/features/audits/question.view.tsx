import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import { itemKey, type RecordItem } from '../../domain/audits/record-items.data.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  LongText,
  TextField,
  TickField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { itemLink } from './item-link.ts';
import type { Judgement, Reading } from './reading.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly reading: Reading;
  readonly question: AuditQuestion;
  readonly hasNext: boolean;
  readonly judgement: Judgement | undefined;
  readonly items: readonly RecordItem[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly conflict: readonly TwoVersions[];
};

/** One key question of one case: the prompts first, then the judgement, why, and where it is seen. */
export function QuestionPage(props: Props): Html {
  const { shell, child, today, reading, question, judgement, errors, conflict } = props;
  return (
    <ChildPage
      title={question.question}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{
        href: urls.audits.reading(child.id, reading.id),
        text: `Case ${reading.position}, ${reading.audit}`,
      }}
    >
      <p class="fh-quiet">
        {question.standard}
        {question.lens ? `: ${question.lens}` : ''}
      </p>
      <h1 class="govuk-heading-l">{question.question}</h1>
      {question.provisional ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-soon">Provisional</span> {question.provisional}
        </p>
      ) : null}
      {conflict.length > 0 ? <ConflictNotice fields={conflict} /> : null}
      <PostForm class="fh-form">
        <VersionField version={judgement?.version ?? 0} />
        <Prompts {...props} />
        <Verdict {...props} />
        <Evidence {...props} />
        <div class="govuk-button-group">
          {props.hasNext ? (
            <Button text="Save and go to the next question" name="step" value="next" />
          ) : null}
          <Button
            text="Save"
            name="step"
            value="back"
            classes={props.hasNext ? 'govuk-button--secondary' : ''}
          />
        </div>
      </PostForm>
    </ChildPage>
  );
}

function Prompts({ question, judgement, typed, errors }: Props): Html {
  const base = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">Look at this first</h2>
      {question.prompts.map(({ id, text }) => (
        <>
          <ChoiceField
            {...base}
            name={`prompt-${id}`}
            label={text}
            inline
            small
            stored={judgement?.prompts[id]?.answer}
            choices={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
              { value: 'not-applicable', text: 'Does not apply' },
            ]}
          />
          <TextField
            {...base}
            name={`note-${id}`}
            label="Note, if there is one"
            stored={judgement?.prompts[id]?.note}
          />
        </>
      ))}
    </>
  );
}

function Verdict({ question, judgement, typed, errors }: Props): Html {
  const base = { typed, errors };
  return (
    <>
      <h2 class="govuk-heading-m">Your judgement</h2>
      <ChoiceField
        {...base}
        name="answer"
        label={question.question}
        hint="Weigh the prompts, do not add them up: one that is missing may matter more than three that are there"
        stored={judgement?.answer}
        choices={[
          { value: 'yes', text: 'Yes, it is good enough' },
          { value: 'no', text: 'No, it is not' },
          ...(question.mayBeNotRelevant
            ? [{ value: 'not-relevant', text: 'Not relevant: no oversight was called for yet' }]
            : []),
        ]}
      />
      <LongText
        {...base}
        name="reason"
        label="Why?"
        hint="What tipped it, in words that the worker can learn from"
        rows={4}
        stored={judgement?.reason}
      />
    </>
  );
}

function Evidence({ child, items, judgement, typed, errors }: Props): Html {
  if (items.length === 0)
    return (
      <p class="govuk-body">
        Nothing in this record can be pointed to: no assessment, plan, contact, review or manager’s
        entry.
      </p>
    );
  return (
    <>
      <TickField
        name="evidence"
        label="Where in the record is it seen?"
        hint="A yes needs at least one. A no may rest on what is missing."
        small
        typed={typed}
        errors={errors}
        stored={(judgement?.evidence ?? []).map(itemKey)}
        choices={items.map((item) => ({
          value: itemKey(item),
          text: `${formatDay(item.day)}: ${item.title}`,
        }))}
      />
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
  );
}
