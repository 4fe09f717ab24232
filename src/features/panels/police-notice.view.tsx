import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { noticeKinds } from '../../domain/panels/delivery.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage, nameOf } from '../../ui/layout/child-page.tsx';
import { DayField, LongText, TextField, VersionField } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { MovedOn, type OutcomeProps, Owed } from './outcome.view.tsx';

/** What police are told about an outcome's end, to send and to print, with the proof that it was sent. */
export function PoliceNoticePage(props: OutcomeProps): Html {
  const { shell, child, today, disposal, owesNotice, may, movedOn, errors } = props;
  return (
    <ChildPage
      title="Notice to police"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.outcome(child.id, disposal.id), text: disposal.outcome.label }}
    >
      <h1 class="govuk-heading-l">Notice to police</h1>
      {movedOn ? <MovedOn /> : null}
      {disposal.notice ? (
        <Notice {...props} />
      ) : (
        <p class="govuk-body">Nothing has been written yet.</p>
      )}
      <div class="fh-no-print">
        {owesNotice ? <Owed disposal={disposal} child={child} today={today} /> : null}
        {may.notify ? <NoticeForm {...props} /> : null}
      </div>
    </ChildPage>
  );
}

function Notice({ shell, child, disposal }: OutcomeProps): Html {
  const { notice, completion } = disposal;
  if (!notice || !completion) return <p class="govuk-body">Nothing has been written yet.</p>;
  return (
    <article>
      <dl class="govuk-summary-list">
        <Row term="From" text={shell.serviceName} />
        <Row
          term="About"
          text={`${nameOf(child)}${child.dateOfBirth ? `, born ${formatDay(child.dateOfBirth)}` : ''}`}
        />
        <Row term="Police reference" text={disposal.reference ?? 'None given'} />
        <Row term="Matter" text={disposal.offences.join('; ') || 'Not recorded'} />
        <Row
          term="Outcome"
          text={`${disposal.outcome.label}, decided ${formatDay(disposal.decided_on)}${disposal.given_on ? `, given ${formatDay(disposal.given_on)}` : ''}`}
        />
        <Row term="Conditions or plan" text={disposal.conditions ?? 'None recorded'} />
        <Row
          term="How it ended"
          text={`${noticeKinds[completion].label}${disposal.completed_on ? `, ${formatDay(disposal.completed_on)}` : ''}`}
        />
        <Row term="What was and was not done" text={notice.evidence} />
        <Row
          term="Sent"
          text={
            notice.sent_on
              ? `${formatDay(notice.sent_on)} to ${notice.sent_to}, ${notice.sent_how ?? 'way not recorded'}`
              : 'Not sent yet'
          }
        />
        <Row term="Proof of sending" text={notice.proof ?? 'None yet'} />
        <Row
          term="Acknowledged"
          text={notice.acknowledged_on ? formatDay(notice.acknowledged_on) : 'Not yet'}
        />
        <Row term="What police decided" text={notice.police_decision ?? 'Not known yet'} />
        <Row
          term="Written by"
          text={`${notice.made_by ?? 'A former colleague'}, ${formatInstant(notice.made_on)}`}
        />
      </dl>
    </article>
  );
}

function NoticeForm({ disposal, errors, typed }: OutcomeProps): Html {
  const { notice } = disposal;
  const field = { errors, typed };
  return (
    <PostForm class="fh-form">
      <h2 class="govuk-heading-m">{notice ? 'Complete the notice' : 'Write the notice'}</h2>
      <VersionField version={notice?.version ?? 0} />
      <LongText
        name="evidence"
        label="What was and was not done"
        hint="Dates, what was tried to help the child take part, and what the child says. Police decide on this."
        stored={notice?.evidence ?? disposal.completion_evidence}
        {...field}
      />
      <h3 class="govuk-heading-s">Sending</h3>
      <p class="govuk-body">
        Save and print the notice first if you wish. It stays due until all four of these are given.
      </p>
      <DayField name="sent-on" label="Day it was sent" stored={notice?.sent_on} {...field} />
      <TextField
        name="sent-to"
        label="Sent to"
        hint="The officer or unit"
        stored={notice?.sent_to}
        {...field}
      />
      <TextField
        name="sent-how"
        label="How"
        hint="For example, secure e-mail"
        stored={notice?.sent_how}
        {...field}
      />
      <LongText
        name="proof"
        label="Proof of sending"
        hint="The receipt’s number, or where the reply is kept."
        rows={3}
        stored={notice?.proof}
        {...field}
      />
      <h3 class="govuk-heading-s">What police answered</h3>
      <DayField
        name="acknowledged-on"
        label="Day police acknowledged it"
        stored={notice?.acknowledged_on}
        {...field}
      />
      <LongText
        name="police-decision"
        label="What police decided"
        rows={3}
        stored={notice?.police_decision}
        {...field}
      />
      <Button text="Save the notice" />
    </PostForm>
  );
}

function Row({ term, text }: { readonly term: string; readonly text: string }): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value fh-written">{text}</dd>
    </div>
  );
}
