import {
  type Block,
  paragraphsOf,
  type Section,
  type WrittenDocument,
} from '../documents/written-document.ts';
import type { InspectionReport, ReportText } from './report.ts';
import { reportFigures } from './report-figures.ts';
import { domainSections, oversightSection } from './report-findings.ts';
import { ratingBlocks } from './report-ratings.ts';
import { readReportText } from './report-text.ts';

/** An inspection's report in the order in which published ones are read. */
export function reportDocument(report: InspectionReport): WrittenDocument {
  const figures = reportFigures(report);
  const written = (part: ReportText): Block[] => {
    const blocks = paragraphsOf(readReportText(report.texts[part], figures).text);
    return blocks.length > 0
      ? blocks
      : [{ kind: 'paragraph', text: 'Nothing is written here yet.' }];
  };
  // Children's voice and diversity stand between the organisation and the work, as in published reports.
  const isOfCases = ({ id }: Section) =>
    report.framework.domains.some(
      (domain) => `domain-${domain.id}` === id && domain.cases !== null,
    );
  const [work = [], organisation = []] = partition(domainSections(report), isOfCases);
  return {
    title: report.title,
    opening: report.opening,
    sections: [
      { id: 'foreword', title: 'Foreword', blocks: written('foreword') },
      { id: 'ratings', title: 'Ratings', blocks: ratingBlocks(report) },
      { id: 'recommendations', title: 'Recommendations', blocks: recommendationBlocks(report) },
      {
        id: 'background',
        title: 'Background',
        blocks: [...written('background'), ...contextBlocks(report)],
      },
      ...organisation,
      { id: 'voice', title: 'What children and parents said', blocks: written('voice') },
      {
        id: 'diversity',
        title: 'Diversity',
        blocks: [...written('diversity'), ...countedBlocks(report)],
      },
      ...work,
      ...oversightSection(report),
      methodSection(report),
      { id: 'further', title: 'Further information', blocks: furtherBlocks(report) },
    ],
  };
}

const partition = (sections: readonly Section[], is: (section: Section) => boolean) => [
  sections.filter(is),
  sections.filter((section) => !is(section)),
];

function recommendationBlocks({ recommendations }: InspectionReport): Block[] {
  if (recommendations.length === 0) return [{ kind: 'paragraph', text: 'There are none yet.' }];
  const ordered = [...recommendations].sort((one, other) => one.number - other.number);
  const groups = new Map<string, { number: number; text: string }[]>();
  for (const { addressees, number, text } of ordered) {
    const to = listed(addressees);
    groups.set(to, [...(groups.get(to) ?? []), { number, text }]);
  }
  return [...groups].flatMap(([to, items]): Block[] => [
    { kind: 'paragraph', text: `${to} should:` },
    { kind: 'numbered', items },
  ]);
}

// Names hold “and” themselves, so that commas alone part them.
const listed = (names: readonly string[]) =>
  names.some((name) => name.includes(' and '))
    ? names.join('; ')
    : new Intl.ListFormat('en-GB').format(names);

function contextBlocks({ context }: InspectionReport): Block[] {
  if (context.length === 0) return [];
  const rows = context.map(({ what, value, period, comparedWith }) => [
    what,
    value,
    period ?? 'Not stated',
    comparedWith ?? 'Nothing',
  ]);
  const head = ['What', 'Figure', 'Period', 'Compared with'];
  return [{ kind: 'table', caption: 'The area and the service in figures', head, rows }];
}

function countedBlocks({ diversity }: InspectionReport): Block[] {
  return diversity.map(({ what, counts }) => ({
    kind: 'table',
    caption: `Children whose cases were read: ${what}`,
    head: ['Children', 'Cases'],
    rows: counts.map((one) => [one.what, one.count]),
  }));
}

function methodSection({ method, samples }: InspectionReport): Section {
  const rows = samples.flatMap(({ what, count, counts }) => [
    [what, count],
    ...counts.map((one) => [`${what}: ${one.what}`, one.count]),
  ]);
  const table: Block[] =
    rows.length > 0
      ? [
          {
            kind: 'table',
            caption: 'What was read and who was heard',
            head: ['What', 'Number'],
            rows,
          },
        ]
      : [];
  const sentences = method.map((text): Block => ({ kind: 'paragraph', text }));
  return { id: 'method', title: 'How the inspection was done', blocks: [...sentences, ...table] };
}

function furtherBlocks({ framework, further }: InspectionReport): Block[] {
  return [
    { kind: 'paragraph', text: `Standards and ratings: ${framework.title}. ${framework.source}` },
    ...further.map((link): Block => ({ kind: 'link', ...link })),
  ];
}
