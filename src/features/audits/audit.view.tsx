import { oversightQuestion } from '../../domain/audits/oversight-question.data.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { Button, Details, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { LongText, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { AuditCase } from './audit.queries.ts';
import { monthName, StateBadge } from './audit-table.view.tsx';
import { kindOf } from './audit-words.ts';
import type { Audit } from './audits.queries.ts';
import { CasesTable } from './cases-table.view.tsx';
import { FrameTable } from './frame-table.view.tsx';

export type AuditProps = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly audit: Audit;
  readonly cases: readonly AuditCase[];
  /** What counts these cases, if anything does. */
  readonly inspection: { readonly id: string; readonly title: string } | null;
  readonly types: readonly Code[];
  readonly mayManage: boolean;
  readonly me: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** One audit: its plan, its sample and how far the reading is. */
export function AuditPage(props: AuditProps): Html {
  const { shell, today, audit, cases, inspection, mayManage, errors } = props;
  return (
    <Page
      title={audit.title}
      shell={shell}
      errors={errors}
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <h1 class="govuk-heading-l">{audit.title}</h1>
      <p class="govuk-body">
        <StateBadge audit={audit} today={today} />
      </p>
      <Facts audit={audit} />
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
        {mayManage && ['planned', 'reading'].includes(audit.status) ? (
          <a class="govuk-link" href={urls.audits.plan(audit.id)}>
            Change the plan
          </a>
        ) : null}
      </p>
      {audit.drawnOn ? (
        <>
          <h2 class="govuk-heading-m">Cases</h2>
          <CasesTable {...props} />
          {audit.frame && audit.plan ? (
            <Details
              summaryText="How the sample was drawn, and how it mirrors the population"
              html={<FrameTable {...props} frame={audit.frame} plan={audit.plan} />}
            />
          ) : null}
        </>
      ) : audit.status === 'planned' ? (
        <p class="govuk-body">No sample is drawn yet.</p>
      ) : null}
      {mayManage && audit.status === 'reading' && cases.length > 0 ? <Finish {...props} /> : null}
      {mayManage && ['planned', 'reading'].includes(audit.status) ? <Cancel {...props} /> : null}
    </Page>
  );
}

function Facts({ audit }: { readonly audit: Audit }): Html {
  const facts: [string, string | null][] = [
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
  ];
  return (
    <SummaryList
      rows={facts.flatMap(([key, value]) =>
        value ? [{ key: { text: key }, value: { text: value } }] : [],
      )}
    />
  );
}

function Finish({ audit, typed, errors }: AuditProps): Html {
  return (
    <PostForm action={urls.audits.finish(audit.id)} class="fh-form">
      <h2 class="govuk-heading-m">Finish the audit</h2>
      <LongText
        name="summary"
        label="What was learnt"
        hint="What is good across the cases, what is missing again and again, and what the service will do. It needs every case read and every difference settled."
        rows={5}
        typed={typed}
        errors={errors}
      />
      <Button text="Finish the audit" preventDoubleClick={true} />
    </PostForm>
  );
}

function Cancel({ audit, typed, errors }: AuditProps): Html {
  return (
    <Details
      summaryText="Give this audit up"
      open={errors.some(({ field }) => field === 'reason')}
      html={
        <PostForm action={urls.audits.cancel(audit.id)} class="fh-form">
          <LongText name="reason" label="Why?" rows={2} typed={typed} errors={errors} />
          <Button text="Give it up" classes="govuk-button--warning" />
        </PostForm>
      }
    />
  );
}
