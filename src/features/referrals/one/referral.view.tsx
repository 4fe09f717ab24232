import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Correction } from '../../../record/correction-rows.ts';
import { PutRight } from '../../../record/struck.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../../ui/layout/child-page.tsx';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { FactRows } from './fact-rows.view.tsx';
import type { Referral } from './referral.queries.ts';
import type { referralFields } from './referral-fields.ts';
import { Allocation, FirstContacts, Triage, type TriageWords } from './referral-stages.view.tsx';
import { keptReferral, stateWords } from './referral-words.ts';

type ReferralWords = { readonly [K in keyof typeof referralFields]: string } & TriageWords;
type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly referral: Referral;
  readonly words: ReferralWords;
  readonly corrections: readonly Correction[];
  /** After triage: the referral that waits for it next. */
  readonly next: { readonly id: string; readonly child_id: string } | null;
  readonly may: {
    readonly triage: boolean;
    readonly allocate: boolean;
    readonly seeContacts: boolean;
    readonly recordContact: boolean;
    readonly correct: boolean;
  };
};

/** One referral from its arrival to the first meetings. */
export function ReferralPage(props: Props): Html {
  const { shell, child, today, referral, words, may, corrections, next } = props;
  const { state } = referral;
  const isOpen = state === 'received' || state === 'awaiting-allocation';
  return (
    <ChildPage
      title="Referral"
      shell={shell}
      child={child}
      today={today}
      back={{ href: urls.referrals.forChild(child.id), text: 'Referrals' }}
    >
      <h1 class="govuk-heading-l">Referral of {formatDay(referral.referred_on)}</h1>
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${isOpen ? 'soon' : 'neutral'}`}>{stateWords(state)}</span>{' '}
        {referral.offences.some(({ knife }) => knife) ? (
          <span class="fh-badge fh-badge-late">Knife: referral is mandatory</span>
        ) : null}
      </p>
      <div class="fh-actions">
        {may.triage && isOpen ? (
          <Button
            text={state === 'received' ? 'Triage this referral' : 'Triage again'}
            href={urls.referrals.triage(child.id, referral.id)}
            classes={state === 'received' ? '' : 'govuk-button--secondary'}
          />
        ) : null}
        {next ? (
          <a class="govuk-link" href={urls.referrals.triage(next.child_id, next.id)}>
            Triage the next referral
          </a>
        ) : null}
        {may.allocate && (state === 'awaiting-allocation' || state === 'allocated') ? (
          <Button
            text={state === 'allocated' ? 'Change the worker' : 'Allocate to a worker'}
            href={urls.referrals.allocate(child.id, referral.id)}
            classes={state === 'allocated' ? 'govuk-button--secondary' : ''}
          />
        ) : null}
        {may.correct ? (
          <>
            <a class="govuk-link" href={urls.referrals.correct(child.id, referral.id)}>
              Correct it
            </a>
            <a class="govuk-link" href={urls.referrals.takeOff(child.id, referral.id)}>
              It is on the wrong record
            </a>
          </>
        ) : null}
      </div>
      <PutRight corrections={corrections} rowId={referral.id} said={keptReferral} />
      <div class="fh-two">
        <div>
          <Offences referral={referral} />
          <FactRows
            heading="What the referral says"
            rows={[
              ['From', `${words.source}, ${words.agency}`],
              ['Who referred', referral.officer],
              ['Their reference', referral.reference],
              ['Date referred', formatDay(referral.referred_on)],
              ['Came in', formatDay(referral.received_on)],
              ['Outcome proposed', words.proposed_outcome || null],
              ['Child admits it', words.admission],
              ['Somebody harmed', words.has_victim],
              ['Victim agrees to share details', words.victim_consents],
              ['Co-suspects', referral.co_suspect_reference],
              ['Why they refer', referral.detail],
            ]}
          />
          <p class="govuk-body fh-quiet">
            Logged {formatInstant(referral.created_at)} by {referral.made_by ?? 'the command line'}
            {referral.from_list ? `, from a list (${referral.from_list})` : ''}.
          </p>
        </div>
        <div>
          <FirstContacts referral={referral} child={child} may={may} today={today} />
          <Triage referral={referral} words={words} />
          <Allocation referral={referral} />
        </div>
      </div>
    </ChildPage>
  );
}

function Offences({ referral }: Pick<Props, 'referral'>): Html {
  return (
    <section aria-labelledby="offences">
      <h2 class="govuk-heading-m" id="offences">
        Offences
      </h2>
      {referral.offences.length === 0 ? (
        <p class="govuk-body">No offence: preventive work.</p>
      ) : null}
      <ul class="govuk-list govuk-list--bullet">
        {referral.offences.map((offence) => (
          <li>
            {offence.description}
            {offence.day ? `, ${formatDay(offence.day)}` : ', date not known'}{' '}
            {offence.knife ? <span class="fh-badge fh-badge-late">Knife</span> : null}{' '}
            {offence.code === null ? (
              <span class="fh-quiet">(not in the offence list yet)</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
