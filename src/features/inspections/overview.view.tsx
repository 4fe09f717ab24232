import { formatDay } from '../../domain/calendar/day.ts';
import { provisionalParts } from '../../domain/inspections/in-framework.ts';
import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import type { PageContext } from '../../platform/http/context.ts';
import type { Field } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { Details, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type Column, DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { OpenInspection } from './open-inspection.ts';
import { OverallCard, RatingBadge } from './ratings/rating.view.tsx';

type Props = PageOf<PageContext, OpenInspection, { readonly state: Field<string> }>;

/** An inspection at a glance: where it stands, its ratings so far, and every standard. */
export function InspectionOverview({ shell, subject: open, form: { F, ...form } }: Props): Html {
  const { inspection, lines } = open;
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="overview"
      heading="Standards and ratings"
      errors={form.faults}
    >
      <OverallCard open={open} />
      <Provisional open={open} />
      {[...new Set(lines.map(({ domain }) => domain))].map((domain) => (
        <section aria-labelledby={`domain-${domain.id}`}>
          <h2 class="govuk-heading-m" id={`domain-${domain.id}`}>
            {domain.title}
          </h2>
          <DataTable
            caption={domain.title}
            rows={lines.filter((line) => line.domain === domain)}
            columns={standardColumns(inspection)}
          />
        </section>
      ))}
      <h2 class="govuk-heading-m">About this inspection</h2>
      <About open={open} />
      {form.mayWrite && !form.closed ? (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.inspections.edit(inspection.id)}>
              Change its dates, lead or standards
            </a>
          </p>
          <FormBox form={form} button="Move it there">
            <F.state />
          </FormBox>
        </>
      ) : null}
    </InspectionPage>
  );
}

const standardColumns = ({ id, findings }: Inspection): readonly Column<StandardLine>[] => [
  {
    heading: 'Standard',
    cell: ({ standard }) => (
      <a class="govuk-link" href={urls.inspections.standard(id, standard.id)}>
        {standard.id} {standard.title}
      </a>
    ),
  },
  {
    heading: 'Rated',
    cell: ({ standard, lowest, notYet }) => {
      if (standard.rated !== 'lowest-key-question')
        return lowest
          ? `Judged from evidence, with cases: ${lowest.percentage}%${notYet > 0 ? `, ${notYet} not yet read` : ''}`
          : 'Judged from evidence';
      return lowest
        ? `From cases: lowest ${lowest.percentage}%${notYet > 0 ? `, ${notYet} not yet read` : ''}`
        : 'From cases: none read yet';
    },
  },
  {
    heading: 'Findings',
    cell: ({ standard }) => {
      const found = findings.find((each) => each.standard === standard.id);
      return `${counted(found?.strengths ?? 0, 'strength')}, ${counted(found?.gaps ?? 0, 'gap')}`;
    },
  },
  { heading: 'Rating', cell: (line) => <RatingBadge line={line} /> },
];

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
