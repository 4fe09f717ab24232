import type { PublishedInspection } from '../../../domain/inspections/published.ts';
import type { StandardLine } from '../../../domain/inspections/rate-inspection.ts';
import type { InspectionReport } from '../../../domain/inspections/report.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly published: PublishedInspection;
  readonly report: InspectionReport;
};

/** A published inspection as data: the ratings our rules give, beside what was printed. */
export function ExamplePage({ shell, published, report }: Props): Html {
  const { lines, overall } = report.ratings;
  const beside = lines.find(({ standard }) => !standard.counts);
  return (
    <Page
      title="A published inspection entered whole"
      shell={shell}
      back={{ href: urls.inspectionResults.list(), text: 'Back to all results' }}
    >
      <h1 class="govuk-heading-l">A published inspection entered whole</h1>
      {report.opening.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <p class="fh-actions fh-no-print">
        <a class="govuk-link" href={urls.inspectionResults.exampleReport}>
          Its report
        </a>
        <a class="govuk-link" href={urls.inspectionResults.exampleCases}>
          Its {published.cases.length} cases
        </a>
      </p>
      <p class="govuk-body-l">
        {overall.points} of {overall.max}: {overall.rating?.name ?? 'not rated'}. Resettlement,
        beside it: {beside?.rating?.name ?? 'not rated'}.
      </p>
      <h2 class="govuk-heading-m">Standards</h2>
      <DataTable
        caption="Standards, as our rules rate them and as published"
        rows={lines}
        columns={[
          { heading: 'Standard', cell: ({ standard }) => `${standard.id} ${standard.title}` },
          { heading: 'Worked out here', cell: ({ rating }) => rating?.name ?? 'Not rated' },
          {
            heading: 'Published',
            cell: ({ standard }) => published.standards[standard.id]?.rating,
          },
          {
            heading: 'Points',
            cell: ({ standard, rating }) =>
              standard.counts ? (rating?.points ?? 'None') : 'Beside the score',
          },
          { heading: 'Made of', cell: madeOf },
        ]}
      />
      <h2 class="govuk-heading-m">Every printed percentage, from its cases</h2>
      <DataTable
        caption="Key questions with their counts, as worked out and as printed"
        rows={lines
          .filter(({ standard }) => standard.rated === 'lowest-key-question')
          .flatMap(({ standard, questions }) =>
            questions.map((each) => ({
              ...each,
              printed: published.standards[standard.id]?.keyQuestions?.[each.id],
            })),
          )}
        columns={[
          { heading: 'Key question', cell: ({ id, question }) => `${id} ${question}` },
          { heading: 'Yes', cell: ({ count }) => count?.yes },
          { heading: 'Of all cases', cell: ({ count }) => count?.of },
          { heading: 'Worked out', cell: ({ percentage }) => `${percentage}%` },
          { heading: 'Printed', cell: ({ printed }) => `${printed}%` },
        ]}
      />
      <h2 class="govuk-heading-m">Counts out of the cases they apply to</h2>
      <p class="govuk-body">
        The text of the report counts some things among relevant cases only. They stand beside the
        percentages, never among them.
      </p>
      <DataTable
        caption="Counts printed in the text"
        rows={published.relevantCounts}
        columns={[
          { heading: 'What', cell: ({ what }) => what },
          { heading: 'Standard', cell: ({ standard }) => standard },
          { heading: 'Yes', cell: ({ yes }) => yes },
          { heading: 'Of the relevant cases', cell: ({ of }) => of },
        ]}
      />
      <h2 class="govuk-heading-m">Recommendations</h2>
      <DataTable
        caption="Recommendations and who they are for"
        rows={published.recommendations}
        columns={[
          { heading: 'Number', cell: ({ number }) => number },
          { heading: 'For', cell: ({ addressees }) => addressees.join(' and ') },
          { heading: 'Recommendation', cell: ({ text }) => text },
        ]}
      />
      <h2 class="govuk-heading-m">Where the published report does not agree with itself</h2>
      <DataTable
        caption="Known inconsistencies"
        rows={published.inconsistencies}
        columns={[
          { heading: 'About', cell: ({ about }) => about },
          { heading: 'It says', cell: ({ says }) => says[0] },
          { heading: 'And it says', cell: ({ says }) => says[1] },
        ]}
      />
    </Page>
  );
}

function madeOf({ standard, lowest }: StandardLine): string {
  if (standard.rated === 'judged') return 'Judged from evidence, as published';
  return lowest ? `Lowest key question: ${lowest.id}, ${lowest.percentage}%` : 'No case';
}
