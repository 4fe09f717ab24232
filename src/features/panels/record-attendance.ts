import { z } from 'zod';
import type { Actor } from '../../domain/access/can.ts';
import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { Form } from '../../platform/http/context.ts';
import {
  optionalText,
  requiredChoice,
  requiredText,
  versionOf,
} from '../../platform/http/parse-form.ts';
import { openPapers } from './open-papers.ts';
import type { PanelAttendee } from './panels.queries.ts';

export const attendances = ['expected', 'attended', 'apologies', 'absent'] as const;
const attendance = z.enum(attendances);

/** What each word of attendance is on a page. */
export const attendanceWords: Readonly<Record<(typeof attendances)[number], string>> = {
  expected: 'Expected',
  attended: 'Came',
  apologies: 'Sent apologies',
  absent: 'Did not come',
};

/** Why attendance cannot be saved yet: nobody came, or stayed away, before the day of the panel. */
export function tooEarly(
  startsAt: Date,
  attendees: readonly PanelAttendee[],
  form: Form,
  today: Day,
): string | null {
  const day = britishDay(startsAt);
  if (day <= today) return null;
  const told = attendees.find(({ id }) =>
    ['attended', 'absent'].includes(form.text(`attended-${id}`)),
  );
  return told
    ? `The panel meets on ${formatDay(day)}: mark on that day whether ${told.name} came. Apologies and views can be marked before`
    : null;
}

/** Marks who came and whose view came in writing; gives the names of rows that somebody else changed meanwhile. */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  panelId: string,
  attendees: readonly PanelAttendee[],
  form: Form,
): Promise<string[]> {
  const changed = attendees.flatMap((person) => {
    const attended = attendance.safeParse(form.text(`attended-${person.id}`));
    const sentView = form.text(`view-${person.id}`) === 'yes';
    if (!attended.success) return [];
    if (attended.data === person.attended && sentView === person.sent_view) return [];
    return [{ person, attended: attended.data, sentView }];
  });
  const movedOn = changed
    .filter(({ person }) => versionOf(form.text(`version-${person.id}`)) !== person.version)
    .map(({ person }) => person.name);
  if (movedOn.length > 0) return movedOn;
  for (const { person, attended, sentView } of changed) {
    const result = await tx
      .updateTable('panel_attendee')
      .set({ attended, sent_view: sentView })
      .where('id', '=', person.id)
      .where('version', '=', person.version)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) movedOn.push(person.name);
  }
  if (movedOn.length === 0) await openPapers(tx, actor, panelId);
  return movedOn;
}

export const attendeeForm = z.object({
  staff: z.union([z.uuid(), z.literal('')], 'Choose one of the people listed').default(''),
  name: z.string().trim().max(120).default(''),
  agency: requiredText('Choose the agency they speak for', 60),
  substitute: requiredChoice(['yes', 'no'], 'Select yes if they come in place of somebody'),
  'substitute-for': optionalText(120),
});

/** Adds a person to a panel: one of the service's people, or a guest who will have no access to papers. */
export async function addAttendee(
  tx: Tx,
  actor: Actor,
  panelId: string,
  form: z.output<typeof attendeeForm>,
): Promise<{ kind: 'added'; name: string } | { kind: 'refused'; message: string }> {
  const person = form.staff
    ? await tx
        .selectFrom('staff')
        .select(['id', 'name', 'agency'])
        .where('id', '=', form.staff)
        .executeTakeFirst()
    : null;
  const name = person?.name ?? form.name;
  if (!name) return { kind: 'refused', message: 'Choose a person, or enter a guest’s name' };
  if (person && person.agency !== form.agency)
    return {
      kind: 'refused',
      message: `${person.name} speaks for their own agency: choose that, or add whoever speaks for this one`,
    };
  if (person) {
    const already = await tx
      .selectFrom('panel_attendee')
      .select('id')
      .where('panel_id', '=', panelId)
      .where('staff_id', '=', person.id)
      .executeTakeFirst();
    if (already)
      return { kind: 'refused', message: `${person.name} is already asked to this panel` };
  }
  await tx
    .insertInto('panel_attendee')
    .values({
      service_id: actor.serviceId,
      id: newId(),
      panel_id: panelId,
      staff_id: person?.id ?? null,
      name,
      agency: form.agency,
      is_substitute: form.substitute === 'yes',
      substitute_for: form['substitute-for'],
    })
    .execute();
  await openPapers(tx, actor, panelId);
  return { kind: 'added', name };
}
