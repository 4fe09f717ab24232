import { can } from '../../domain/access/can.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { requestState } from '../../domain/information/requests.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import type { TagsOf } from '../../record/field.ts';
import { FormBox, type FormView } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { VersionField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import type { RequestRow } from './information.queries.ts';
import { type DoingName, doings, type requestFields } from './request-fields.ts';
import { stateWords } from './request-words.ts';

type Subject = {
  readonly request: RequestRow;
  readonly agency: string;
  readonly doing: DoingName;
};
type Props = PageOf<ChildContext, Subject, typeof requestFields>;

/** One question to one agency, and what may be done with it now. */
export function RequestPage({ subject, form: { F, ...form }, context }: Props): Html {
  const { request, agency } = subject;
  const { actor, child, today } = context;
  const { text, badge } = stateWords[requestState(request, today)];
  const may = (doing: DoingName) => {
    const states: readonly string[] = doings[doing].in;
    return (
      can(actor, doing === 'use' ? 'information.use' : 'information.ask') &&
      states.includes(request.status)
    );
  };
  // What two people wrote stands once, above the forms of the page.
  const box = { ...form, conflict: null, mayWrite: true };
  return (
    <ChildFrame
      context={context}
      title={`Question to ${agency}`}
      heading={
        <>
          Question to {agency} <span class={`fh-badge fh-badge-${badge}`}>{text}</span>
        </>
      }
      faults={form.faults}
      back={{ href: urls.information.list(child.id), text: 'Back to information from partners' }}
    >
      {form.conflict ? <ConflictNotice conflict={form.conflict} /> : null}
      <WrittenList lines={linesOf(request, agency)} />
      {can(actor, 'information.answer') &&
      actor.agency === request.agency &&
      request.status === 'asked' ? (
        <Button text="Answer" href={urls.information.answer(child.id, request.id)} />
      ) : null}
      {may('use') ? (
        <>
          <h2 class="govuk-heading-m">What did you make of this answer?</h2>
          <FormBox form={box}>
            <Do what="use" />
            <F.use />
            <F.use_note />
          </FormBox>
        </>
      ) : null}
      {may('chase') ? <Waiting F={F} box={box} agency={agency} /> : null}
      {may('gap') ? (
        <FormBox form={box} button="Save what is not known">
          <Do what="gap" />
          <F.gap_note />
        </FormBox>
      ) : null}
    </ChildFrame>
  );
}

/** What a form of the page does. */
const Do = ({ what }: { readonly what: DoingName }) => (
  <input type="hidden" name="do" value={what} />
);

function Waiting({
  F,
  box,
  agency,
}: {
  readonly F: TagsOf<typeof requestFields>;
  readonly box: Omit<FormView, 'F'>;
  readonly agency: string;
}): Html {
  return (
    <>
      <div class="fh-actions">
        {(['chase', 'withdraw'] as const).map((what) => (
          <PostForm action={box.action}>
            <VersionField version={box.version ?? 0} />
            <Button
              text={what === 'chase' ? 'I have chased this today' : 'Withdraw the question'}
              name="do"
              value={what}
              {...(what === 'chase' ? {} : { classes: 'govuk-button--secondary' })}
            />
          </PostForm>
        ))}
      </div>
      <Details
        summaryText={`Write down what ${agency} told you another way`}
        open={box.faults.some(({ field }) => doings.told.asks.some((name) => name === field))}
      >
        <FormBox form={box} button="Save their answer">
          <Do what="told" />
          <F.status />
          <F.answer_for_team />
        </FormBox>
      </Details>
    </>
  );
}

const byOn = (name: string | null, day: Day | null) =>
  [name ?? 'Someone', day ? `on ${formatDay(day)}` : ''].filter(Boolean).join(' ');

function answeredBy(
  { status, answerer, answered_on, answerer_agency, agency }: RequestRow,
  name: string,
) {
  if (status === 'withdrawn') return answered_on ? formatDay(answered_on) : 'Yes';
  const who = byOn(answerer, answered_on);
  return answerer_agency === agency ? who : `${name}; written down by ${who}`;
}

const linesOf = (request: RequestRow, agency: string): [string, string | null][] => {
  const { status, answer_for_team, chased_on, use } = request;
  return [
    ['Question', request.question],
    ['Asked by', byOn(request.asker, request.asked_on)],
    ['Answer due', formatDay(request.due_on)],
    ['Chased', chased_on ? `${request.chases}, last on ${formatDay(chased_on)}` : null],
    ['What the team needs to know', status === 'answered' ? answer_for_team : null],
    ['Why they declined', status === 'declined' ? answer_for_team : null],
    [
      status === 'withdrawn' ? 'Withdrawn' : 'Answered by',
      status === 'asked' ? null : answeredBy(request, agency),
    ],
    [use === 'used' ? 'Where and how it was used' : 'Why it is not relevant', request.use_note],
    ['Marked by', use ? byOn(request.marker, request.used_on) : null],
  ];
};
