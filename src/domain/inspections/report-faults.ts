import type { InspectionReport, ReportText } from './report.ts';
import { type ReportFigure, reportFigures } from './report-figures.ts';
import { readReportText } from './report-text.ts';
import { reportTexts } from './workspace.data.ts';

/** References of a text that no figure has: they are mended before it is saved. */
export function unknownReferences(text: string, figures: readonly ReportFigure[]): string[] {
  return readReportText(text, figures).problems.flatMap(({ reference, problem }) =>
    problem === 'unknown' ? [reference] : [],
  );
}

/** What an editor should look at before a report is published, a sentence each. */
export function reportFaults(report: InspectionReport): string[] {
  const figures = reportFigures(report);
  return (Object.keys(reportTexts) as ReportText[]).flatMap((part) => {
    const { title } = reportTexts[part];
    const { problems, typedNumbers } = readReportText(report.texts[part], figures);
    return [
      ...(report.texts[part].trim() === '' ? [`${title}: nothing is written yet.`] : []),
      ...problems.map(({ reference, problem }) =>
        problem === 'unknown'
          ? `${title}: ${reference} is no figure of this inspection.`
          : `${title}: ${reference} is not known yet.`,
      ),
      ...(typedNumbers.length > 0
        ? [
            `${title}: typed as numbers, which stay when the figures change: ${typedNumbers.join(', ')}.`,
          ]
        : []),
    ];
  });
}
