import { isQuotedFrom } from '../../../domain/inspections/quotation.ts';
import { reportTexts } from '../../../domain/inspections/workspace.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { type PressPage, writingPress } from './press-page.ts';
import { sourcesOf } from './sources.queries.ts';

const fields = {
  source: code('sources', {
    label: 'Where do the words stand?',
    required: 'Choose the finding or the text that they are from',
  }),
  words: longText({
    label: 'The words',
    hint: 'As they stand there, with “…” where something is left out. Nobody can be recognised.',
    required: 'Write the words that are quoted',
    max: 1000,
    rows: 3,
  }),
  said_by: text({
    label: 'Who said it?',
    hint: 'A role and never a name: “a parent”, “a case manager”, “head of service”',
    required: 'Say who said it, by role',
    max: 200,
  }),
  consent: choice(
    [
      { value: 'waits', text: 'Not asked, or not answered yet' },
      { value: 'given', text: 'They agreed' },
      { value: 'refused', text: 'They refused, or took it back' },
    ],
    {
      label: 'Did they agree to be quoted?',
      hint: 'Only words that somebody agreed to are in the notice. For a child, the child and a parent or carer.',
      required: 'Say whether they agreed to be quoted',
    },
  ),
  consented_on: day({ label: 'When did they agree?', says: 'The day they agreed', within: 'past' }),
  consent_detail: longText({
    label: 'Who asked them, and how did they answer?',
    max: 1000,
    rows: 2,
  }),
};
type Value = ValuesOf<typeof fields>;

async function subject(context: PageContext) {
  const page = await writingPress(context);
  if (!page) return undefined;
  const id = context.param('quotationId');
  const quotation = id === '' ? null : page.quotations.find((each) => each.id === id);
  if (quotation === undefined) return undefined;
  return { ...page, quotation, sources: await sourcesOf(context.tx, page.inspection.id) };
}

const nextNumber = ({ quotations }: PressPage) => (quotations.at(-1)?.number ?? 0) + 1;

/** An agreement is said with its day and how it came about. */
function consentFaults({ consent, consented_on, consent_detail }: Value) {
  if (consent !== 'given') return [];
  return [
    ...(consented_on ? [] : [{ field: 'consented_on-day', message: 'Enter the day they agreed' }]),
    ...(consent_detail
      ? []
      : [{ field: 'consent_detail', message: 'Say who asked them and how they answered' }]),
  ];
}

/** Chooses words to quote, with who said them and whether they agreed. A notice that is issued and not out yet is taken back. */
export const quotationRoutes = serviceForm({
  path: [
    urls.inspections.quotationNew(':inspectionId'),
    urls.inspections.quotation(':inspectionId', ':quotationId'),
  ],
  reads: 'inspection.lead',
  fields,
  subject,
  stored: ({ quotation }) =>
    quotation && { ...quotation, source: quotation.evidence_id ?? quotation.text_part ?? '' },
  options: (_context, { sources }) => ({
    sources: sources.map(({ value, text: words }) => ({ value, text: words })),
  }),
  rules: (value, { sources }) => {
    const from = sources.find(({ value: each }) => each === value.source);
    return [
      ...(from && !isQuotedFrom(value.words, from.words)
        ? [
            {
              field: 'words',
              message: `These words do not stand there. It says: “${from.words.slice(0, 600)}”`,
            },
          ]
        : []),
      ...consentFaults(value),
    ];
  },
  save: async ({ tx, actor }, page, { source, ...value }) => {
    const isText = Object.hasOwn(reportTexts, source);
    const columns = {
      ...value,
      evidence_id: isText ? null : source,
      text_part: isText ? source : null,
    };
    await takeBack(tx, page);
    if (page.quotation) return changeRow(tx, 'press_quotation', page.quotation, columns);
    await addRow(tx, actor, 'press_quotation', {
      inspection_id: page.inspection.id,
      number: nextNumber(page),
      ...columns,
    });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, quotation, notice }, form: { F, ...form } }) => (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="press"
      heading={quotation ? `Quotation ${quotation.number}` : 'Choose words to quote'}
      errors={form.faults}
      back={{ href: urls.inspections.press(inspection.id), text: 'Back to the press notice' }}
    >
      {notice?.issuedAt ? (
        <p class="govuk-body">
          The notice was issued: saving takes it back until it is issued again.
        </p>
      ) : null}
      <FormBox form={form} button="Save the quotation">
        <F.source />
        <F.words />
        <F.said_by />
        <F.consent />
        <F.consented_on />
        <F.consent_detail />
      </FormBox>
    </InspectionPage>
  ),
  done: ({ inspection }) => ({
    to: urls.inspections.press(inspection.id),
    message: 'Saved: the quotation',
  }),
});

async function takeBack(tx: PageContext['tx'], { notice }: PressPage): Promise<void> {
  if (notice?.issuedAt)
    await changeRow(tx, 'press_notice', notice, { issued_at: null, issued_document: null });
}
