import { formatDay } from '../../domain/calendar/day.ts';
import type { PageContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { serviceForm } from '../../record/form-page.ts';
import { serviceList } from '../../record/list-page.tsx';
import { addRow, changeRow } from '../../record/rows.ts';
import { text } from '../../record/text-fields.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { roomsOf } from './rooms.queries.ts';

/** The rooms that appointments are planned for. */
const list = serviceList({
  path: urls.diary.rooms,
  tab: { section: 'account', text: 'Rooms' },
  permission: 'room.manage',
  subject: () => ({}),
  caption: 'Rooms',
  empty: () => 'There is no room yet: add the first, and appointments can be planned for it.',
  rows: async ({ tx }, _subject, { offset, limit }) =>
    (await roomsOf(tx)).slice(offset, offset + limit),
  columns: () => [
    {
      heading: 'Room',
      text: ({ name }) => name,
      cell: ({ id, name }) => (
        <a class="govuk-link" href={urls.diary.room(id)}>
          {name}
        </a>
      ),
    },
    { heading: 'Good to know', text: ({ note }) => note ?? '' },
    {
      heading: 'Closed from',
      text: ({ closed_on }) => (closed_on ? formatDay(closed_on) : ''),
    },
  ],
  view: ({ context: { shell }, list: drawn }) => (
    <Page title="Rooms" shell={shell}>
      <h1 class="govuk-heading-l">Rooms</h1>
      <p class="govuk-body">
        Whoever plans a contact may choose a room. What a room has on a day stands in the diary.
      </p>
      <Button text="Add a room" href={urls.diary.roomNew} />
      {drawn}
    </Page>
  ),
});

/** The room of the address, or none for a new one, and the names of the others. */
async function subject({ tx, param }: PageContext) {
  const all = await roomsOf(tx);
  const id = param('roomId');
  const room = id === '' ? null : all.find((each) => each.id === id);
  return room === undefined ? undefined : { room, others: all.filter((each) => each !== room) };
}

/** Adds a room, or changes or closes one. */
const one = serviceForm({
  path: [urls.diary.roomNew, urls.diary.room(':roomId')],
  reads: 'room.manage',
  fields: {
    name: text({
      label: 'What is it called?',
      hint: 'As people say where it is, such as “Wharf House, room 2”',
      says: 'Room',
      required: 'Enter what the room is called',
      max: 100,
    }),
    note: text({
      label: 'What should whoever books it know?',
      hint: 'Such as how many it holds, or whether there are stairs. May be left blank',
      says: 'Good to know',
      max: 300,
    }),
    closed_on: day({
      label: 'If it is closed: from which day?',
      hint: 'Nothing more is planned for it from then on; what is planned stays until it is moved',
      says: 'The day from which it is closed',
    }),
  },
  subject,
  stored: ({ room }) => room,
  rules: ({ name }, { others }) =>
    others.some((other) => other.name.toLowerCase() === name.toLowerCase())
      ? [{ field: 'name', message: 'There is a room of this name: choose another name' }]
      : [],
  save: async ({ tx, actor }, { room }, value) => {
    if (room) return changeRow(tx, 'room', room, value);
    await addRow(tx, actor, 'room', value);
    return { kind: 'saved' };
  },
  view: ({ shell, subject: { room }, form: { F, ...form } }) => {
    const title = room ? room.name : 'Add a room';
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={{ href: urls.diary.rooms, text: 'Back to rooms' }}
      >
        <h1 class="govuk-heading-l">{title}</h1>
        <FormBox form={form} button="Save the room">
          <F.name />
          <F.note />
          <F.closed_on />
        </FormBox>
      </Page>
    );
  },
  done: (_subject, { name }) => ({ to: urls.diary.rooms, message: `Saved: ${name}` }),
});

export const roomRoutes: readonly Route[] = [...list, ...one];
