import {
  type CalculatedMeasure,
  calculatedMeasures,
} from '../../../domain/figures/measures.data.ts';
import type { Contradiction } from '../../../domain/statistics/plan-contradictions.ts';
import { type Recomputed, summaryOf } from '../../../domain/statistics/recomputed.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { TableLinks } from '../table-links.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly figures: readonly Recomputed[];
  readonly contradictions: readonly Contradiction[];
  /** The measures that each table holds, by document and table. */
  readonly measures: ReadonlyMap<string, readonly CalculatedMeasure[]>;
};
const PLAN = /^(Youth Justice Plan|Inspection report)/;

/** A published plan's tables worked out again from their own inputs; what cannot be is shown as such, and why. */
export function RecomputedPage({ shell, figures, contradictions, measures }: Props): Html {
  const plan = figures.filter(({ document }) => PLAN.test(document));
  const rest = summaryOf(figures.filter(({ document }) => !PLAN.test(document)));
  const { figures: count, agree, explained } = summaryOf(plan);
  const ofPlan = plan.filter(({ document }) => document.startsWith('Youth Justice Plan')).length;
  const tables = Map.groupBy(plan, ({ document, table }) => `${table}|${document}`);
  return (
    <Page title="A plan recomputed" shell={shell}>
      <h1 class="govuk-heading-l">A youth justice plan, recomputed</h1>
      <p class="govuk-body">
        The figures of the Havering youth justice plan 2024-25, each worked out again from the
        numbers printed beside it: exactly, then rounded half up. Beside {ofPlan} figures of the
        plan stands {count - ofPlan} of the inspection report. Of these {count}, {agree} agree.{' '}
        {explained} do not, four of them averages of the plan’s family of services; each says why.{' '}
        <a class="govuk-link" href="#contradictions">
          What the documents say against themselves
        </a>{' '}
        stands below.
      </p>
      {[...tables].map(([name, rows], index) => (
        <FigureTable rows={rows} id={`table-${index}`} measures={measures.get(name) ?? []} />
      ))}
      <TableLinks table="plan-recomputed" title="Figures worked out again" />
      <section aria-labelledby="contradictions">
        <h2 class="govuk-heading-m" id="contradictions">
          What the documents say against themselves
        </h2>
        <p class="govuk-body">
          {contradictions.length} contradictions, found by rules among what the documents state and
          the figures above. Which of two answers is right, only their authors can say.
        </p>
        <DataTable
          caption="Contradictions of the documents"
          columns={[
            { heading: 'Kind', cell: ({ rule }) => rule },
            { heading: 'About', cell: ({ about }) => about },
            {
              heading: 'What is said, and where',
              cell: ({ says }) => (
                <ul class="govuk-list govuk-!-margin-bottom-0">
                  {says.map((one) => (
                    <li>{one}</li>
                  ))}
                </ul>
              ),
            },
          ]}
          rows={contradictions}
        />
        <TableLinks table="plan-contradictions" title="Contradictions of the documents" />
      </section>
      <p class="govuk-body">
        {rest.figures} more published figures are worked out by the same rules, and {rest.agree}{' '}
        agree: relative rates, reoffending cohorts, remand totals and means, looked-after children.
        “foothold reproduce” lists them all.
      </p>
    </Page>
  );
}

function FigureTable({
  rows,
  id,
  measures,
}: {
  readonly rows: readonly Recomputed[];
  readonly id: string;
  readonly measures: readonly CalculatedMeasure[];
}): Html {
  const [first] = rows;
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {first?.document}: {first?.table}
      </h2>
      {measures.length > 0 ? (
        <p class="govuk-body-s fh-no-print">
          How its figures are made:{' '}
          {measures.map((id, at) => (
            <>
              {at > 0 ? '; ' : ''}
              <a class="govuk-link" href={urls.statistics.figure(id, '1')}>
                {calculatedMeasures[id].title}
              </a>
            </>
          ))}
        </p>
      ) : null}
      <DataTable
        caption={`${first?.document}: ${first?.table}`}
        columns={[
          { heading: 'Row', cell: ({ row }) => row },
          { heading: 'Figure', cell: ({ figure }) => figure },
          { heading: 'From', cell: ({ inputs }) => inputWords(inputs) },
          { heading: 'Printed', cell: ({ printed }) => printed },
          { heading: 'Recomputed', cell: ({ recomputed }) => recomputed ?? 'Not possible' },
          {
            heading: 'Agrees',
            cell: ({ agrees, reason }) =>
              agrees ? (
                'Yes'
              ) : (
                <>
                  <span class="fh-badge fh-badge-soon">No</span> {reason}
                </>
              ),
          },
        ]}
        rows={rows}
      />
    </section>
  );
}

/** "47 over 26,092", "42 after 40", "5,000 + 21,533". */
function inputWords(inputs: string): string {
  const grouped = inputs
    .replace(/\d+/g, (digits) => Number(digits).toLocaleString('en-GB'))
    .replaceAll('?', 'a number that is not printed');
  const [before, after] = grouped.split('>');
  if (after !== undefined) return `${after} after ${before}`;
  return grouped.replace('/', ' over ').replaceAll('+', ' + ');
}
