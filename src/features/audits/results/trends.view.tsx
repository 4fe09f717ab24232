import { type Outcome, oversightViews, questionResult } from '../../../domain/audits/results.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { SelectField } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { monthName } from '../audit-table.view.tsx';
import { shareWords } from '../audit-words.ts';
import type { AuditLine } from '../audits.queries.ts';
import { type Asked, isAskedIn, keyOf } from './asked.ts';
import { OversightTable } from './oversight-table.view.tsx';
import type { TeamName } from './results.queries.ts';
import { TrendChart } from './trends-chart.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly audits: readonly AuditLine[];
  /** Of every team. */
  readonly outcomes: readonly Outcome[];
  readonly questions: readonly Asked[];
  readonly teams: readonly TeamName[];
  readonly team: TeamName | null;
  /** The one that is drawn. */
  readonly drawn: Asked | null;
};

/** What audits found over time, question by question, in the service or one team. */
export function TrendsPage(props: Props): Html {
  const { shell, audits, questions, teams, team, drawn } = props;
  const outcomes = team
    ? props.outcomes.filter(({ team_id }) => team_id === team.id)
    : props.outcomes;
  return (
    <Page
      title="What audits found over time"
      shell={shell}
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <h1 class="govuk-heading-l">
        What audits found over time <span class="fh-quiet">{team?.name ?? 'All teams'}</span>
      </h1>
      {audits.length === 0 ? (
        <p class="govuk-body">No audit is finished yet. Each one that is adds a column here.</p>
      ) : (
        <>
          <form
            method="get"
            action={urls.audits.trends()}
            class="fh-filter"
            aria-label="Choose a team and a question"
          >
            <SelectField
              name="team"
              label="Team"
              errors={[]}
              typed={{ team: team?.id ?? '' }}
              empty="All teams"
              choices={teams.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <SelectField
              name="question"
              label="Question in the chart"
              errors={[]}
              typed={{ question: drawn ? keyOf(drawn) : '' }}
              choices={questions.map((asked) => ({
                value: keyOf(asked),
                text: `${asked.question.standard} ${asked.question.question}`,
              }))}
            />
            <Button text="Show" classes="govuk-button--secondary" />
          </form>
          <p class="govuk-body">
            Yes, of all cases. A handful of cases moves a percentage far: look at the counts first.
          </p>
          <TrendTable {...props} outcomes={outcomes} />
          {drawn ? <TrendChart {...props} asked={drawn} /> : null}
          <OversightTable views={oversightViews(outcomes)} />
        </>
      )}
    </Page>
  );
}

function TrendTable({ audits, outcomes, questions }: Props): Html {
  return (
    <>
      <section class="fh-scroll" tabindex={0} aria-label="Key questions by audit">
        <DataTable
          caption="Key questions by audit"
          rows={questions}
          columns={[
            {
              heading: 'Key question',
              cell: ({ question, frameworkId }) => (
                <>
                  {question.question}
                  <span class="fh-quiet">
                    {' '}
                    {question.standard}
                    {frameworkId ? ` (${frameworkId})` : ''}
                  </span>
                </>
              ),
            },
            ...audits.map((audit) => ({
              heading: nameOf(audit),
              cell: (asked: Asked) => cellOf(asked, audit, outcomes),
            })),
          ]}
        />
      </section>
      <p class="govuk-body">
        Each audit’s own results:{' '}
        {audits.map((audit, index) => (
          <>
            {index > 0 ? ', ' : ''}
            <a class="govuk-link" href={urls.audits.results(audit.id)}>
              {nameOf(audit)}
            </a>
          </>
        ))}
      </p>
    </>
  );
}

const nameOf = ({ month, title }: AuditLine) => `${monthName(month)}, ${title}`;

function cellOf(asked: Asked, audit: AuditLine, outcomes: readonly Outcome[]): string {
  if (!isAskedIn(asked, audit)) return 'Not asked';
  const result = questionResult(
    outcomes.filter(({ audit_id }) => audit_id === audit.id),
    asked.question.id,
  );
  return result.percent === null ? 'Not asked' : shareWords(result);
}
