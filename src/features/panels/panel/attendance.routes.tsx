import { britishDay } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { Form, PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { type Outcome, serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { AttendancePage } from './attendance.view.tsx';
import { type AttendanceSubject, attendeeFields } from './attendance-form.ts';
import { isAttended } from './attendance-words.ts';
import { openPapers } from './open-papers.ts';
import { type PanelAttendee, type PanelOne, panelOne, staffForPanels } from './panels.queries.ts';

async function subject(context: PageContext): Promise<AttendanceSubject | undefined> {
  const { tx, param, c } = context;
  const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
  if (!panel) return undefined;
  const sent = c.req.method === 'POST' ? await context.form() : null;
  const marks = sent?.text('do') === 'mark' ? sent : null;
  return { panel, staff: await staffForPanels(tx), marks };
}

/** Who came, who sent apologies or a view, and who came in whose place. */
export const attendanceRoutes = serviceForm({
  path: urls.panels.attendance(':panelId'),
  reads: 'panel.manage',
  audit: 'view',
  fields: attendeeFields,
  subject,
  asks: ({ marks }) => (marks ? [] : (Object.keys(attendeeFields) as (keyof Attendee)[])),
  begins: () => ({ is_substitute: 'no' }),
  options: (_context, { panel, staff }) => ({
    people: staff
      .filter(({ id }) => !panel.attendees.some(({ staff_id }) => staff_id === id))
      .map(({ id, name, job_title }) => ({ value: id, text: `${name}, ${job_title}` })),
  }),
  save: (context, subject, person) =>
    subject.marks ? mark(context, subject.panel, subject.marks) : add(context, subject, person),
  view: (page) => <AttendancePage {...page} />,
  done: ({ panel, marks, staff }, { staff_id, name }) =>
    marks
      ? { to: urls.panels.one(panel.id), message: 'Saved: attendance' }
      : {
          to: urls.panels.attendance(panel.id),
          message: `Saved: ${staff.find(({ id }) => id === staff_id)?.name ?? name} is on the panel`,
        },
});

/** Marks who came and whose view came in writing, unless somebody else marked one of them meanwhile. */
async function mark(
  { tx, actor, today }: PageContext,
  { id: panelId, attendees, starts_at }: PanelOne,
  form: Form,
): Promise<Outcome> {
  const changed = attendees.flatMap((person) => {
    const attended = form.text(`attended-${person.id}`);
    const sent_view = form.text(`view-${person.id}`) === 'yes';
    const isSame = attended === person.attended && sent_view === person.sent_view;
    return isSame || !isAttended(attended) ? [] : [{ ...person, attended, sent_view }];
  });
  const early = tooEarly(britishDay(starts_at), today, changed);
  if (early) return early;
  const overtaken = changed.find(
    ({ id, version }) => versionOf(form.text(`version-${id}`)) !== version,
  );
  if (overtaken) return { kind: 'moved-on', id: overtaken.id };
  for (const { attended, sent_view, ...person } of changed) {
    const saved = await changeRow(tx, 'panel_attendee', person, { attended, sent_view });
    if (saved.kind === 'moved-on') return saved;
  }
  await openPapers(tx, actor, panelId);
  return { kind: 'saved' };
}

/** Nobody came, or stayed away, before the day of the panel. */
function tooEarly(
  day: string,
  today: string,
  changed: readonly PanelAttendee[],
): readonly FormFault[] | null {
  const told = changed.find(({ attended }) => attended === 'attended' || attended === 'absent');
  if (day <= today || !told) return null;
  const message = `The panel meets on ${formatDay(day)}: mark on that day whether ${told.name} came. Apologies and views can be marked before`;
  return [{ field: 'attendance', message }];
}

type Attendee = ValuesOf<typeof attendeeFields>;

async function add(
  { tx, actor }: PageContext,
  { panel, staff }: AttendanceSubject,
  { is_substitute, ...given }: Attendee,
): Promise<Outcome> {
  const person = staff.find(({ id }) => id === given.staff_id);
  const name = person?.name ?? given.name;
  if (!name) return [{ field: 'staff_id', message: 'Choose a person, or enter a guest’s name' }];
  if (person && person.agency !== given.agency) {
    const message = `${name} speaks for their own agency: choose that, or add whoever speaks for this one`;
    return [{ field: 'staff_id', message }];
  }
  await addRow(tx, actor, 'panel_attendee', {
    ...given,
    panel_id: panel.id,
    name,
    is_substitute: is_substitute === 'yes',
  });
  await openPapers(tx, actor, panel.id);
  return { kind: 'saved' };
}
