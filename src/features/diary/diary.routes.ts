import { type Actor, can } from '../../domain/access/can.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { overlaps, spanOf } from '../../domain/diary/clash.ts';
import { daysShown } from '../../domain/diary/days.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { dayAsked } from '../../record/day-asked.ts';
import { urls } from '../../urls.ts';
import { type Diaries, diariesOf, type Entry, entriesOf, mostEntries } from './diary.queries.ts';
import { DiaryPage, type LinkedEntry } from './diary.view.tsx';
import { isUnwritten } from './entry-words.ts';
import { feedRoutes } from './feed.routes.tsx';
import { roomRoutes } from './rooms.routes.tsx';

/** A day or a week of a worker or a team, in two statements whatever it holds. */
export const diaryRoutes: readonly Route[] = [
  ...roomRoutes,
  ...feedRoutes,
  pageRoute({
    method: 'get',
    path: urls.diary.page,
    tab: { section: 'home', text: 'Diary', place: 2 },
    permission: 'diary.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, today, now, query, page } = context;
      const diaries = await diariesOf(tx, actor.serviceId, today);
      const { whose, ...of } = whoseDiary(actor, diaries, query('of'));
      const span = query('span') === 'day' ? 'day' : 'week';
      const on = dayAsked(context, 'on');
      const days = daysShown(span, on);
      const from = days[0] ?? on;
      const found = await entriesOf(tx, actor.serviceId, whose, from, days.at(-1) ?? on);
      return page(
        DiaryPage({
          ...{ shell, now, today, of, span, days, on },
          entries: withClashes(
            found.slice(0, mostEntries).map((entry) => linked(actor, entry, now)),
            whose.room !== null,
          ),
          isCut: found.length > mostEntries,
          options: { diaries: choicesOf(actor, diaries) },
        }),
      );
    },
  }),
];

/** A room or a team by its id, or a person; whoever asks for nobody sees their own. */
function whoseDiary(actor: Actor, { people, teams, rooms }: Diaries, asked: string) {
  const room = rooms.find(({ id }) => id === asked);
  if (room) return { ...room, isMany: true, whose: { people: [], room } };
  const team = teams.find(({ id }) => id === asked);
  const members = people.filter(({ teamId }) => teamId === team?.id).map(({ id }) => id);
  if (team) return { ...team, isMany: true, whose: { people: members, room: null } };
  const other = people.find(({ id }) => id === asked && id !== actor.staffId);
  const { id, name } = other ?? { id: '', name: actor.name };
  return { id, name, isMany: false, whose: { people: [id || actor.staffId], room: null } };
}

const choicesOf = (actor: Actor, { people, teams, rooms }: Diaries) => [
  ...teams.map(({ id, name }) => ({ value: id, text: `Team: ${name}` })),
  ...rooms.map(({ id, name }) => ({ value: id, text: `Room: ${name}` })),
  ...people
    .filter(({ id }) => id !== actor.staffId)
    .map(({ id, name }) => ({ value: id, text: name })),
];

/** Where an entry leads, when the reader may open it; a contact whose time has come, to what happened at it. */
function linked(actor: Actor, entry: Entry, now: Date): LinkedEntry {
  const mayWrite = mayWriteContacts(actor, { via: entry.tied ? 'allocated' : 'service' });
  return {
    ...entry,
    href: hrefOf(actor, entry),
    clashes: false,
    writeUp:
      isUnwritten(entry, now) && mayWrite
        ? urls.contacts.outcome(entry.childId ?? '', entry.id)
        : null,
  };
}

/** Marks what wants the same time: of one child, one person, or the room whose diary it is. */
function withClashes(entries: readonly LinkedEntry[], inRoom: boolean): readonly LinkedEntry[] {
  return entries.map((one) => ({
    ...one,
    clashes: isToCome(one) && entries.some((other) => wantSameTime(one, other, inRoom)),
  }));
}

const isToCome = ({ state }: Entry) => state === 'planned' || state === 'expected';
const kindOf = ({ kind }: Entry) => (kind === 'item' || kind === 'order-item' ? 'panel' : kind);

function wantSameTime(one: Entry, other: Entry, inRoom: boolean): boolean {
  if (one.id === other.id || one.day !== other.day || !isToCome(other)) return false;
  const sameChild = one.childId !== null && one.childId === other.childId;
  const samePerson = one.there.some((id) => other.there.includes(id));
  if (!sameChild && !samePerson && !inRoom) return false;
  return overlaps(spanOf({ ...one, what: kindOf(one) }), spanOf({ ...other, what: kindOf(other) }));
}

function hrefOf(actor: Actor, { kind, id, childId }: Entry): string | null {
  if (kind === 'panel') return can(actor, 'panel.view') ? urls.panels.one(id) : null;
  if (!childId) return null;
  if (kind === 'contact') return can(actor, 'contact.view') ? urls.contacts.one(childId, id) : null;
  if (kind === 'hearing') return can(actor, 'child.view') ? urls.court.hearing(childId, id) : null;
  if (!can(actor, 'panel.view')) return null;
  return kind === 'item' ? urls.panels.item(childId, id) : urls.panels.orderItem(childId, id);
}
