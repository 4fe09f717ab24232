import { oversightQuestion } from '../../../domain/audits/oversight-question.data.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { Code } from '../../../domain/reference/codes.ts';
import { Button, Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { monthName, StateBadge } from '../audit-table.view.tsx';
import { kindOf } from '../audit-words.ts';
import type { Audit } from '../audits.queries.ts';
import { FrameTable } from '../sample/frame-table.view.tsx';
import type { AuditCase } from './audit.queries.ts';
import { CasesTable } from './cases-table.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly audit: Audit;
  readonly cases: readonly AuditCase[];
  /** What counts these cases, if anything does. */
  readonly inspection: { readonly id: string; readonly title: string } | null;
  readonly types: readonly Code[];
  readonly mayManage: boolean;
  readonly me: string;
};

/** One audit: its plan, its sample and how far the reading is. */
export function AuditPage(props: Props): Html {
  const { shell, today, audit, cases, inspection, mayManage, me, types } = props;
  const isOpen = mayManage && ['planned', 'reading'].includes(audit.status);
  return (
    <Page title={audit.title} shell={shell} back={{ href: urls.audits.list, text: 'Audits' }}>
      <h1 class="govuk-heading-l">{audit.title}</h1>
      <p class="govuk-body">
        <StateBadge audit={audit} today={today} />
      </p>
      <WrittenList
        lines={[
          ['Kind', kindOf(audit.kind)],
          ['Theme', audit.theme],
          ['Month of the programme', monthName(audit.month)],
          ['Led by', audit.lead],
          [
            'Standards',
            `${audit.standards.join(', ')} of the ${audit.frameworkId} framework, and ${oversightQuestion.standard.toLowerCase()}`,
          ],
          ['Sample drawn', audit.drawnOn ? formatDay(audit.drawnOn) : null],
          ['Why it was given up', audit.cancelledReason],
          ['What was learnt', audit.summary],
        ]}
      />
      <p class="fh-actions">
        {mayManage && audit.status === 'planned' ? (
          <Button text="Draw the sample" href={urls.audits.sample(audit.id)} />
        ) : null}
        {audit.drawnOn ? (
          <a class="govuk-link" href={urls.audits.results(audit.id)}>
            Results
          </a>
        ) : null}
        {inspection ? (
          <a class="govuk-link" href={urls.inspections.one(inspection.id)}>
            Its inspection: {inspection.title}
          </a>
        ) : null}
        {isOpen ? (
          <>
            <a class="govuk-link" href={urls.audits.plan(audit.id)}>
              Change the plan
            </a>
            {audit.status === 'reading' ? (
              <a class="govuk-link" href={urls.audits.finish(audit.id)}>
                Finish the audit
              </a>
            ) : null}
            <a class="govuk-link" href={urls.audits.cancel(audit.id)}>
              Give this audit up
            </a>
          </>
        ) : null}
      </p>
      {audit.drawnOn ? (
        <>
          <h2 class="govuk-heading-m">Cases</h2>
          <CasesTable auditId={audit.id} cases={cases} mayManage={mayManage} me={me} />
          {audit.frame && audit.plan ? (
            <Details
              summaryText="How the sample was drawn, and how it mirrors the population"
              html={<FrameTable types={types} frame={audit.frame} plan={audit.plan} />}
            />
          ) : null}
        </>
      ) : audit.status === 'planned' ? (
        <p class="govuk-body">No sample is drawn yet.</p>
      ) : null}
    </Page>
  );
}
