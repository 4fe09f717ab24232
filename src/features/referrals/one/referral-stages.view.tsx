import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { FactRows } from './fact-rows.view.tsx';
import type { Referral } from './referral.queries.ts';
import type { triageFields } from './triage-fields.ts';

type FirstContactProps = {
  readonly referral: Referral;
  readonly child: { readonly id: string };
  readonly today: Day;
  readonly may: { readonly seeContacts: boolean; readonly recordContact: boolean };
};

/** When child and parent were first met. */
export function FirstContacts({ referral, child, may, today }: FirstContactProps): Html | null {
  if (!may.seeContacts) return null;
  const lines = [
    ['Child first met', referral.child_met_on, referral.child_due],
    ['Parent or carer first spoken to', referral.parent_met_on, referral.parent_due],
  ] as const;
  return (
    <section class="fh-card" aria-labelledby="first-contacts">
      <h2 class="govuk-heading-m" id="first-contacts">
        First contact
      </h2>
      <dl class="govuk-body">
        {lines.map(([label, met, due]) => (
          <>
            <dt>
              <strong>{label}</strong>
            </dt>
            <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-2">
              {met ? formatDay(met) : <Waiting due={due} today={today} />}
            </dd>
          </>
        ))}
      </dl>
      {may.recordContact && (!referral.child_met_on || !referral.parent_met_on) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.contacts.record(child.id)}>
            Record a contact
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Waiting({ due, today }: { readonly due: Day | null; readonly today: Day }): Html {
  if (due === null) return <>Not yet</>;
  const isLate = due < today;
  return (
    <>
      Not yet{' '}
      <span class={`fh-badge fh-badge-${isLate ? 'late' : 'soon'}`}>
        {isLate ? 'was due' : 'due'} {formatDay(due)}
      </span>
    </>
  );
}

export type TriageWords = { readonly [K in keyof typeof triageFields]: string };

/** What triage found, and the way on. */
export function Triage({
  referral,
  words,
}: {
  readonly referral: Referral;
  readonly words: TriageWords;
}): Html {
  if (!referral.triaged_on)
    return (
      <section aria-labelledby="triage">
        <h2 class="govuk-heading-m" id="triage">
          Triage
        </h2>
        <p class="govuk-body">Not triaged yet.</p>
      </section>
    );
  const isSignposted = referral.state === 'signposted';
  return (
    <FactRows
      heading="Triage"
      rows={[
        ['Way on', isSignposted ? `Signposted: ${referral.closed_reason ?? ''}` : words.pathway],
        ['Urgency', words.urgency || null],
        ['Area', words.area || null],
        ['Safeguarding', words.safeguarding || null],
        ['Exploitation', words.exploitation || null],
        ['Why', referral.triage_note],
        ['By', `${referral.triaged_by ?? ''}, ${formatDay(referral.triaged_on)}`],
      ]}
    />
  );
}

/** Who works with the child, and the first direction. */
export function Allocation({ referral }: { readonly referral: Referral }): Html | null {
  if (!referral.allocated_on) return null;
  return (
    <FactRows
      heading="Allocation"
      rows={[
        ['Worker', referral.allocated_to],
        ['Since', formatDay(referral.allocated_on)],
        ['Case direction', referral.case_direction],
      ]}
    />
  );
}
