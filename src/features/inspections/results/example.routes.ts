import { reportDocument } from '../../../domain/inspections/report-document.ts';
import { reportOfPublished } from '../../../domain/inspections/worked-example.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import { readWorkedExample } from '../../../platform/files/read-inspections.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { wordAnswer } from '../../../record/word-answer.ts';
import { urls } from '../../../urls.ts';
import { ReportPage } from '../report/report.view.tsx';
import { ExamplePage } from './example.view.tsx';
import { ExampleCasesPage } from './example-cases.view.tsx';

/** The published inspection, and the report our own rules make of it. */
function example() {
  const published = readWorkedExample();
  const framework = readFrameworks().find(({ id }) => id === published.framework);
  if (!framework) throw new Error(`There is no framework ${published.framework}`);
  return { published, framework, report: reportOfPublished(published, framework) };
}

const shared = { method: 'get', permission: 'statistics.view', audit: 'none' } as const;

/** One published inspection entered whole: its ratings, its cases, its report. */
export const exampleRoutes: readonly Route[] = [
  pageRoute({
    ...shared,
    path: urls.inspectionResults.example,
    handle: ({ shell, page }) => page(ExamplePage({ shell, ...example() })),
  }),
  pageRoute({
    ...shared,
    path: urls.inspectionResults.exampleCases,
    handle: ({ shell, page }) => page(ExampleCasesPage({ shell, ...example() })),
  }),
  pageRoute({
    ...shared,
    path: urls.inspectionResults.exampleReport,
    handle: ({ shell, page }) =>
      page(
        ReportPage({
          shell,
          document: reportDocument(example().report),
          back: { href: urls.inspectionResults.example, text: 'Back to the worked example' },
          wordHref: urls.inspectionResults.exampleWord,
          mend: [],
        }),
      ),
  }),
  pageRoute({
    ...shared,
    path: urls.inspectionResults.exampleWord,
    handle: (context) => wordAnswer(context, reportDocument(example().report)),
  }),
];
