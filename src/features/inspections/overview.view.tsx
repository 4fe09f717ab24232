import { formatDay } from '../../domain/calendar/day.ts';
import { provisionalParts } from '../../domain/inspections/in-framework.ts';
import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import { Details, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import { Grid } from './grid.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { OpenInspection } from './open-inspection.ts';
import { OverallCard, RatingBadge } from './rating.view.tsx';
import { StateForm } from './state.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly open: OpenInspection;
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  readonly problem?: string | undefined;
};

/** An inspection at a glance: where it stands, its ratings so far, and every standard. */
export function InspectionOverview(props: Props): Html {
  const { shell, open, mayEdit, problem } = props;
  const { inspection, lines } = open;
  const errors = problem ? [{ field: 'state', message: problem }] : [];
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="overview"
      heading="Standards and ratings"
      errors={errors}
    >
      <OverallCard open={open} />
      <Provisional open={open} />
      {[...new Set(lines.map(({ domain }) => domain))].map((domain) => (
        <section aria-labelledby={`domain-${domain.id}`}>
          <h2 class="govuk-heading-m" id={`domain-${domain.id}`}>
            {domain.title}
          </h2>
          <Grid
            caption={domain.title}
            headings={['Standard', 'Rated', 'Findings', 'Rating']}
            rows={lines
              .filter((line) => line.domain === domain)
              .map((line) => standardRow(inspection, line))}
          />
        </section>
      ))}
      <h2 class="govuk-heading-m">About this inspection</h2>
      <About open={open} />
      {mayEdit && inspection.state !== 'published' ? (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.inspections.edit(inspection.id)}>
              Change its dates, lead or standards
            </a>
          </p>
          <StateForm {...props} errors={errors} />
        </>
      ) : null}
    </InspectionPage>
  );
}

function standardRow({ id, findings }: Inspection, line: StandardLine) {
  const { standard, notYet } = line;
  const found = findings.find((each) => each.standard === standard.id);
  const fromCases = standard.rated === 'lowest-key-question';
  return {
    head: (
      <a class="govuk-link" href={urls.inspections.standard(id, standard.id)}>
        {standard.id} {standard.title}
      </a>
    ),
    cells: [
      fromCases
        ? line.lowest
          ? `From cases: lowest ${line.lowest.percentage}%${notYet > 0 ? `, ${notYet} not yet read` : ''}`
          : 'From cases: none read yet'
        : 'Judged from evidence',
      `${counted(found?.strengths ?? 0, 'strength')}, ${counted(found?.gaps ?? 0, 'gap')}`,
      <RatingBadge line={line} />,
    ],
  };
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function About({ open }: { readonly open: OpenInspection }): Html {
  const { inspection, framework, type } = open;
  const facts: readonly [string, string][] = [
    ['Standards', `${framework.title}: ${type.title}`],
    ['Led by', inspection.lead],
    ['Fieldwork', `${formatDay(inspection.fieldworkFrom)} to ${formatDay(inspection.fieldworkTo)}`],
    [
      'Cases',
      `Work that began from ${formatDay(inspection.casesFrom)} to ${formatDay(inspection.casesTo)}`,
    ],
    ...(inspection.publishedOn
      ? [['Published', formatDay(inspection.publishedOn)] as [string, string]]
      : []),
  ];
  return (
    <SummaryList
      rows={facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))}
    />
  );
}

/** Parts of the framework that are not confirmed, and why. */
export function Provisional({ open }: { readonly open: OpenInspection }): Html | null {
  const parts = provisionalParts(open.framework);
  if (parts.length === 0) return null;
  return (
    <Details
      summaryText={`Provisional: ${parts.length} parts of this framework are not confirmed`}
      html={
        <ul class="govuk-list govuk-list--bullet">
          {parts.map(({ part, reason }) => (
            <li>
              {part}: {reason}
            </li>
          ))}
        </ul>
      }
    />
  );
}
