import { can } from '../../../domain/access/can.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type InboxCounts, type InboxFilter, type Stage, stages } from './inbox.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly filter: InboxFilter;
  readonly counts: InboxCounts;
  readonly list: Html;
};

export const stageWords: Readonly<Record<Stage, string>> = {
  received: 'Waiting for triage',
  'awaiting-allocation': 'Waiting for a worker',
  allocated: 'Allocated in the last two weeks',
};
export const emptyWords: Readonly<Record<Stage, string>> = {
  received: 'Nothing waits for triage. What comes in next, by list or by hand, appears here.',
  'awaiting-allocation': 'Nobody waits for a worker.',
  allocated: 'Nobody was allocated in the last two weeks.',
};

const address = (filter: InboxFilter) =>
  urls.referrals.inboxOf({
    show: filter.stage,
    knife: filter.isKnifeOnly ? '1' : '',
    late: filter.isLateOnly ? '1' : '',
  });

/** The inbox of referrals. */
export function InboxPage({ shell, filter, counts, list }: Props): Html {
  return (
    <Page title="Referrals" shell={shell}>
      <h1 class="govuk-heading-l">Referrals</h1>
      <div class="fh-actions">
        {can(shell.actor, 'referral.import') ? (
          <Button text="Import a list" href={urls.referrals.upload} />
        ) : null}
        {can(shell.actor, 'referral.create') ? (
          <Button
            text="Log a referral"
            href={urls.referrals.create}
            classes="govuk-button--secondary"
          />
        ) : null}
        {can(shell.actor, 'referral.triage') && counts.received > 1 ? (
          <a class="govuk-link" href={urls.referrals.together}>
            Triage several together
          </a>
        ) : null}
        <a class="govuk-link" href={urls.referrals.imports}>
          Lists that came in
        </a>
        <a class="govuk-link" href={urls.referrals.holds}>
          {counts.holds === 1 ? '1 held row waits' : `${counts.holds} held rows wait`} for a
          decision
        </a>
      </div>
      <Stages filter={filter} counts={counts} />
      <Filters filter={filter} />
      {list}
    </Page>
  );
}

function Stages({ filter, counts }: Pick<Props, 'filter' | 'counts'>): Html {
  return (
    <nav class="fh-child__tabs govuk-!-margin-bottom-3" aria-label="Stage">
      <ul>
        {stages.map((stage) => (
          <li>
            <a
              href={address({ ...filter, stage })}
              {...(stage === filter.stage ? { 'aria-current': 'page' as const } : {})}
            >
              {stageWords[stage]} ({counts[stage]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters({ filter }: Pick<Props, 'filter'>): Html {
  const { isKnifeOnly, isLateOnly, stage } = filter;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={address({ ...filter, isKnifeOnly: !isKnifeOnly })}>
        {isKnifeOnly ? 'Show all offences again' : 'Show only knife offences'}
      </a>
      {stage === 'allocated' ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={address({ ...filter, isLateOnly: !isLateOnly })}>
            {isLateOnly ? 'Show those in time again' : 'Show only those past their time limit'}
          </a>
        </>
      )}
    </p>
  );
}
