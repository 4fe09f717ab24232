import type { Block, Section } from '../documents/written-document.ts';
import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { ratingOfPercentage } from './bands.ts';
import type { Framework } from './framework.ts';
import type { StandardLine } from './rate-inspection.ts';
import type { InspectionReport, RelevantCount, StandardFinding } from './report.ts';
import { toneOf } from './report-ratings.ts';

const nothing: StandardFinding = { strengths: [], gaps: [], reason: null, relevant: [] };

/** What was found, one section for each domain and one within it for each standard. */
export function domainSections({
  ratings,
  findings,
  tooFew,
  framework,
}: InspectionReport): Section[] {
  const domains = [...new Set(ratings.lines.map(({ domain }) => domain))];
  return domains.map((domain) => ({
    id: `domain-${domain.id}`,
    title: domain.title,
    blocks: questionBars(
      ratings.lines.filter((line) => line.domain === domain && !tooFew?.has(line.standard.id)),
      framework,
    ),
    sections: ratings.lines
      .filter((line) => line.domain === domain)
      .map((line) =>
        standardSection(
          line,
          findings.get(line.standard.id) ?? nothing,
          tooFew?.has(line.standard.id) ?? false,
        ),
      ),
  }));
}

function standardSection(line: StandardLine, finding: StandardFinding, isTooFew: boolean): Section {
  const { standard, rating, lowest, follows, indicated, isMoved, notYet, unfit } = line;
  const say = (text: string): Block => ({ kind: 'paragraph', text });
  const isFromCases = line.questions.length > 0;
  return {
    id: `standard-${standard.id.replaceAll('.', '-')}`,
    title: `${standard.id} ${standard.title}`,
    blocks: [
      ...(finding.statement ? [say(finding.statement)] : []),
      say(`Rating: ${rating?.name ?? 'not rated yet'}.`),
      ...(isMoved && follows
        ? [say(`The cases give ${follows.name}. The ratings panel moved it by its discretion.`)]
        : []),
      ...(finding.reason ? [say(`Why: ${finding.reason}`)] : []),
      ...(isFromCases && (lowest || standard.rated !== 'judged')
        ? [questionTable(line, isTooFew)]
        : []),
      ...(isTooFew
        ? [
            say(
              'Too few cases were read for their counts and percentages to be printed for readers who see no child’s record.',
            ),
          ]
        : []),
      ...(standard.rated === 'judged' && isFromCases && !lowest
        ? [say('No case was read for it: the rating rests on the other evidence alone.')]
        : []),
      ...(indicated
        ? [
            say(
              `The cases alone would make it ${indicated.name}; they were weighed with the other evidence.`,
            ),
          ]
        : []),
      ...(unfit ? [say(`No rating follows from these cases: ${unfit}.`)] : []),
      ...(isFromCases && lowest && follows && !isTooFew
        ? [say(`The rating is driven by the lowest of these, ${lowest.percentage}%.`)]
        : []),
      ...(isFromCases && notYet > 0 && !isTooFew ? [say(`Cases not judged yet: ${notYet}.`)] : []),
      ...(finding.narrative ?? []).map(say),
      ...relevantTables(
        `Counts of ${standard.id} out of the cases they apply to`,
        finding.relevant,
      ),
      ...listed('Strengths:', finding.strengths),
      ...listed('Areas for improvement:', finding.gaps),
      ...(standard.provisional && !finding.statement
        ? [say(`Provisional: ${standard.provisional}`)]
        : []),
    ],
  };
}

/** Key questions by how many of all cases were judged good enough, in the colour of what each would make of its standard. */
function questionBars(lines: readonly StandardLine[], framework: Framework): Block[] {
  const bars = lines.flatMap(({ standard, questions }) =>
    questions.flatMap(({ id, question, percentage }) =>
      percentage === null
        ? []
        : [
            {
              what: `${id} ${question}`,
              value: percentage,
              says: `${percentage}%`,
              tone:
                standard.rated === 'judged'
                  ? null
                  : toneOf(framework, ratingOfPercentage(framework, percentage)),
            },
          ],
    ),
  );
  return bars.length > 0
    ? [{ kind: 'bars', caption: 'Cases judged yes, of all cases read', most: 100, bars }]
    : [];
}

function questionTable({ standard, questions, lowest }: StandardLine, isTooFew: boolean): Block {
  const mark = smallNumberRules.protecting.mark;
  return {
    kind: 'table',
    caption: `Key questions of ${standard.id}, of all cases read`,
    head: [
      'Question',
      'Yes',
      'Of',
      '% yes',
      ...(standard.rated === 'judged' ? [] : ['Drives the rating']),
    ],
    rows: questions.map(({ question, count, percentage }) => [
      question,
      count ? (isTooFew ? mark : count.yes) : '–',
      count ? (isTooFew ? mark : count.of) : '–',
      percentage === null ? '–' : isTooFew ? mark : `${percentage}%`,
      ...(standard.rated === 'judged'
        ? []
        : [percentage !== null && percentage === lowest?.percentage ? 'Lowest' : 'No']),
    ]),
  };
}

/** What readers judged of management oversight, which no standard rates; nothing where no case was judged on it. */
export const oversightSection = ({ oversight }: InspectionReport): Section[] =>
  oversight.length === 0
    ? []
    : [
        {
          id: 'oversight',
          title: 'Management oversight',
          blocks: relevantTables('Counts out of the cases where it was called for', oversight),
        },
      ];

// Every prompt beneath its key question, in the order in which readers are asked.
const relevantTables = (caption: string, relevant: readonly RelevantCount[]): Block[] =>
  [...Map.groupBy(relevant, ({ question }) => question)].map(([question, some]) => ({
    kind: 'table',
    caption: question ? `What leads to it: ${question}` : caption,
    head: ['What', 'Yes', 'Of the relevant cases'],
    rows: some.map(({ what, yes, of }) => [what, yes, of]),
  }));

function listed(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: title },
    { kind: 'bullets', items },
  ];
}
