import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import type { Referral } from './referral.queries.ts';

type Props = {
  readonly child: { readonly dateOfBirth: Day | null };
  readonly today: Day;
  readonly referral: Referral;
  readonly live: readonly { readonly label: string; readonly since: Day }[];
  readonly isKnife: boolean;
};

/** What is known at a glance before anything is asked. */
export function TriageKnown({ child, today, referral, live, isKnife }: Props): Html {
  const born = child.dateOfBirth;
  const day = referral.offences.find((offence) => offence.day !== null)?.day ?? null;
  const lines: readonly (readonly [string, string])[] = [
    [
      'Age',
      born
        ? `${ageOn(born, today)} now${day ? `, ${ageOn(born, day)} at the offence` : ''}`
        : 'Date of birth not known: ask',
    ],
    [
      'Work going on',
      live.length > 0
        ? live.map(({ label, since }) => `${label} since ${formatDay(since)}`).join('; ')
        : 'None',
    ],
    ['Offences', referral.offences.map(({ description }) => description).join('; ') || 'None'],
    [
      'Somebody harmed',
      referral.has_victim === 'yes'
        ? 'Yes: the victim worker has a line'
        : referral.has_victim === 'no'
          ? 'No'
          : 'Not known yet: ask police',
    ],
  ];
  return (
    <section aria-labelledby="known">
      <h2 class="govuk-heading-m" id="known">
        What is known
      </h2>
      {isKnife ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-late">Knife</span> Every child found with a knife is
          referred and gets a plan: this referral is mandatory and cannot be signposted. Check
          locally how the guidance of February 2026 is put into practice.
        </p>
      ) : null}
      <dl class="govuk-summary-list">
        {lines.map(([label, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
