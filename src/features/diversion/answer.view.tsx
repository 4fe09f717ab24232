import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import {
  type Choice,
  ChoiceField,
  LongText,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { RequestRow } from './information.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly request: RequestRow;
  /** The name of the class in which the detail is kept. */
  readonly className: string;
  readonly handlingCodes: readonly Choice[];
  readonly conflict?: readonly TwoVersions[];
};

/** A partner answers one question. */
export function AnswerPage(props: Props): Html {
  const { shell, child, today, errors, typed, request, className, handlingCodes, conflict } = props;
  const closed = request.status !== 'asked';
  return (
    <ChildPage
      title="Answer a question"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.information.inbox, text: 'Back to questions to us' }}
    >
      <h1 class="govuk-heading-l">Answer a question</h1>
      <p class="govuk-body">
        Asked by {request.askedBy ?? 'the service'} on {formatDay(request.askedOn)}. Due{' '}
        {formatDay(request.dueOn)}.
      </p>
      <InsetText>
        <span class="fh-written">{request.question}</span>
      </InsetText>
      {conflict ? <ConflictNotice fields={conflict} /> : null}
      {closed ? (
        <p class="govuk-body">
          This question no longer waits for an answer, so nothing can be sent. Copy your words if
          you need them.
        </p>
      ) : null}
      <PostForm action={urls.information.answer(child.id, request.id)}>
        <VersionField version={request.version} />
        <ChoiceField
          name="outcome"
          label="What can you tell the team?"
          choices={[
            { value: 'answered', text: 'We can answer' },
            { value: 'nothing-held', text: 'We hold nothing about this child' },
            { value: 'declined', text: 'We cannot answer' },
          ]}
          errors={errors}
          typed={typed}
        />
        <LongText
          name="line"
          label="What the team needs to know"
          hint="Everyone who works with the child reads this, and it may be read out to the child. Say what it means for safety and for how to work with them. If you cannot answer, say why."
          rows={4}
          errors={errors}
          typed={typed}
        />
        <LongText
          name="detail"
          label={`Your own detail (optional): ${className.toLowerCase()}`}
          hint="Kept in your own class of record. The child’s case manager does not see police, health or social care detail."
          rows={6}
          errors={errors}
          typed={typed}
        />
        {handlingCodes.length > 0 ? (
          <ChoiceField
            name="handlingCode"
            label="How may the detail be handled?"
            hint="Write any conditions in the detail itself. These codes: check locally."
            choices={handlingCodes}
            errors={errors}
            typed={typed}
          />
        ) : null}
        {closed ? null : <Button text="Send the answer" />}
      </PostForm>
    </ChildPage>
  );
}
