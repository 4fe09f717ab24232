import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { oneInspection } from '../inspections.queries.ts';
import { writesIn } from '../may-write.ts';
import { meetingsOf } from './panel.queries.ts';

const fields = {
  held_on: day({
    label: 'When was it?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  attended: longText({
    label: 'Who attended?',
    hint: 'One a line, with what they do, such as “Nasir Hollyoak, practice manager”',
    required: 'Enter who attended',
    max: 4000,
    rows: 5,
  }),
  notes: longText({
    label: 'Notes',
    hint: 'What the panel looked at. Ratings and their reasons are recorded with each standard.',
  }),
};

async function subject({ tx, actor, param }: PageContext) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  if (!inspection || !writesIn(actor, inspection, 'inspection.rate')) return undefined;
  const id = param('meetingId');
  if (id === '') return { inspection, meeting: null };
  const meeting = (await meetingsOf(tx, inspection.id)).find((each) => each.id === id);
  return meeting && { inspection, meeting };
}

/** Records a meeting of the ratings panel, or changes what was recorded. */
export const meetingRoutes = serviceForm({
  path: [
    urls.inspections.meetingNew(':inspectionId'),
    urls.inspections.meeting(':inspectionId', ':meetingId'),
  ],
  reads: 'inspection.lead',
  fields,
  subject,
  stored: ({ meeting }) => meeting && { ...meeting, held_on: meeting.heldOn },
  begins: (_about, { today }) => ({ held_on: today }),
  save: async ({ tx, actor }, { inspection, meeting }, columns) => {
    if (meeting) return changeRow(tx, 'inspection_panel', meeting, columns);
    await addRow(tx, actor, 'inspection_panel', { inspection_id: inspection.id, ...columns });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, meeting }, form: { F, ...form } }) => (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="panel"
      heading={
        meeting ? `Meeting of ${formatDay(meeting.heldOn)}` : 'Record a meeting of the panel'
      }
      errors={form.faults}
      back={{ href: urls.inspections.panel(inspection.id), text: 'Back to the ratings panel' }}
    >
      <FormBox form={form} button="Save the meeting">
        <F.held_on />
        <F.attended />
        <F.notes />
      </FormBox>
    </InspectionPage>
  ),
  done: ({ inspection }) => ({
    to: urls.inspections.panel(inspection.id),
    message: 'Saved: the meeting',
  }),
});
