import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Correction } from '../../../record/correction-rows.ts';
import { Struck } from '../../../record/struck.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../../ui/layout/child-page.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import type { Referral } from './referral.queries.ts';
import { keptReferral, stateWords } from './referral-words.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly referrals: readonly Referral[];
  readonly corrections: readonly Correction[];
  readonly mayAdd: boolean;
  readonly seesContacts: boolean;
};

const dayOrNotYet = (day: Day | null) => (day ? formatDay(day) : 'Not yet');

/** The child's referrals. */
export function ReferralsPage(props: Props): Html {
  const { shell, child, today, referrals, mayAdd, seesContacts } = props;
  return (
    <ChildPage title="Referrals" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Referrals</h1>
      {mayAdd ? (
        <div class="fh-actions">
          <Button text="Log a referral" href={urls.referrals.createForChild(child.id)} />
        </div>
      ) : null}
      {referrals.length === 0 ? (
        <p class="govuk-body">
          Nobody has referred this child yet{mayAdd ? ': log a referral when one arrives.' : '.'}
        </p>
      ) : (
        <DataTable<Referral>
          caption="Referrals, the newest first"
          columns={[
            {
              heading: 'Referred',
              cell: ({ id, referred_on }) => (
                <a class="govuk-link" href={urls.referrals.one(child.id, id)}>
                  {formatDay(referred_on)}
                </a>
              ),
            },
            { heading: 'About', cell: (referral) => <About referral={referral} /> },
            { heading: 'State', cell: ({ state }) => stateWords(state) },
            ...(seesContacts ? firstMet : []),
          ]}
          rows={referrals}
        />
      )}
      <Struck corrections={props.corrections} said={keptReferral} />
    </ChildPage>
  );
}

const firstMet = [
  {
    heading: 'Child first met',
    cell: ({ child_met_on }: Referral) => dayOrNotYet(child_met_on),
  },
  {
    heading: 'Parent first spoken to',
    cell: ({ parent_met_on }: Referral) => dayOrNotYet(parent_met_on),
  },
];

const About = ({ referral: { offences } }: { readonly referral: Referral }) => (
  <>
    {offences.map(({ description }) => description).join('; ') || 'Preventive work'}{' '}
    {offences.some(({ knife }) => knife) ? <span class="fh-badge fh-badge-late">Knife</span> : null}
  </>
);
