import { type Actor, can } from '../../domain/access/can.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { daysShown } from '../../domain/diary/days.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { dayAsked } from '../../record/day-asked.ts';
import { urls } from '../../urls.ts';
import { type Diaries, diariesOf, type Entry, entriesOf, mostEntries } from './diary.queries.ts';
import { DiaryPage, type LinkedEntry } from './diary.view.tsx';
import { isUnwritten } from './entry-words.ts';

/** A day or a week of a worker or a team, in three statements whatever it holds. */
export const diaryRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.diary.page,
    tab: { section: 'home', text: 'Diary', place: 2 },
    permission: 'diary.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, today, now, query, page } = context;
      const diaries = await diariesOf(tx, actor.serviceId, today);
      const { people, ...of } = whoseDiary(actor, diaries, query('of'));
      const span = query('span') === 'day' ? 'day' : 'week';
      const on = dayAsked(context, 'on');
      const days = daysShown(span, on);
      const from = days[0] ?? on;
      const found = await entriesOf(tx, actor.serviceId, people, from, days.at(-1) ?? on);
      return page(
        DiaryPage({
          ...{ shell, now, today, of, span, days, on },
          entries: found.slice(0, mostEntries).map((entry) => linked(actor, entry, now)),
          isCut: found.length > mostEntries,
          options: { diaries: choicesOf(actor, diaries) },
        }),
      );
    },
  }),
];

/** A team by its id, or a person; whoever asks for nobody sees their own. */
function whoseDiary(actor: Actor, { people, teams }: Diaries, asked: string) {
  const team = teams.find(({ id }) => id === asked);
  if (team) {
    const members = people.filter(({ teamId }) => teamId === team.id).map(({ id }) => id);
    return { ...team, isMany: true, people: members };
  }
  const other = people.find(({ id }) => id === asked && id !== actor.staffId);
  if (other) return { id: other.id, name: other.name, isMany: false, people: [other.id] };
  return { id: '', name: actor.name, isMany: false, people: [actor.staffId] };
}

const choicesOf = (actor: Actor, { people, teams }: Diaries) => [
  ...teams.map(({ id, name }) => ({ value: id, text: `Team: ${name}` })),
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
    writeUp:
      isUnwritten(entry, now) && mayWrite
        ? urls.contacts.outcome(entry.childId ?? '', entry.id)
        : null,
  };
}

function hrefOf(actor: Actor, { kind, id, childId }: Entry): string | null {
  if (kind === 'panel') return can(actor, 'panel.view') ? urls.panels.one(id) : null;
  if (!childId) return null;
  if (kind === 'contact') return can(actor, 'contact.view') ? urls.contacts.one(childId, id) : null;
  if (kind === 'hearing') return can(actor, 'child.view') ? urls.court.hearing(childId, id) : null;
  if (!can(actor, 'panel.view')) return null;
  return kind === 'item' ? urls.panels.item(childId, id) : urls.panels.orderItem(childId, id);
}
