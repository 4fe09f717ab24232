import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { RequestState } from '../../domain/information/requests.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { ConflictNotice, type TwoVersions } from '../../ui/layout/conflict.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import type { RequestRow } from './information.queries.ts';
import { stateWords } from './request-words.ts';

export type RequestModel = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
  readonly conflict?: readonly TwoVersions[];
  readonly request: RequestRow;
  readonly agencyLabel: string;
  readonly state: RequestState;
  readonly mayMark: boolean;
  readonly mayFollowUp: boolean;
  readonly mayAnswer: boolean;
};

/** One question to one agency: what was asked, what came back and what was made of it. */
export function RequestPage(model: RequestModel): Html {
  const { shell, child, today, errors, request, agencyLabel, state, conflict } = model;
  return (
    <ChildPage
      title={`Question to ${agencyLabel}`}
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.information.list(child.id), text: 'Back to information from partners' }}
    >
      <h1 class="govuk-heading-l">
        Question to {agencyLabel}{' '}
        <span class={`fh-badge fh-badge-${stateWords[state].badge}`}>{stateWords[state].text}</span>
      </h1>
      {conflict ? <ConflictNotice fields={conflict} /> : null}
      <WrittenList lines={rowsOf(model)} />
      {model.mayAnswer && request.status === 'asked' ? (
        <Button text="Answer" href={urls.information.answer(child.id, request.id)} />
      ) : null}
      {model.mayMark && request.status === 'answered' ? <Mark {...model} /> : null}
      {model.mayFollowUp && request.status === 'asked' ? <Waiting {...model} /> : null}
      {model.mayFollowUp && request.status !== 'withdrawn' ? <Gap {...model} /> : null}
    </ChildPage>
  );
}

const byOn = (name: string | null, day: Day | null) =>
  [name ?? 'Someone', day ? `on ${formatDay(day)}` : ''].filter(Boolean).join(' ');

function rowsOf({ request, agencyLabel }: RequestModel) {
  const rows: [string, string | null][] = [
    ['Question', request.question],
    ['Asked by', byOn(request.askedBy, request.askedOn)],
    ['Answer due', formatDay(request.dueOn)],
    [
      'Chased',
      request.chasedOn ? `${request.chases}, last on ${formatDay(request.chasedOn)}` : null,
    ],
    ['What the team needs to know', request.status === 'answered' ? request.answerForTeam : null],
    ['Why they declined', request.status === 'declined' ? request.answerForTeam : null],
    [
      request.status === 'withdrawn' ? 'Withdrawn' : 'Answered by',
      request.status === 'asked' ? null : answeredBy(request, agencyLabel),
    ],
    [
      request.use === 'used' ? 'Where and how it was used' : 'Why it is not relevant',
      request.useNote,
    ],
    ['Marked by', request.use ? byOn(request.usedBy, request.usedOn) : null],
  ];
  return rows;
}

function answeredBy(request: RequestRow, agencyLabel: string): string {
  if (request.status === 'withdrawn')
    return request.answeredOn ? formatDay(request.answeredOn) : 'Yes';
  const who = byOn(request.answeredBy, request.answeredOn);
  return request.answererAgency === request.agency ? who : `${agencyLabel}; written down by ${who}`;
}

function Mark({ child, request, errors, typed }: RequestModel): Html {
  return (
    <PostForm action={urls.information.use(child.id, request.id)}>
      <h2 class="govuk-heading-m">What did you make of this answer?</h2>
      <VersionField version={request.version} />
      <ChoiceField
        name="use"
        label="Is it used in your assessment?"
        choices={[
          { value: 'used', text: 'Used' },
          { value: 'not-relevant', text: 'Not relevant to this work' },
        ]}
        stored={request.use}
        errors={errors}
        typed={typed}
      />
      <LongText
        name="useNote"
        label="Where and how, or why not"
        hint="For example: safety section, changed the child’s safety to high because of the missing nights."
        rows={3}
        stored={request.useNote}
        errors={errors}
        typed={typed}
      />
      <Button text="Save" />
    </PostForm>
  );
}

function Waiting({ child, request, errors, typed, agencyLabel }: RequestModel): Html {
  const action = urls.information.one(child.id, request.id);
  return (
    <>
      <div class="fh-actions">
        <PostForm action={action}>
          <VersionField version={request.version} />
          <Button text="I have chased this today" name="do" value="chase" />
        </PostForm>
        <PostForm action={action}>
          <VersionField version={request.version} />
          <Button
            text="Withdraw the question"
            name="do"
            value="withdraw"
            classes="govuk-button--secondary"
          />
        </PostForm>
      </div>
      <Details
        summaryText={`Write down what ${agencyLabel} told you another way`}
        open={errors.some(({ field }) => field === 'outcome' || field === 'line')}
      >
        <PostForm action={action}>
          <VersionField version={request.version} />
          <ChoiceField
            name="outcome"
            label="What did they say?"
            choices={outcomeChoices}
            errors={errors}
            typed={typed}
          />
          <LongText
            name="line"
            label="What the team needs to know, who said it and how"
            hint="Or why they declined. Everyone who works with the child can read this."
            rows={4}
            errors={errors}
            typed={typed}
          />
          <Button text="Save their answer" name="do" value="told" />
        </PostForm>
      </Details>
    </>
  );
}

/** The three ways in which a question is answered. */
const outcomeChoices = [
  { value: 'answered', text: 'They gave an answer' },
  { value: 'nothing-held', text: 'They hold nothing' },
  { value: 'declined', text: 'They declined to answer' },
];

function Gap({ child, request, errors, typed }: RequestModel): Html {
  return (
    <PostForm action={urls.information.one(child.id, request.id)}>
      <VersionField version={request.version} />
      <LongText
        name="gapNote"
        label="What is still not known, and what you did about it (optional)"
        hint="A gap that is named can be weighed by a manager and a panel."
        rows={3}
        stored={request.gapNote}
        errors={errors}
        typed={typed}
      />
      <Button
        text="Save what is not known"
        name="do"
        value="gap"
        classes="govuk-button--secondary"
      />
    </PostForm>
  );
}
