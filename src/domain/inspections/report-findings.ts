import type { Block, Section } from '../documents/written-document.ts';
import type { StandardLine } from './rate-inspection.ts';
import type { InspectionReport, StandardFinding } from './report.ts';

const nothing: StandardFinding = { strengths: [], gaps: [], reason: null, relevant: [] };

/** What was found, one section for each domain and one within it for each standard. */
export function domainSections({ ratings, findings }: InspectionReport): Section[] {
  const domains = [...new Set(ratings.lines.map(({ domain }) => domain))];
  return domains.map((domain) => ({
    id: `domain-${domain.id}`,
    title: domain.title,
    blocks: [],
    sections: ratings.lines
      .filter((line) => line.domain === domain)
      .map((line) => standardSection(line, findings.get(line.standard.id) ?? nothing)),
  }));
}

function standardSection(line: StandardLine, finding: StandardFinding): Section {
  const { standard, rating, lowest, follows, isMoved, notYet } = line;
  const say = (text: string): Block => ({ kind: 'paragraph', text });
  const isFromCases = standard.rated === 'lowest-key-question';
  return {
    id: `standard-${standard.id.replaceAll('.', '-')}`,
    title: `${standard.id} ${standard.title}`,
    blocks: [
      say(`Rating: ${rating?.name ?? 'not rated yet'}.`),
      ...(isMoved && follows
        ? [say(`The cases give ${follows.name}. The ratings panel moved it by its discretion.`)]
        : []),
      ...(finding.reason ? [say(`Why: ${finding.reason}`)] : []),
      ...(isFromCases ? [questionTable(line)] : []),
      ...(isFromCases && lowest
        ? [say(`The rating is driven by the lowest of these, ${lowest.percentage}%.`)]
        : []),
      ...(isFromCases && notYet > 0 ? [say(`Cases not judged yet: ${notYet}.`)] : []),
      ...(finding.relevant.length > 0 ? [relevantTable(standard.id, finding)] : []),
      ...listed('Strengths:', finding.strengths),
      ...listed('Areas for improvement:', finding.gaps),
      ...(standard.provisional ? [say(`Provisional: ${standard.provisional}`)] : []),
    ],
  };
}

function questionTable({ standard, questions, lowest }: StandardLine): Block {
  return {
    kind: 'table',
    caption: `Key questions of ${standard.id}, of all cases read`,
    head: ['Question', 'Yes', 'Of', '% yes', 'Drives the rating'],
    rows: questions.map(({ question, count, percentage }) => [
      question,
      count?.yes ?? '–',
      count?.of ?? '–',
      percentage === null ? '–' : `${percentage}%`,
      percentage !== null && percentage === lowest?.percentage ? 'Lowest' : 'No',
    ]),
  };
}

function relevantTable(standard: string, { relevant }: StandardFinding): Block {
  return {
    kind: 'table',
    caption: `Counts of ${standard} out of the cases they apply to`,
    head: ['What', 'Yes', 'Of the relevant cases'],
    rows: relevant.map(({ what, yes, of }) => [what, yes, of]),
  };
}

function listed(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: title },
    { kind: 'bullets', items },
  ];
}
