import { sql } from 'kysely';
import { oversightQuestion } from '../../../domain/audits/oversight-question.data.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { limitsOfYear } from '../../../domain/inspections/fit-samples.ts';
import { type CountedGroups, printedCounts } from '../../../domain/inspections/printed-counts.ts';
import type {
  InspectionReport,
  ReportText,
  StandardFinding,
} from '../../../domain/inspections/report.ts';
import { wholeCopyWords, withoutSmallCounts } from '../../../domain/inspections/small-counts.ts';
import {
  evidenceSources,
  inspectionKinds,
  inspectionStates,
} from '../../../domain/inspections/workspace.data.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { urls } from '../../../urls.ts';
import { caseDetails } from '../cases/case-details.queries.ts';
import type { Inspection } from '../inspections.queries.ts';
import { type OpenInspection, openInspection } from '../open-inspection.ts';
import type { Evidence } from '../ratings/evidence.queries.ts';

type Finding = Pick<Evidence, 'standard' | 'bears' | 'finding' | 'source'>;
type Parts = {
  readonly findings: readonly Finding[];
  readonly texts: Readonly<Partial<Record<ReportText, string>>>;
  readonly recommendations: InspectionReport['recommendations'];
};

/** An inspection as its report, in the copy for a reader: every figure from its own rows; undefined when it is not open to this person. */
export async function inspectionReport(
  tx: Tx,
  id: string,
  serviceName: string,
  forReader?: 'board' | 'whole',
): Promise<InspectionReport | undefined> {
  const open = await openInspection(tx, id);
  if (!open) return undefined;
  const { inspection, framework, type, lines, overall } = open;
  const { relevant, children, victims = 0 } = await caseDetails(tx, framework, inspection);
  const { findings, texts, recommendations } = await partsOf(tx, inspection.id);
  const whole: InspectionReport = {
    title: inspection.title,
    service: serviceName,
    opening: openingOf(inspection),
    framework,
    type,
    ratings: { lines, overall },
    texts: { foreword: '', background: '', diversity: '', voice: '', ...texts },
    recommendations,
    context: [],
    findings: findingsOf(open, findings, relevant),
    oversight: relevant.filter(({ standard }) => standard === oversightQuestion.id),
    diversity: printedCounts(children),
    method: methodOf(inspection),
    samples: samplesOf(children, victims, findings),
    further: [
      {
        text: 'Recommendations and how far they are',
        href: urls.inspections.recommendations(inspection.id),
      },
    ],
  };
  if (forReader === 'whole') return { ...whole, opening: [...whole.opening, wholeCopyWords] };
  if (forReader === undefined) return whole;
  return withoutSmallCounts(whole, ({ domain }) =>
    domain.cases === null
      ? null
      : (limitsOfYear(framework.sampling, domain.cases, inspection.fieldworkFrom)?.min ?? null),
  );
}

function openingOf({ kind, state, publishedOn }: Inspection): string[] {
  return [
    kind === 'inspectorate'
      ? 'An inspection by the inspectorate, as the service keeps it.'
      : `${inspectionKinds[kind]}, made by the service itself; it is no finding of the inspectorate.`,
    publishedOn
      ? `Published ${formatDay(publishedOn)}.`
      : `Not published, and it may still change: ${inspectionStates[state].toLowerCase()}.`,
  ];
}

function methodOf(inspection: Inspection): string[] {
  const { fieldworkFrom, fieldworkTo, casesFrom, casesTo, meetings } = inspection;
  const { audits, lead } = printedNames(inspection);
  return [
    `Fieldwork was from ${formatDay(fieldworkFrom)} to ${formatDay(fieldworkTo)}, led by ${lead}.`,
    `Cases were of work that began from ${formatDay(casesFrom)} to ${formatDay(casesTo)}.`,
    ...(audits.length > 0 ? [`They were read in: ${audits.join('; ')}.`] : []),
    ...(meetings > 0
      ? [
          meetings === 1
            ? 'The ratings panel met once.'
            : `The ratings panel met ${meetings} times.`,
        ]
      : []),
  ];
}

/** What the report calls its audits and its lead: as on the day of publication, whatever they are called since. */
export function printedNames({ audits, lead, caseFigures }: Inspection) {
  const counted = audits.filter(({ status }) => status !== 'cancelled');
  return {
    audits: caseFigures?.audits ?? counted.map(({ title }) => title),
    lead: caseFigures?.lead ?? lead,
  };
}

async function partsOf(tx: Tx, id: string): Promise<Parts> {
  const { rows } = await sql<Parts>`select
    (select coalesce(jsonb_agg(jsonb_build_object('standard', e.standard, 'bears', e.bears, 'finding', e.finding, 'source', e.source)
        order by e.created_at, e.id), '[]')
      from inspection_evidence e where e.inspection_id = ${id} and e.withdrawn_reason is null) as findings,
    (select coalesce(jsonb_object_agg(t.part, t.words), '{}') from inspection_text t where t.inspection_id = ${id}) as texts,
    (select coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'addressees', to_jsonb(r.addressees), 'text', r.recommendation)
        order by r.number), '[]')
      from inspection_recommendation r where r.inspection_id = ${id}) as recommendations`.execute(
    tx,
  );
  return rows[0] ?? { findings: [], texts: {}, recommendations: [] };
}

function findingsOf(
  { inspection, lines }: OpenInspection,
  evidence: readonly Finding[],
  relevant: readonly (StandardFinding['relevant'][number] & { readonly standard: string })[],
): ReadonlyMap<string, StandardFinding> {
  return new Map(
    lines.map(({ standard, isMoved }) => {
      const of = (bears: Evidence['bears']) =>
        evidence
          .filter((each) => each.standard === standard.id && each.bears === bears)
          .map(({ finding }) => finding);
      const recorded = inspection.ratings.find((row) => row.standard === standard.id);
      const isPeoples = standard.rated === 'judged' || isMoved;
      return [
        standard.id,
        {
          strengths: of('strength'),
          gaps: of('gap'),
          reason: isPeoples ? (recorded?.reason ?? null) : null,
          relevant: relevant.filter((each) => each.standard === standard.id),
        },
      ];
    }),
  );
}

function samplesOf(
  children: readonly CountedGroups[],
  victims: number,
  evidence: readonly Finding[],
): InspectionReport['samples'] {
  const isByWork = ({ what }: { readonly what: string }) => what === 'Kind of work';
  const byWork = children.find(isByWork)?.counts ?? [];
  const bySource = [...Map.groupBy(evidence, ({ source }) => source)].map(([source, some]) => ({
    what: evidenceSources[source],
    count: some.length,
  }));
  const sum = (counts: readonly { readonly count: number }[]) =>
    counts.reduce((total, { count }) => total + count, 0);
  return [
    {
      what: 'Cases in the sample',
      isOfPeople: true,
      count: sum(byWork),
      counts: printedCounts(children).find(isByWork)?.counts ?? [],
    },
    { what: 'Victims’ cases in the sample', isOfPeople: true, count: victims, counts: [] },
    { what: 'Findings, by where they were seen', count: sum(bySource), counts: bySource },
  ].filter(({ count }) => count > 0);
}
