import type { Day } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import { oneInspection } from '../inspections.queries.ts';
import { writesIn } from '../may-write.ts';
import { pointFields } from './point-fields.ts';
import { type Point, pointsOf } from './points.queries.ts';

/** The point that the form is about, or the next number of a new one; nothing once the inspection is published. */
async function subject({ tx, actor, param }: PageContext) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  if (!inspection || !writesIn(actor, inspection)) return undefined;
  const points = await pointsOf(tx, inspection.id);
  const id = param('pointId');
  const point = id === '' ? null : points.find((each) => each.id === id);
  if (point === undefined) return undefined;
  return { inspection, point, number: point?.number ?? (points.at(-1)?.number ?? 0) + 1 };
}

// An answer keeps the day that it was first given.
const columnsOf = (form: ValuesOf<typeof pointFields>, before: Point | null, today: Day) => ({
  ...form,
  ...(form.answer === 'open'
    ? { answer: null, answer_reason: null, answered_on: null }
    : { answered_on: (form.answer === before?.answer && before.answered_on) || today }),
});

/** Logs a point of factual accuracy, or answers it. */
export const pointRoutes = serviceForm({
  path: [
    urls.inspections.pointNew(':inspectionId'),
    urls.inspections.point(':inspectionId', ':pointId'),
  ],
  reads: 'inspection.lead',
  fields: pointFields,
  subject,
  stored: ({ point }) => point && { ...point, answer: point.answer ?? 'open' },
  begins: (_about, { today }) => ({ raised_on: today, answer: 'open' as const }),
  rules: ({ answer, answer_reason }) =>
    answer === 'open' || answer_reason
      ? []
      : [
          {
            field: 'answer_reason',
            message: answer === 'accepted' ? 'Say what was changed' : 'Say why it is not accepted',
          },
        ],
  save: async ({ tx, actor, today }, { inspection, point, number }, form) => {
    const columns = columnsOf(form, point, today);
    if (point) return changeRow(tx, 'inspection_point', point, columns);
    await addRow(tx, actor, 'inspection_point', {
      inspection_id: inspection.id,
      number,
      ...columns,
    });
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { inspection, point }, form: { F, ...form } }) => (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="points"
      heading={point ? `Point ${point.number}` : 'Log a point'}
      errors={form.faults}
      back={{ href: urls.inspections.points(inspection.id), text: 'Back to factual accuracy' }}
    >
      <FormBox form={form} button="Save the point">
        <F.point />
        <F.place />
        <F.evidence />
        <F.raised_by />
        <F.raised_on />
        <F.answer />
        <F.answer_reason />
      </FormBox>
    </InspectionPage>
  ),
  done: ({ inspection, number }) => ({
    to: urls.inspections.points(inspection.id),
    message: `Saved: point ${number}`,
  }),
});
