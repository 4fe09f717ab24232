import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import { FormBox, type FormView } from '../../../record/form-box.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { WrittenHead, WrittenSections } from '../../../ui/layout/written-document.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { QuotationRow } from './press.queries.ts';
import type { PressPage } from './press-page.ts';

type Props = {
  readonly shell: PageShell;
  readonly page: PressPage;
  readonly form: Omit<FormView, 'F'>;
  readonly document: WrittenDocument | null;
};

/** A press notice beside its inspection: how it stands, what it may quote, and the notice itself. */
export function PressView({ shell, page, form, document }: Props): Html {
  const { inspection, notice, mayWrite } = page;
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="press"
      heading="Press notice"
      errors={form.faults}
    >
      <div class="fh-no-print">
        <p class="govuk-body">{standsWords(page)}</p>
        {mayWrite ? (
          <p class="fh-actions">
            <Button
              text={notice ? 'Change the notice' : 'Write the notice'}
              href={urls.inspections.pressEdit(inspection.id)}
            />
          </p>
        ) : null}
        <h2 class="govuk-heading-m">Quotations</h2>
        <Quotations page={page} />
        {form.mayWrite && !form.closed ? (
          <>
            <h2 class="govuk-heading-m" id="issue">
              Issue it
            </h2>
            <p class="govuk-body">
              It is kept as it stands. A change before it is out takes it back, to be issued anew;
              once it is out nothing in it changes.
            </p>
            <FormBox form={form} button="Issue the notice" />
          </>
        ) : null}
      </div>
      {document ? (
        <article aria-label="The notice">
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={urls.inspections.pressWord(inspection.id)}>
              Download the notice as a Word document
            </a>
          </p>
          <WrittenHead document={document} level={2} />
          <WrittenSections sections={document.sections} />
        </article>
      ) : null}
    </InspectionPage>
  );
}

function standsWords({ notice, isOut, inspection }: PressPage): string {
  if (!notice) return 'No notice is written yet.';
  if (isOut) return 'It is out, and stays as it went out.';
  if (notice.issuedAt)
    return `Issued on ${formatInstant(notice.issuedAt)}. Until its embargo is over only those read it who may see the report.`;
  return inspection.state === 'published'
    ? 'Not issued: the head of service issues it. Only those who hold the inspection read it until then.'
    : 'Not issued: the head of service issues it once the report is published. Only those who hold the inspection read it until then.';
}

const consentWords = ({ consent, consented_on, consent_detail }: QuotationRow) =>
  ({
    given: `Agreed${consented_on ? ` on ${formatDay(consented_on)}` : ''}: ${consent_detail ?? ''}`,
    waits: 'Not in the notice: they have not been asked, or not answered',
    refused: `Not in the notice: refused or taken back${consent_detail ? `: ${consent_detail}` : ''}`,
  })[consent];

function Quotations({ page: { inspection, quotations, mayWrite } }: { readonly page: PressPage }) {
  return (
    <>
      {quotations.length === 0 ? (
        <p class="govuk-body">Nothing is chosen to be quoted.</p>
      ) : (
        <DataTable
          caption="Words chosen to be quoted"
          rows={quotations}
          columns={[
            {
              heading: 'Words',
              cell: (row) =>
                mayWrite ? (
                  <a class="govuk-link" href={urls.inspections.quotation(inspection.id, row.id)}>
                    “{row.words}”
                  </a>
                ) : (
                  `“${row.words}”`
                ),
            },
            { heading: 'Said by', cell: ({ said_by }) => said_by },
            { heading: 'Consent', cell: consentWords },
          ]}
        />
      )}
      {mayWrite ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.inspections.quotationNew(inspection.id)}>
            Choose words to quote
          </a>
        </p>
      ) : null}
    </>
  );
}
