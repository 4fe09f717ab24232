import { unknownReferences } from '../../../domain/inspections/report-faults.ts';
import { reportFigures } from '../../../domain/inspections/report-figures.ts';
import { reportTexts } from '../../../domain/inspections/workspace.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { writesIn } from '../may-write.ts';
import { openInspection } from '../open-inspection.ts';
import { FigureNames } from './figure-names.view.tsx';
import { type TextPart, textsOf } from './texts.queries.ts';

const fields = {
  words: longText({
    label: 'The words',
    required: 'Write something, or go back',
    max: 40_000,
    rows: 16,
  }),
};

const isPart = (text: string): text is TextPart => Object.hasOwn(reportTexts, text);

async function subject({ tx, actor, param }: PageContext) {
  const part = param('part');
  const open = await openInspection(tx, param('inspectionId'));
  if (!isPart(part) || !open || !writesIn(actor, open.inspection)) return undefined;
  const { inspection } = open;
  const figures = reportFigures({ ratings: open, recommendations: [], samples: [] });
  const text = (await textsOf(tx, inspection.id)).find((each) => each.part === part) ?? null;
  return { inspection, part, text, figures };
}

/** Writes one part of the report. */
export const textRoutes = serviceForm({
  path: urls.inspections.text(':inspectionId', ':part'),
  reads: 'inspection.lead',
  fields,
  subject,
  stored: ({ text }) => text,
  rules: ({ words }, { figures }) => {
    const unknown = unknownReferences(words, figures).join(' or ');
    const message = `No figure is called ${unknown}: use a name from the list of figures`;
    return unknown === '' ? [] : [{ field: 'words', message }];
  },
  save: async ({ tx, actor }, { inspection, part, text }, columns) => {
    if (text) return changeRow(tx, 'inspection_text', text, columns);
    await addRow(tx, actor, 'inspection_text', { inspection_id: inspection.id, part, ...columns });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, part, figures }, form: { F, ...form } }) => {
    const { title, hint } = reportTexts[part];
    return (
      <InspectionPage
        shell={shell}
        inspection={inspection}
        here="texts"
        heading={title}
        errors={form.faults}
        back={{ href: urls.inspections.texts(inspection.id), text: 'Back to report texts' }}
      >
        <FigureNames figures={figures} />
        <FormBox form={form} button="Save this part">
          <F.words label={title} hint={hint} />
        </FormBox>
      </InspectionPage>
    );
  },
  done: ({ inspection, part }) => ({
    to: urls.inspections.texts(inspection.id),
    message: `Saved: ${reportTexts[part].title}`,
  }),
});
