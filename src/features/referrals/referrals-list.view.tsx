import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Referral } from './referral.queries.ts';
import { stateWords } from './referral-words.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly referrals: readonly Referral[];
  readonly mayAdd: boolean;
  readonly seesContacts: boolean;
};

/** The child's referrals. */
export function ReferralsPage(props: Props): Html {
  const { shell, child, today, referrals, mayAdd, seesContacts } = props;
  const met = seesContacts ? ['Child first met', 'Parent first spoken to'] : [];
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
        <table class="govuk-table fh-stack-table">
          <caption class="govuk-table__caption govuk-visually-hidden">
            Referrals, the newest first
          </caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Referred', 'About', 'State', ...met].map((text) => (
                <th scope="col" class="govuk-table__header">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {referrals.map((referral) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={urls.referrals.one(child.id, referral.id)}>
                    {formatDay(referral.referred_on)}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="About">
                  {referral.offences.map(({ description }) => description).join('; ') ||
                    'Preventive work'}{' '}
                  {referral.offences.some(({ knife }) => knife) ? (
                    <span class="fh-badge fh-badge-late">Knife</span>
                  ) : null}
                </td>
                <td class="govuk-table__cell" data-label="State">
                  {stateWords(referral.state)}
                </td>
                {seesContacts ? <FirstMet referral={referral} /> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ChildPage>
  );
}

function FirstMet({ referral }: { readonly referral: Referral }): Html {
  return (
    <>
      <td class="govuk-table__cell" data-label="Child first met">
        {referral.child_met_on ? formatDay(referral.child_met_on) : 'Not yet'}
      </td>
      <td class="govuk-table__cell" data-label="Parent first spoken to">
        {referral.parent_met_on ? formatDay(referral.parent_met_on) : 'Not yet'}
      </td>
    </>
  );
}
