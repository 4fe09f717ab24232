import type { Permission } from '../access/permissions.data.ts';
import { type Room, rooms, type Section, sections } from './places.data.ts';

/**
 * Where a page stands: it is a page of a room of a child's record, or of a section of the service, or it belongs to
 * such a page at another address. What lies below a page's address stands where the page does, without saying so.
 */
export type Tab =
  | ({ readonly room: Room } & Words)
  /** `keeps` names what the address asks that the section's other pages are asked too, as which team. */
  | ({ readonly section: Section; readonly keeps?: string } & Words)
  | { readonly under: string };

/** Pages stand by their place, smaller first; one that names none comes after the fourth. */
type Words = { readonly text: string; readonly place?: number };

export type Standing = {
  readonly path: string;
  readonly permission: Permission | 'signed-in';
  readonly tab: Tab;
};

export type MenuPage = { readonly text: string; readonly href: string; readonly isHere: boolean };
export type MenuGroup = MenuPage & {
  readonly id: Room | Section;
  readonly pages: readonly MenuPage[];
};

type Asked = {
  readonly path: string;
  readonly may: (permission: Permission | 'signed-in') => boolean;
  /** Fills what an address leaves open: the child of a room's page, the team of a section's. */
  readonly hrefOf: (path: string, keeps?: string) => string;
};

/** The rooms, or the sections, that hold a page which the person may open, each with those pages and where they are now. */
export function menuOf(
  kind: 'room' | 'section',
  standings: readonly Standing[],
  { path, may, hrefOf }: Asked,
): readonly MenuGroup[] {
  const here = standsAt(kind, standings, path);
  const names: Readonly<Record<string, string>> = kind === 'room' ? rooms : sections;
  return [...placesOf(kind, standings).pages].flatMap(([id, all]) => {
    const pages = all.flatMap(({ path: of, permission, tab }) => {
      if (!may(permission)) return [];
      const keeps = 'section' in tab ? tab.keeps : undefined;
      return [{ text: tab.text, href: hrefOf(of, keeps), isHere: of === here }];
    });
    const [first] = pages;
    if (!first) return [];
    // A section of one page is called what the page is; a record has the same rooms for everybody.
    const text = kind === 'section' && pages.length === 1 ? first.text : (names[id] ?? '');
    return [{ id, text, href: first.href, isHere: pages.some(({ isHere }) => isHere), pages }];
  });
}

/** The address of the page that an address stands at: the one that it lies below by the longest way. */
export function standsAt(
  kind: 'room' | 'section',
  standings: readonly Standing[],
  path: string,
): string | undefined {
  const asked = partsOf(path);
  return placesOf(kind, standings).known.find(({ at }) => covers(at, asked))?.to;
}

type Placed = Standing & { readonly tab: Exclude<Tab, { readonly under: string }> };
type Places = {
  /** The pages of each room or section, in their order. */
  readonly pages: ReadonlyMap<Room | Section, readonly Placed[]>;
  /** Which page each address stands at, the longest first. */
  readonly known: readonly { readonly at: readonly string[]; readonly to: string }[];
};

const found = { room: new WeakMap<object, Places>(), section: new WeakMap<object, Places>() };

// Where the pages stand is the same for every request, and takes longer to find than a menu to make.
function placesOf(kind: 'room' | 'section', standings: readonly Standing[]): Places {
  const before = found[kind].get(standings);
  if (before) return before;
  const ids = Object.keys(kind === 'room' ? rooms : sections) as (Room | Section)[];
  const entries = standings.filter(
    (standing): standing is Placed => groupOf(kind, standing.tab) !== undefined,
  );
  const inPlace = entries.toSorted((a, b) => (a.tab.place ?? 5) - (b.tab.place ?? 5));
  const paths = new Set(entries.map(({ path }) => path));
  const known = standings.flatMap(({ path, tab }) => {
    const to = 'under' in tab ? tab.under : path;
    return paths.has(to) ? [{ at: partsOf(path), to }] : [];
  });
  const places = {
    pages: new Map(
      ids.map((id) => [id, inPlace.filter(({ tab }) => groupOf(kind, tab) === id)] as const),
    ),
    known: known.sort((a, b) => b.at.length - a.at.length),
  };
  found[kind].set(standings, places);
  return places;
}

const groupOf = (kind: 'room' | 'section', tab: Tab): Room | Section | undefined =>
  kind === 'room' && 'room' in tab
    ? tab.room
    : kind === 'section' && 'section' in tab
      ? tab.section
      : undefined;

const partsOf = (path: string) => path.split('/').filter(Boolean);

// Every address lies below the home page's, so that one covers itself alone.
const covers = (pattern: readonly string[], path: readonly string[]) =>
  pattern.length === 0
    ? path.length === 0
    : pattern.every((part, index) =>
        part.startsWith(':') ? path[index] !== undefined : part === path[index],
      );
