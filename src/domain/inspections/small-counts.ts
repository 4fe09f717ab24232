import { smallNumberRules } from '../figures/small-numbers.data.ts';
import { suppress } from '../figures/suppress.ts';
import type { StandardLine } from './rate-inspection.ts';
import type { InspectionReport, RelevantCount } from './report.ts';

const { count: small, protecting } = smallNumberRules;

/** Said in the copy for readers who see no child's record. */
const boardCopyWords = `This copy is for readers who see no child’s record. Percentages and counts of key questions are printed, small ones too: every rating is worked out from them and could not be followed without, they are of cases drawn by chance, at least as many as the framework’s smallest sample, and judge the work, as in published reports. Everything else keeps to the rule of published figures: ${small.rule} What would give one away is not printed either. A hidden count is ${small.mark} or ${protecting.mark}.`;
/** Said in the copy with small counts. */
export const wholeCopyWords =
  'This copy prints to how few children a prompt applied, for those who may see their records. How many of a group the sample had keeps to the rule of published figures in every copy.';
/** Stands at its head, and on each of its pages. */
export const wholeCopyBanner =
  'With small counts, for those who may see children’s records. Not for passing on: the board’s copy, on the report’s page and in Word, hides them.';

/**
 * A report for readers who see no child's record. To how few children something applied could tell who they are, so counts of prompts
 * hide as published figures do, and so does every figure of a standard for which fewer cases were read than the framework's smallest
 * sample. Ratings stay: they are worked out from the whole counts.
 */
export function withoutSmallCounts(
  report: InspectionReport,
  leastOf: (line: StandardLine) => number | null,
): InspectionReport {
  const casesOf = ({ questions }: StandardLine) =>
    Math.max(0, ...questions.flatMap(({ count }) => (count ? [count.of + count.notYet] : [])));
  const cases = new Map(report.ratings.lines.map((line) => [line.standard.id, casesOf(line)]));
  const all = Math.max(0, ...cases.values());
  return {
    ...report,
    opening: [...report.opening, boardCopyWords],
    tooFew: new Set(
      report.ratings.lines.flatMap((line) => {
        const read = casesOf(line);
        const least = Math.max(leastOf(line) ?? 0, small.most + 1);
        return read > 0 && read < least ? [line.standard.id] : [];
      }),
    ),
    findings: new Map(
      [...report.findings].map(([id, finding]) => [
        id,
        {
          ...finding,
          relevant: finding.relevant.map((each) => hidden(each, cases.get(id) ?? 0)),
        },
      ]),
    ),
    oversight: report.oversight.map((each) => hidden(each, all)),
    samples: report.samples.map((each) =>
      typeof each.count === 'number' && each.isOfPeople && isSmall(each.count)
        ? { ...each, count: small.mark, counts: [] }
        : each,
    ),
  };
}

const isSmall = (count: number) => count >= 1 && count <= small.most;

/** How many cases a prompt applied to, in how many it was met, and so in how many not: of all that were read. */
function hidden(each: RelevantCount, cases: number): RelevantCount {
  const { yes, of } = each;
  if (typeof yes !== 'number' || typeof of !== 'number') return each;
  const cells = [
    { key: 'of', value: of },
    { key: 'yes', value: yes },
    { key: 'no', value: of - yes },
  ];
  const relations = [{ name: 'Those it applied to', total: 'of', parts: ['yes', 'no'] }];
  const isKnown = cases >= of && !isSmall(cases);
  const found = suppress({
    cells: isKnown
      ? [...cells, { key: 'all', value: cases }, { key: 'rest', value: cases - of }]
      : cells,
    relations: isKnown
      ? [...relations, { name: 'All cases', total: 'all', parts: ['of', 'rest'] }]
      : relations,
  });
  // All cases are printed in any case: where they would have to be hidden, nothing of a prompt is.
  if (found.kind === 'refused' || found.marks.has('all') || isSmall(cases))
    return { ...each, yes: protecting.mark, of: protecting.mark };
  return { ...each, yes: found.marks.get('yes') ?? yes, of: found.marks.get('of') ?? of };
}
