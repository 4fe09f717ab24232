import type { PublishedInspection } from '../../domain/inspections/published.ts';
import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import type { InspectionReport } from '../../domain/inspections/report.ts';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { Grid } from './grid.view.tsx';

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
      <Grid
        caption="Standards, as our rules rate them and as published"
        headings={['Standard', 'Worked out here', 'Published', 'Points', 'Made of']}
        rows={lines.map((line) => ({
          head: `${line.standard.id} ${line.standard.title}`,
          cells: [
            line.rating?.name ?? 'Not rated',
            published.standards[line.standard.id]?.rating,
            line.standard.counts ? (line.rating?.points ?? 'None') : 'Beside the score',
            madeOf(line),
          ],
        }))}
      />
      <h2 class="govuk-heading-m">Every printed percentage, from its cases</h2>
      <Grid
        caption="Key questions with their counts, as worked out and as printed"
        headings={['Key question', 'Yes', 'Of all cases', 'Worked out', 'Printed']}
        rows={lines
          .filter(({ standard }) => standard.rated === 'lowest-key-question')
          .flatMap(({ standard, questions }) =>
            questions.map(({ id, question, count, percentage }) => ({
              head: `${id} ${question}`,
              cells: [
                count?.yes,
                count?.of,
                `${percentage}%`,
                `${published.standards[standard.id]?.keyQuestions?.[id]}%`,
              ],
            })),
          )}
      />
      <h2 class="govuk-heading-m">Counts out of the cases they apply to</h2>
      <p class="govuk-body">
        The text of the report counts some things among relevant cases only. They stand beside the
        percentages, never among them.
      </p>
      <Grid
        caption="Counts printed in the text"
        headings={['What', 'Standard', 'Yes', 'Of the relevant cases']}
        rows={published.relevantCounts.map(({ what, standard, yes, of }) => ({
          head: what,
          cells: [standard, yes, of],
        }))}
      />
      <h2 class="govuk-heading-m">Recommendations</h2>
      <Grid
        caption="Recommendations and who they are for"
        headings={['Number', 'For', 'Recommendation']}
        rows={published.recommendations.map(({ number, addressees, text }) => ({
          head: number,
          cells: [addressees.join(' and '), text],
        }))}
      />
      <h2 class="govuk-heading-m">Where the published report does not agree with itself</h2>
      <Grid
        caption="Known inconsistencies"
        headings={['About', 'It says', 'And it says']}
        rows={published.inconsistencies.map(({ about, says }) => ({ head: about, cells: says }))}
      />
    </Page>
  );
}

function madeOf({ standard, lowest }: StandardLine): string {
  if (standard.rated === 'judged') return 'Judged from evidence, as published';
  return lowest ? `Lowest key question: ${lowest.id}, ${lowest.percentage}%` : 'No case';
}
