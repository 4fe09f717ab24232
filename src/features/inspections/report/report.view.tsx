import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Contents, WrittenSections } from '../../../ui/layout/written-document.tsx';

type Props = {
  readonly shell: PageShell;
  readonly document: WrittenDocument;
  readonly back: { readonly href: string; readonly text: string };
  readonly wordHref: string;
  /** What an editor still has to mend before the report is published, a sentence each. */
  readonly mend: readonly string[];
};

/** An inspection's report to read, print or take away as a Word file. */
export function ReportPage({ shell, document, back, wordHref, mend }: Props): Html {
  return (
    <Page title={document.title} shell={shell} back={back}>
      <h1 class="govuk-heading-xl">{document.title}</h1>
      {document.opening.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={wordHref}>
          Download the report as a Word document
        </a>
      </p>
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
