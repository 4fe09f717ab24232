import type { Actor } from '../../../domain/access/can.ts';
import { owingWords } from '../../../domain/access/owing.data.ts';
import type { LevelId } from '../../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../../domain/assessments/levels.ts';
import { britishClock, formatClock, formatInstant } from '../../../domain/calendar/british-time.ts';
import { ageOn, type Day } from '../../../domain/calendar/day.ts';
import { missedRun } from '../../../domain/contacts/attendance.ts';
import { highestLevel } from '../../../domain/oversight/gaps.ts';
import { type Waits, waitsAs } from '../../../domain/oversight/inbox.ts';
import { type Urgency, urgencyFrom } from '../../../domain/oversight/urgency.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import type { DueWork, Duty } from '../../../platform/db/due-work.ts';
import { partOf } from '../../../platform/http/page-asked.ts';
import { dueLink } from '../../../record/subject-link.ts';
import type { Pages } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import type { ListedChild } from './home.queries.ts';

export type DueRow = {
  readonly key: string;
  readonly what: string;
  /** Why it waits for whoever looks. */
  readonly waits: Waits;
  /** Where it is done: worked out for the rows that are drawn, and no others. */
  readonly href: () => string;
  /** Null for what is about no child. */
  readonly child: string | null;
  readonly childId: string | null;
  readonly dueOn: Day;
  readonly urgency: Urgency;
  /** Who owes it, by name where one is known. */
  readonly owner: string;
};

export type ChildRow = {
  readonly id: string;
  readonly name: string;
  readonly age: number | null;
  readonly kind: string;
  readonly levels: readonly { readonly label: string; readonly level: LevelId }[];
  readonly highest: LevelId | null;
  readonly next: { readonly text: string; readonly href: string } | null;
  readonly soonest: DueRow | null;
  readonly late: number;
  readonly missed: number;
  readonly warnings: number;
};

/** Duties as rows of a list: words, where to do it, and which child. */
export function dueRows(actor: Actor, duties: readonly Duty[], today: Day): DueRow[] {
  const urgencyOf = urgencyFrom(today);
  return duties.map((duty) => ({
    key: `${duty.standard} ${duty.subjectId}`,
    what: duty.what,
    waits: waitsAs(duty.standard),
    href: () => dueLink(actor, duty),
    child: duty.child,
    childId: duty.childId,
    dueOn: duty.dueOn,
    urgency: urgencyOf(duty.dueOn),
    owner:
      duty.owner ?? (duty.owedBy === 'partner' ? duty.agency : null) ?? nobodyNamed(duty.owedBy),
  }));
}

const nobodyNamed = (owedBy: string) =>
  owedBy === 'worker' ? 'Nobody: no worker is allocated' : capitalised(owingWords(owedBy));

/** One row for each person harmed, with its soonest right and how many follow it. */
export function aRowAVictim(duties: readonly Duty[]): Duty[] {
  const rights = Map.groupBy(
    duties.filter(({ linkKind }) => linkKind === 'victim-right'),
    ({ subjectId }) => subjectId,
  );
  return duties.flatMap((duty) => {
    const all = rights.get(duty.subjectId);
    if (duty.linkKind !== 'victim-right' || !all) return [duty];
    if (all[0] !== duty) return [];
    return [all.length > 1 ? { ...duty, what: `${duty.what}, and ${all.length - 1} more` } : duty];
  });
}

/** Today's planned contacts, which are due today like any standard. */
export function contactsToday(children: readonly ListedChild[], today: Day): DueRow[] {
  return children.flatMap((child) => {
    const { nextAt, nextOn, nextId } = child;
    if (!nextAt || !nextId || nextOn !== today) return [];
    return [
      {
        key: `contact ${nextId}`,
        waits: 'due' as const,
        what: `Contact at ${formatClock(britishClock(nextAt))}`,
        href: () => urls.contacts.outcome(child.id, nextId),
        child: fullName(child),
        childId: child.id,
        dueOn: today,
        urgency: 'today' as const,
        owner: '',
      },
    ];
  });
}

/** Children by what waits for them, which comes in its order; those for whom nothing does by name, as they come. */
function mostUrgentFirst<C extends { readonly id: string }>(
  children: readonly C[],
  due: readonly DueRow[],
): C[] {
  const places = new Map<string | null, number>();
  for (const [place, { childId }] of due.entries())
    if (!places.has(childId)) places.set(childId, place);
  const placeOf = ({ id }: C) => places.get(id) ?? due.length;
  return [...children].sort((a, b) => placeOf(a) - placeOf(b));
}

/** One page of the children of somebody: as many as are looked through at once. */
export type Caseload = {
  readonly rows: readonly ChildRow[];
  /** How many stand on the pages before. */
  readonly before: number;
  readonly total: number;
  readonly pages: Pages;
};

const aPage = 50;

/** The page that is asked for of somebody's children, most urgent first over all of them. */
export function caseloadOf(
  children: readonly ListedChild[],
  due: readonly DueRow[],
  today: Day,
  asked: string,
  href: Pages['href'],
): Caseload {
  const part = partOf(mostUrgentFirst(children, due), asked, aPage);
  return {
    rows: childRows(part.rows, due, today),
    before: (part.number - 1) * aPage,
    total: children.length,
    pages: { ...part, href },
  };
}

/** The page that is asked for of one list of what waits. */
export function listPart(all: readonly DueRow[], asked: string, href: Pages['href']) {
  const part = partOf(all, asked, aPage);
  return { rows: part.rows, count: all.length, pages: { ...part, href } };
}

/** Each child as a row: who they are, how things stand, what comes next. */
export function childRows(
  children: readonly ListedChild[],
  due: readonly DueRow[],
  today: Day,
): ChildRow[] {
  const dueOf = Map.groupBy(due, ({ childId }) => childId);
  return children.map((child) => {
    const own = dueOf.get(child.id) ?? [];
    const levels = [
      { label: 'Offending', level: child.likelihood },
      { label: 'Safety and wellbeing', level: child.safety },
      { label: 'Others', level: child.harm },
    ].flatMap(({ label, level }) => (level ? [{ label, level }] : []));
    return {
      id: child.id,
      name: fullName(child),
      age: child.dateOfBirth ? ageOn(child.dateOfBirth, today) : null,
      kind: child.kind,
      levels,
      highest: highestOf(child),
      next:
        child.nextAt && child.nextId
          ? {
              text: formatInstant(child.nextAt),
              href: urls.contacts.one(child.id, child.nextId),
            }
          : null,
      soonest: own[0] ?? null,
      late: own.filter(({ urgency }) => urgency === 'overdue').length,
      missed: missedOf(child),
      warnings: child.warnings,
    };
  });
}

/** The highest of a child's levels; null where none is signed. */
export const highestOf = ({ likelihood, safety, harm }: ListedChild) =>
  highestLevel([likelihood, safety, harm]);

/** How many contacts a child missed on end, where they are enough to be warned of. */
export function missedOf({ latest }: ListedChild): number {
  const run = missedRun(latest);
  return run.isWarning ? run.missed : 0;
}

/** What this person owes themselves: theirs by name, or their children's with nobody else named. */
export const owedByMe = (
  duties: readonly DueWork[],
  staffId: string,
  isMine: (childId: string) => boolean,
) =>
  duties.filter(({ childId, ownerId, owedBy }) =>
    ownerId === null ? owedBy === 'worker' && isMine(childId) : ownerId === staffId,
  );

export const fullName = (child: { readonly forename: string; readonly surname: string }) =>
  `${child.forename} ${child.surname}`;

/** The colour that repeats a level's word. */
export const levelTone = (level: LevelId) =>
  level === 'low' ? 'neutral' : level === 'medium' ? 'soon' : 'late';

export const levelText = (level: LevelId) => levelLabel(level).toLowerCase();
