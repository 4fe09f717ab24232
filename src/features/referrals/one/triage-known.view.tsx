import { ageOn, type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Option } from '../../../record/field.ts';
import { wordsOf } from '../../../record/fields.ts';
import type { Html } from '../../../ui/html.ts';
import { FactRows } from './fact-rows.view.tsx';
import type { Referral } from './referral.queries.ts';
import { referralFields } from './referral-fields.ts';

type Props = {
  readonly child: { readonly dateOfBirth: Day | null };
  readonly today: Day;
  readonly referral: Referral;
  readonly live: readonly { readonly type: string; readonly started_on: Day }[];
  readonly types: readonly Option[];
  readonly isKnife: boolean;
  readonly home: string | null;
  readonly proposed: string | null;
};

/** What is known at a glance before anything is asked. */
export function TriageKnown(props: Props): Html {
  const { child, today, referral, live, types, isKnife, home, proposed } = props;
  const born = child.dateOfBirth;
  const day = referral.offences.find((offence) => offence.day !== null)?.day ?? null;
  const work = live.map(
    ({ type, started_on }) =>
      `${types.find(({ value }) => value === type)?.text ?? type} since ${formatDay(started_on)}`,
  );
  return (
    <>
      {isKnife ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-late">Knife</span> Every child found with a knife is
          referred and gets a plan: this referral is mandatory and cannot be signposted. Check
          locally how the guidance of February 2026 is put into practice.
        </p>
      ) : null}
      <FactRows
        heading="What is known"
        rows={[
          [
            'Age',
            born
              ? `${ageOn(born, today)} now${day ? `, ${ageOn(born, day)} at the offence` : ''}`
              : 'Date of birth not known: ask',
          ],
          ['Lives at', home ?? 'Address not known: ask'],
          ['Work going on', work.join('; ') || 'None'],
          [
            'Offences',
            referral.offences.map(({ description }) => description).join('; ') || 'None',
          ],
          ['Outcome that police propose', proposed ?? 'None: left to the panel'],
          [
            'Child admits it',
            wordsOf({ admission: referralFields.admission }, referral, {}).admission,
          ],
          ['Somebody harmed', harmed[referral.has_victim] ?? 'Not known yet: ask police'],
        ]}
      />
    </>
  );
}

const harmed: Readonly<Record<string, string>> = {
  yes: 'Yes: the victim worker has a line',
  no: 'No',
};
