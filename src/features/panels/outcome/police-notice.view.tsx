import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { type Completion, noticeKinds } from '../../../domain/panels/delivery.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import type { Html } from '../../../ui/html.ts';
import { nameOf } from '../../../ui/layout/child-page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import type { NoticeFields } from './notice-fields.ts';
import { type DisposalOne, type NoticeRow, owesNotice } from './outcome.queries.ts';
import { Owed } from './owed.view.tsx';

type Subject = { readonly disposal: DisposalOne; readonly completion: Completion };
type Props = PageOf<ChildContext, Subject, NoticeFields>;

/** What police are told about an outcome's end, to send and to print, with the proof that it was sent. */
export function PoliceNoticePage({ subject, form: { F, ...form }, context }: Props): Html {
  const { disposal } = subject;
  const { shell, child, today } = context;
  const { notice } = disposal;
  return (
    <ChildFrame
      context={context}
      title="Notice to police"
      faults={form.faults}
      back={{ href: urls.panels.outcome(child.id, disposal.id), text: disposal.outcome.label }}
    >
      {notice ? (
        <WrittenList
          lines={[
            ['From', shell.serviceName],
            [
              'About',
              `${nameOf(child)}${child.dateOfBirth ? `, born ${formatDay(child.dateOfBirth)}` : ''}`,
            ],
            ...linesOf(subject, notice),
          ]}
        />
      ) : (
        <p class="govuk-body">Nothing has been written yet.</p>
      )}
      <div class="fh-no-print">
        {owesNotice(disposal) ? (
          <Owed disposal={disposal} childId={child.id} today={today} />
        ) : null}
        {form.mayWrite ? (
          <h2 class="govuk-heading-m">{notice ? 'Complete the notice' : 'Write the notice'}</h2>
        ) : null}
        <FormBox form={form} button="Save the notice">
          <F.evidence />
          <h3 class="govuk-heading-s">Sending</h3>
          <p class="govuk-body">
            Save and print the notice first if you wish. It stays due until all four of these are
            given.
          </p>
          <F.sent_on />
          <F.sent_to />
          <F.sent_how />
          <F.proof />
          <h3 class="govuk-heading-s">What police answered</h3>
          <F.acknowledged_on />
          <F.police_decision />
        </FormBox>
      </div>
    </ChildFrame>
  );
}

const linesOf = (
  { disposal, completion }: Subject,
  notice: NoticeRow,
): readonly [string, string][] => [
  ['Police reference', disposal.reference ?? 'None given'],
  ['Matter', disposal.offences.join('; ') || 'Not recorded'],
  [
    'Outcome',
    `${disposal.outcome.label}, decided ${formatDay(disposal.decided_on)}${disposal.given_on ? `, given ${formatDay(disposal.given_on)}` : ''}`,
  ],
  ['Conditions or plan', disposal.conditions ?? 'None recorded'],
  [
    'How it ended',
    `${noticeKinds[completion].label}${disposal.completed_on ? `, ${formatDay(disposal.completed_on)}` : ''}`,
  ],
  ['What was and was not done', notice.evidence],
  [
    'Sent',
    notice.sent_on
      ? `${formatDay(notice.sent_on)} to ${notice.sent_to}, ${notice.sent_how ?? 'way not recorded'}`
      : 'Not sent yet',
  ],
  ['Proof of sending', notice.proof ?? 'None yet'],
  ['Acknowledged', notice.acknowledged_on ? formatDay(notice.acknowledged_on) : 'Not yet'],
  ['What police decided', notice.police_decision ?? 'Not known yet'],
  ['Written by', `${notice.made_by ?? 'A former colleague'}, ${formatInstant(notice.made_on)}`],
];
