import { britishClock, britishDay, britishInstant } from '../../../domain/calendar/british-time.ts';
import { unknownReferences } from '../../../domain/inspections/report-faults.ts';
import { reportFigures } from '../../../domain/inspections/report-figures.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { clock } from '../../../record/clock-field.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { FigureNames } from '../report/figure-names.view.tsx';
import { writingPress } from './press-page.ts';

const fields = {
  headline: text({
    label: 'Headline',
    hint: 'The overall rating first: “Eastmarsh’s own trial inspection comes to {overall}”',
    required: 'Write the headline',
    max: 200,
  }),
  words: longText({
    label: 'What was found',
    hint: 'What a reader who knows nothing of youth justice needs: what is good, what is not, and what happens next. Nobody can be recognised.',
    required: 'Write what was found',
    max: 10_000,
    rows: 10,
  }),
  contact: text({
    label: 'Whom do journalists ask?',
    hint: 'A post and how to reach it',
    required: 'Say whom journalists ask',
    max: 300,
  }),
  embargo_day: day({
    label: 'Embargo until which day?',
    hint: 'Leave the day and the time empty where there is no embargo',
    says: 'The day of the embargo',
    within: 'future',
  }),
  embargo_time: clock({ label: 'And which time?' }),
};
type Value = ValuesOf<typeof fields>;

/** The moment that was typed; null for no embargo, or what to mend. */
function embargoOf({ embargo_day, embargo_time }: Value, now: Date) {
  if (!embargo_day && !embargo_time) return null;
  if (!embargo_time) return { field: 'embargo_time', message: 'Enter the time of the embargo' };
  if (!embargo_day) return { field: 'embargo_day-day', message: 'Enter the day of the embargo' };
  const read = britishInstant(embargo_day, embargo_time);
  if (read.kind !== 'instant') return { field: 'embargo_time', message: read.reason };
  return read.instant > now
    ? read.instant
    : { field: 'embargo_time', message: 'The embargo must end later than now' };
}

async function subject(context: PageContext) {
  const page = await writingPress(context);
  return page ? { ...page, figures: reportFigures(page.report) } : undefined;
}

/** Writes what is told to the press. What was issued and is not out yet is taken back, to be issued anew. */
export const pressEditRoutes = serviceForm({
  path: urls.inspections.pressEdit(':inspectionId'),
  reads: 'inspection.lead',
  fields,
  subject,
  stored: ({ notice }) =>
    notice && {
      ...notice,
      embargo_day: notice.embargoUntil && britishDay(notice.embargoUntil),
      embargo_time: notice.embargoUntil && britishClock(notice.embargoUntil),
    },
  rules: (value, { figures }, { now }) => {
    const embargo = embargoOf(value, now);
    return [
      ...(['headline', 'words'] as const).flatMap((field) => {
        const unknown = unknownReferences(value[field], figures).join(' or ');
        return unknown === ''
          ? []
          : [{ field, message: `No figure is called ${unknown}: use a name from the list` }];
      }),
      ...(embargo && !(embargo instanceof Date) ? [embargo] : []),
    ];
  },
  save: async ({ tx, actor, now }, { inspection, notice }, value) => {
    const embargo = embargoOf(value, now);
    const { headline, words, contact } = value;
    const columns = {
      headline,
      words,
      contact,
      embargo_until: embargo instanceof Date ? embargo : null,
    };
    if (notice)
      return changeRow(tx, 'press_notice', notice, {
        ...columns,
        issued_at: null,
        issued_document: null,
      });
    await addRow(tx, actor, 'press_notice', { inspection_id: inspection.id, ...columns });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, notice, figures }, form: { F, ...form } }) => (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="press"
      heading={notice ? 'Change the press notice' : 'Write the press notice'}
      errors={form.faults}
      back={{ href: urls.inspections.press(inspection.id), text: 'Back to the press notice' }}
    >
      <FigureNames figures={figures} />
      {notice?.issuedAt ? (
        <p class="govuk-body">It was issued: saving takes it back until it is issued again.</p>
      ) : null}
      <FormBox form={form} button="Save the notice">
        <F.headline />
        <F.words />
        <F.contact />
        <F.embargo_day />
        <F.embargo_time />
      </FormBox>
    </InspectionPage>
  ),
  done: ({ inspection }) => ({
    to: urls.inspections.press(inspection.id),
    message: 'Saved: the press notice',
  }),
});
