import { factBlocks } from '../../../domain/reports/report-document.ts';
import type { ReportSection } from '../../../domain/reports/template.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { ticks } from '../../../record/choice-fields.tsx';
import type { Option } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm, type Outcome } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { WrittenBlocks } from '../../../ui/layout/written-document.tsx';
import { urls } from '../../../urls.ts';
import {
  choicesFor,
  closedWords,
  type OpenReport,
  reportAsked,
  writesReport,
} from './report-words.ts';

const asks = {
  '': 'What was chosen',
  custody: 'How does the case stand to the custody threshold?',
  proposal: 'What is proposed?',
  alternatives: 'What else was considered?',
} as const;

const fields = {
  chosen: ticks('chosen', { label: asks[''] }),
  words: longText({
    label: 'Your words',
    required: 'Write something under this heading',
    rows: 14,
  }),
};

type Asked = OpenReport & { readonly section: ReportSection; readonly choices: readonly Option[] };

async function subject(context: ChildContext): Promise<Asked | undefined> {
  const open = await reportAsked(context);
  const section = open?.sections.find(({ code }) => code === context.param('heading'));
  return (
    open && section && { ...open, section, choices: await choicesFor(context, section, open.kind) }
  );
}
const rowOf = ({ report, section }: Asked) =>
  report.sections.find((row) => row.section === section.code) ?? null;

/** One heading of a report: what is asked there, what the record tells, and what its author writes. */
export const sectionRoutes: readonly Route[] = childForm({
  path: urls.courtReports.section(':childId', ':reportId', ':heading'),
  tab: { under: urls.courtReports.list(':childId') },
  reads: writesReport.permission,
  mayWrite: (context) => mayWrite(writesReport, context),
  closed: (asked: Asked) => closedWords(asked),
  fields,
  subject,
  stored: rowOf,
  asks: ({ section }) => (section.asks === '' ? ['words'] : ['chosen', 'words']),
  options: (_context, { choices }) => ({ chosen: choices }),
  rules: ({ chosen }, { section }) => {
    const { length } = chosen ?? [];
    if (section.asks === 'custody' && length !== 1)
      return [{ field: 'chosen', message: 'Choose one answer' }];
    return section.asks === 'proposal' && length === 0
      ? [{ field: 'chosen', message: 'Choose what is proposed' }]
      : [];
  },
  save: saveSection,
  view: ({ context, subject: asked, form: { F, ...form } }) => {
    const { report, kind, section, facts } = asked;
    return (
      <ChildFrame
        context={context}
        title={section.label}
        heading={
          <>
            <span class="govuk-caption-l">{kind.label}</span>
            {section.label}
          </>
        }
        faults={form.faults}
        back={{
          href: urls.courtReports.one(context.child.id, report.id),
          text: 'Back to the report',
        }}
      >
        <p class="govuk-body">{section.prompt}</p>
        {section.facts.length > 0 ? (
          <section aria-labelledby="from-the-record" class="fh-card">
            <h2 class="govuk-heading-s" id="from-the-record">
              Stands in the report by itself
            </h2>
            <WrittenBlocks blocks={factBlocks(facts, section.facts)} />
          </section>
        ) : null}
        <FormBox form={form}>
          {section.asks === '' ? null : <F.chosen label={asks[section.asks]} />}
          <F.words />
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ report }, _value, { child }) => ({
    to: urls.courtReports.one(child.id, report.id),
    message: 'Saved: what stands under this heading',
  }),
});

/** Two people who begin one heading at once meet; whoever begins a report that nobody writes is its author. */
async function saveSection(
  { tx, actor, child }: ChildContext,
  asked: Asked,
  { words, chosen }: { readonly words: string; readonly chosen?: readonly string[] },
): Promise<Outcome> {
  const { report, section } = asked;
  const row = rowOf(asked);
  const columns = { words, chosen: [...(chosen ?? [])] };
  if (report.author_id === null)
    await changeRow(tx, 'court_report', report, { author_id: actor.staffId });
  if (row) return changeRow(tx, 'court_report_section', row, columns);
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('court_report_section')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      child_id: child.id,
      report_id: report.id,
      section: section.code,
      ...columns,
    })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirstOrThrow();
  return { kind: added === 1n ? 'saved' : 'moved-on' };
}
