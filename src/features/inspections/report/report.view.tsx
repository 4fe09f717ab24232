import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Contents, WrittenHead, WrittenSections } from '../../../ui/layout/written-document.tsx';
import { urls } from '../../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly document: WrittenDocument;
  readonly back: { readonly href: string; readonly text: string };
  readonly wordHref: string;
  /** For those who may read either: which copy this is, and of what. Null for whoever reads the board's alone. */
  readonly copies?: { readonly isBoards: boolean; readonly of: string } | null;
  /** What an editor still has to mend before the report is published, a sentence each. */
  readonly mend: readonly string[];
};

/** An inspection's report to read, print or take away as a Word file. */
export function ReportPage({ shell, document, back, wordHref, mend, copies = null }: Props): Html {
  return (
    <Page title={document.title} shell={shell} back={back}>
      <WrittenHead document={document} />
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={wordHref}>
          Download the report as a Word document
        </a>
      </p>
      {copies ? (
        <p class="govuk-body fh-no-print">
          {copies.isBoards ? (
            <a class="govuk-link" href={urls.inspections.report(copies.of)}>
              Read the copy with small counts
            </a>
          ) : (
            <a class="govuk-link" href={urls.inspections.report(copies.of, 'board')}>
              Read the board’s copy, to pass on
            </a>
          )}
        </p>
      ) : null}
      {mend.length > 0 ? (
        <section aria-labelledby="mend" class="fh-card fh-card-warning fh-no-print">
          <h2 class="govuk-heading-m" id="mend">
            Before this is published
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {mend.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Contents sections={document.sections} />
      <WrittenSections sections={document.sections} />
    </Page>
  );
}
