import { programmeState } from '../../../domain/audits/programme.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { monthName, StateBadge } from '../audit-table.view.tsx';
import { kindOf, stateWords } from '../audit-words.ts';
import type { AuditLine } from '../audits.queries.ts';

type Month = { readonly month: Day; readonly audits: readonly AuditLine[] };
type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly year: number;
  readonly months: readonly Month[];
  readonly mayManage: boolean;
};

/** The year's programme: each month with what is audited, by whom, and whether it was done. */
export function ProgrammePage({ shell, today, year, months, mayManage }: Props): Html {
  const states = months.flatMap(({ audits }) => audits.map((each) => programmeState(each, today)));
  const audits = `${states.length} ${states.length === 1 ? 'audit' : 'audits'}`;
  // Every state that there is, so that the counts add up.
  const summary = Object.entries(stateWords).flatMap(([state, { text }]) => {
    const count = states.filter((each) => each === state).length;
    return count > 0 ? [`${count} ${text.toLowerCase()}`] : [];
  });
  return (
    <Page
      title={`Audit programme ${year} to ${year + 1}`}
      shell={shell}
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <h1 class="govuk-heading-l">
        Audit programme, April {year} to March {year + 1}
      </h1>
      <p class="govuk-body">
        {summary.length > 0 ? `${audits} in the programme: ${summary.join(', ')}. ` : null}
        <a class="govuk-link" href={urls.audits.programme(String(year - 1))}>
          The year before
        </a>
        {', '}
        <a class="govuk-link" href={urls.audits.programme(String(year + 1))}>
          the year after
        </a>
      </p>
      <DataTable
        caption="Audits by month"
        rows={months.flatMap(({ month, audits }) =>
          (audits.length > 0 ? audits : [null]).map((audit) => ({ month, audit })),
        )}
        columns={[
          { heading: 'Month', cell: ({ month }) => monthName(month) },
          {
            heading: 'Audit and theme',
            cell: ({ month, audit }) =>
              audit ? <Planned audit={audit} /> : <Nothing month={month} mayManage={mayManage} />,
          },
          { heading: 'Standards', cell: ({ audit }) => audit?.standards.join(', ') },
          { heading: 'Who audits', cell: ({ audit }) => audit?.lead },
          {
            heading: 'State',
            cell: ({ audit }) => (audit ? <StateBadge audit={audit} today={today} /> : null),
          },
        ]}
      />
    </Page>
  );
}

const Planned = ({ audit }: { readonly audit: AuditLine }): Html => (
  <>
    <a class="govuk-link" href={urls.audits.one(audit.id)}>
      {audit.title}
    </a>
    <span class="fh-quiet">
      {' '}
      {kindOf(audit.kind)}
      {audit.theme ? `: ${audit.theme}` : ''}
    </span>
  </>
);

const Nothing = ({
  month,
  mayManage,
}: {
  readonly month: Day;
  readonly mayManage: boolean;
}): Html => (
  <>
    Nothing planned.{' '}
    {mayManage ? (
      <a class="govuk-link" href={urls.audits.create(month.slice(0, 7))}>
        Plan an audit<span class="govuk-visually-hidden"> for {monthName(month)}</span>
      </a>
    ) : null}
  </>
);
