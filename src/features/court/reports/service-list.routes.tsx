import { sql } from 'kysely';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { concordanceOf, concordances } from '../../../domain/reports/concordance.ts';
import { type ReportState, reportStates } from '../../../domain/reports/report.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { choicesOf } from '../charge-words.ts';
import { codesOf, proposalOf } from './report-words.ts';
import { did, type Report } from './reports.queries.ts';

type Row = Pick<Report, 'id' | 'latest' | 'did'> & {
  readonly child_id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly kind: string;
  readonly asked_on: Day;
  readonly status: ReportState;
  readonly author: string | null;
  readonly listed_on: Day | null;
  readonly themes: readonly string[];
};

/** Reports of the service, those asked for last first, each with what the court did and thought of it. */
async function reportsOfService(
  tx: Tx,
  asked: {
    readonly status: string | null;
    readonly theme: string | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly Row[]> {
  const { status, theme, limit, offset } = asked;
  const { rows } = await sql<Row>`
    select r.id, r.child_id, c.forename, c.surname, c.number, coalesce(k.label, r.kind) as kind, r.asked_on, r.status, s.name as author, h.listed_on,
      v.content as latest, ${did} as did,
      array(select t.label from reference_code t where t.list = 'court_feedback_theme' and t.code in (
        select unnest(f.themes) from court_report_feedback f where f.service_id = r.service_id and f.report_id = r.id) order by t.sort) as themes
    from court_report r
    join child c on c.service_id = r.service_id and c.id = r.child_id
    left join reference_code k on k.list = 'court_report_kind' and k.code = r.kind
    left join staff s on s.service_id = r.service_id and s.id = r.author_id
    left join hearing h on h.service_id = r.service_id and h.id = r.hearing_id
    left join lateral (select n.content from court_report_version n
      where n.service_id = r.service_id and n.report_id = r.id order by n.number desc limit 1) v on true
    where (${status}::text is null or r.status = ${status})
      and (${theme}::text is null or exists (select 1 from court_report_feedback f
        where f.service_id = r.service_id and f.report_id = r.id and ${theme} = any (f.themes)))
    order by r.asked_on desc, r.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

const besideEachOther = (row: Row) => {
  const found = concordanceOf(
    codesOf(proposalOf(row)),
    row.did.map((each) => each.code),
  );
  return found ? concordances[found] : '';
};
const labels = (some: readonly { readonly label: string }[]) =>
  some.map(({ label }) => label).join('; ');

/** What managers follow: how far reports have come, what courts made of the proposals, and what they said of the reports. */
export const reportListRoutes = serviceList({
  path: urls.courtReports.ofService,
  tab: { section: 'oversight', text: 'Court reports' },
  permission: 'report.gatekeep',
  audit: 'view',
  caption: 'Court reports',
  file: 'court-reports',
  empty: () => 'No report was asked for.',
  subject: () => null,
  filters: {
    status: choice(choicesOf(reportStates), { label: 'How it stands', as: 'select' }),
    theme: code('court_feedback_theme', { label: 'What the court spoke of' }),
  },
  rows: ({ tx }, _subject, { filters: { status = null, theme = null }, limit, offset }) =>
    reportsOfService(tx, { status, theme, limit, offset }),
  columns: () => [
    {
      heading: 'Child',
      text: ({ forename, surname, number }) => `${forename} ${surname}, ${number}`,
      cell: ({ id, child_id, forename, surname, number }) => (
        <>
          <a class="govuk-link" href={urls.courtReports.one(child_id, id)}>
            {forename} {surname}
          </a>
          <div class="fh-quiet">{number}</div>
        </>
      ),
    },
    { heading: 'Report', text: ({ kind, author }) => [kind, author].filter(Boolean).join(', ') },
    { heading: 'Asked for', text: ({ asked_on }) => formatDay(asked_on) },
    { heading: 'Hearing', text: ({ listed_on }) => (listed_on ? formatDay(listed_on) : '') },
    { heading: 'How it stands', text: ({ status }) => reportStates[status] },
    { heading: 'Proposed', text: (row) => labels(proposalOf(row).proposal) },
    { heading: 'The court did', text: (row) => labels(row.did) },
    { heading: 'Beside each other', text: besideEachOther },
    { heading: 'The court spoke of', text: ({ themes }) => themes.join('; ') },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Court reports" shell={shell}>
      <h1 class="govuk-heading-l">Court reports</h1>
      <p class="govuk-body">
        How far each has come, what the court made of what was proposed, and what it said of the
        report. Choose a theme to read what courts say of it.
      </p>
      {list}
    </Page>
  ),
});
