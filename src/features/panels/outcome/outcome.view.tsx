import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { noticeKinds } from '../../../domain/panels/delivery.ts';
import { mustCheckLocally } from '../../../domain/provenance.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Conditions } from '../../../record/conditions.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { askedOf, type GivenFields } from './given-fields.ts';
import { type DisposalOne, owesNotice } from './outcome.queries.ts';
import { Owed } from './owed.view.tsx';

type Props = PageOf<ChildContext, DisposalOne, GivenFields>;

/** One outcome: decided, given, ended, and whether police are still owed word of it. */
export function OutcomePage(props: Props): Html {
  const { subject: disposal, form, context } = props;
  const { actor, child, today } = context;
  const { outcome, completion } = disposal;
  const mayEnd =
    mayChange(actor, child, 'police.notify') &&
    disposal.given_on !== null &&
    disposal.involvement_id !== null &&
    completion === null;
  return (
    <ChildFrame
      context={context}
      title={outcome.label}
      heading={
        <>
          <span class="govuk-caption-l">Outcome</span>
          {outcome.label}
        </>
      }
      faults={form.faults}
      back={{ href: urls.panels.childItems(child.id), text: 'Panel and outcomes' }}
    >
      {owesNotice(disposal) ? <Owed disposal={disposal} childId={child.id} today={today} /> : null}
      <WrittenList lines={linesOf(disposal)} />
      <Conditions
        conditions={disposal.each}
        child={child}
        mayTell={mayChange(actor, child, 'police.notify')}
        mayPlan={mayChange(actor, child, 'plan.write')}
      />
      <div class="fh-actions">
        <a class="govuk-link" href={urls.panels.decision(child.id, disposal.decision_id)}>
          Read the decision
        </a>
        {completion && outcome.policeNoticeOfFailure ? (
          <a class="govuk-link" href={urls.panels.policeNotice(child.id, disposal.id)}>
            {disposal.notice ? 'Notice to police' : 'Tell police'}
          </a>
        ) : null}
        {mayEnd && disposal.conditions && can(actor, 'plan.view') ? (
          <a class="govuk-link" href={urls.plans.current(child.id)}>
            Answer the conditions in the plan
          </a>
        ) : null}
        {mayEnd ? (
          <Button text="Record how it ended" href={urls.panels.completion(child.id, disposal.id)} />
        ) : null}
      </div>
      {disposal.given_on === null || form.conflict ? <Giving {...props} /> : null}
    </ChildFrame>
  );
}

const linesOf = (disposal: DisposalOne): readonly [string, string | null][] => {
  const { given_on, give_by, attendance_hours: hours, completion, completed_on } = disposal;
  const notYet = `Not yet${give_by ? `; due by ${formatDay(give_by)} (check locally)` : ''}`;
  const isEnded = completion !== null && completed_on !== null;
  return [
    ['Police count it as', policeOutcome(disposal.police_outcome)],
    ['Decided', formatDay(disposal.decided_on)],
    ['Given', given_on ? `${formatDay(given_on)}, by ${disposal.given_by}` : notYet],
    ['Appropriate adult', given_on && (disposal.appropriate_adult ?? 'Not recorded')],
    ['Conditions or plan', disposal.each.length === 0 ? disposal.conditions : null],
    ['Hours of attendance', hours === null ? null : String(hours)],
    ['To be finished by', disposal.due_by && formatDay(disposal.due_by)],
    ['Ended', isEnded ? `${noticeKinds[completion].label}, ${formatDay(completed_on)}` : null],
    ['What shows it', isEnded ? (disposal.completion_evidence ?? 'Not recorded') : null],
  ];
};

const policeOutcome = (counted: DisposalOne['police_outcome']) =>
  counted &&
  `Outcome ${counted.code}: ${counted.label}${mustCheckLocally(counted) ? ' (check locally)' : ''}`;

const standing = {
  replaced: 'The decision was replaced: this outcome is not given.',
  escalated: 'A disagreement about the decision is open. The outcome waits until it is settled.',
  made: 'The outcome can be given when the police lead has confirmed the decision.',
} as const;

function Giving({ subject: disposal, form: { F, ...form } }: Props): Html {
  const { decision_status, outcome, most_hours, hours_confidence } = disposal;
  const isRefused = form.faults.length > 0;
  if (decision_status !== 'final' && !isRefused)
    return <p class="govuk-inset-text">{standing[decision_status]}</p>;
  if (!form.mayWrite) return <p class="govuk-body">The outcome has not been given yet.</p>;
  const check = mustCheckLocally({ confidence: hours_confidence ?? '' }) ? ' (check locally)' : '';
  const hints = { attendance_hours: `Up to ${most_hours} hours${check}` };
  return (
    <section>
      <h2 class="govuk-heading-m">Record that it was given</h2>
      <FormBox form={{ ...form, mayWrite: disposal.given_on === null }}>
        {askedOf(outcome, most_hours).map((name) => {
          const Field = F[name];
          return name === 'attendance_hours' ? <Field hint={hints[name]} /> : <Field />;
        })}
      </FormBox>
    </section>
  );
}
