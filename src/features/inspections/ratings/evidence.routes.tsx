import { standardOf } from '../../../domain/inspections/in-framework.ts';
import { evidenceSources } from '../../../domain/inspections/workspace.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { writesIn } from '../may-write.ts';
import { openInspection } from '../open-inspection.ts';
import { oneEvidence } from './evidence.queries.ts';

const fields = {
  bears: choice(
    [
      { value: 'strength', text: 'A strength' },
      { value: 'gap', text: 'A gap' },
    ],
    {
      label: 'What is it?',
      required: 'Choose whether it is a strength or a gap',
      as: 'inline-radios',
    },
  ),
  finding: longText({
    label: 'What was found?',
    hint: 'One finding in a sentence or two, as it would stand in the report. Name no child and no member of staff.',
    required: 'Write what was found',
    max: 8000,
  }),
  key_question: code('keyQuestions', {
    label: 'Key question',
    hint: 'Leave it open when the finding bears on the whole standard',
  }),
  source: choice(
    Object.entries(evidenceSources).map(([value, text]) => ({ value, text })),
    { label: 'Where was it seen?', required: 'Choose where it was seen', as: 'small-radios' },
  ),
  source_detail: text({
    label: 'Which one?',
    hint: 'For example: board minutes of 4 March; interview with a manager',
    required: 'Say which document, meeting or interview',
    max: 500,
  }),
  seen_on: day({
    label: 'When was it seen?',
    says: 'The day it was seen',
    required: 'Enter the day it was seen',
    within: 'past',
  }),
  withdrawn_reason: text({
    label: 'Take it back: why?',
    hint: 'Leave this blank to keep the finding. A finding that is taken back is kept, and is not part of the report.',
    max: 500,
  }),
};

/** The standard that is written about, and the finding if there is one already; undefined once published. */
async function subject({ tx, actor, param }: PageContext) {
  const open = await openInspection(tx, param('inspectionId'));
  if (!open || !writesIn(actor, open.inspection)) return undefined;
  const id = param('evidenceId');
  const evidence = id === '' ? null : await oneEvidence(tx, open.inspection.id, id);
  if (evidence === undefined) return undefined;
  const standard = standardOf(open.framework, evidence?.standard ?? param('standard'));
  return standard ? { inspection: open.inspection, standard, evidence } : undefined;
}

/** Findings: strengths and gaps against a standard. */
export const evidenceRoutes = serviceForm({
  path: [
    urls.inspections.evidenceNew(':inspectionId', ':standard'),
    urls.inspections.evidence(':inspectionId', ':evidenceId'),
  ],
  reads: 'inspection.lead',
  fields,
  subject,
  stored: ({ evidence }) =>
    evidence && {
      ...evidence,
      key_question: evidence.keyQuestion,
      source_detail: evidence.sourceDetail,
      seen_on: evidence.seenOn,
      withdrawn_reason: evidence.withdrawnReason,
    },
  options: (_context, { standard }) => ({
    keyQuestions: standard.keyQuestions.map(({ id, question }) => ({
      value: id,
      text: `${id} ${question}`,
    })),
  }),
  save: async ({ tx, actor }, { inspection, standard, evidence }, columns) => {
    if (evidence) return changeRow(tx, 'inspection_evidence', evidence, columns);
    const about = { inspection_id: inspection.id, standard: standard.id };
    await addRow(tx, actor, 'inspection_evidence', { ...about, ...columns });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, standard, evidence }, form: { F, ...form } }) => {
    const name = `${standard.id} ${standard.title}`;
    return (
      <InspectionPage
        shell={shell}
        inspection={inspection}
        here="overview"
        heading={evidence ? `Change a finding: ${name}` : `Add a finding: ${name}`}
        errors={form.faults}
        back={{
          href: urls.inspections.standard(inspection.id, standard.id),
          text: `Back to ${name}`,
        }}
      >
        <FormBox form={form} button="Save the finding">
          <F.bears />
          <F.finding />
          <F.key_question />
          <F.source />
          <F.source_detail />
          <F.seen_on />
          {evidence ? <F.withdrawn_reason /> : null}
        </FormBox>
      </InspectionPage>
    );
  },
  done: ({ inspection, standard }, { withdrawn_reason }) => ({
    to: urls.inspections.standard(inspection.id, standard.id),
    message: withdrawn_reason ? 'Taken back: the finding' : 'Saved: the finding',
  }),
});
