import { formatInstant } from '../calendar/british-time.ts';
import { type Block, paragraphsOf, type WrittenDocument } from '../documents/written-document.ts';
import type { InspectionReport } from './report.ts';
import { reportFigures } from './report-figures.ts';
import { ratingBlocks } from './report-ratings.ts';
import { readReportText } from './report-text.ts';

export type PressNotice = {
  readonly headline: string;
  /** As typed, with references such as {score}. */
  readonly words: string;
  readonly contact: string;
};
export type Quotation = { readonly words: string; readonly saidBy: string };

/** What is told to the press of an inspection, each figure as the report has it. */
export function pressDocument(
  report: InspectionReport,
  notice: PressNotice,
  quotations: readonly Quotation[],
): WrittenDocument {
  const { overall } = report.ratings;
  const figures = reportFigures(report);
  const told = (text: string) => readReportText(text, figures).text;
  const says = (text: string): Block => ({ kind: 'paragraph', text });
  return {
    title: told(notice.headline),
    opening: [
      `${report.service}. Overall rating: ${overall.rating?.name ?? 'not known yet'}.`,
      ...report.opening,
    ],
    sections: [
      { id: 'told', title: 'What was found', blocks: paragraphsOf(told(notice.words)) },
      { id: 'ratings', title: 'Ratings', blocks: ratingBlocks(report) },
      ...(quotations.length > 0
        ? [
            {
              id: 'said',
              title: 'What was said',
              blocks: quotations.map(
                ({ words, saidBy }): Block => ({ kind: 'quotation', text: words, by: saidBy }),
              ),
            },
          ]
        : []),
      {
        id: 'editors',
        title: 'Notes for editors',
        blocks: [
          says(`Report: ${report.title}. Standards and ratings: ${report.framework.title}.`),
          ...report.method.map(says),
          ...(quotations.length > 0
            ? [says('Everybody quoted agreed to it, and is named by role alone.')]
            : []),
          says(`Who to ask: ${notice.contact}`),
        ],
      },
    ],
  };
}

/** The same under its embargo until that is over; a draft says that it is one. */
export function withEmbargo(
  document: WrittenDocument,
  { embargoUntil, isIssued }: { readonly embargoUntil: Date | null; readonly isIssued: boolean },
  now: Date,
): WrittenDocument {
  const held =
    embargoUntil && embargoUntil > now
      ? `Under embargo until ${formatInstant(embargoUntil)}: not to be published or passed on before then.`
      : '';
  const banner = [isIssued ? '' : 'Draft, not issued.', held].filter(Boolean).join(' ');
  return banner ? { ...document, banner } : document;
}

/** What stands in the way of issuing a notice, a sentence each. */
export function whyNotIssued(report: InspectionReport, notice: PressNotice): string[] {
  const figures = reportFigures(report);
  return [notice.headline, notice.words].flatMap((text) =>
    readReportText(text, figures).problems.map(({ reference, problem }) =>
      problem === 'unknown'
        ? `${reference} is no figure of this inspection.`
        : `${reference} is not known yet.`,
    ),
  );
}
