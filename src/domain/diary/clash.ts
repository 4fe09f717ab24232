import { formatClock } from '../calendar/british-time.ts';

/** What takes somebody's or a room's time on a day. */
export type Taken = {
  readonly whose: 'child' | 'worker' | 'room';
  readonly what: 'contact' | 'hearing' | 'panel' | 'lessons';
  /** By the British clock; null while none is known. */
  readonly clock: string | null;
  readonly minutes: number | null;
  /** Where the child learns or works. */
  readonly name: string | null;
};

type Span = readonly [from: number, to: number];

/** How long something is held to last where nobody has said. */
const usual = { contact: 60, panel: 120, lessons: 405 } as const;
const [midday, evening, wholeDay] = [13 * 60, 17 * 60, 24 * 60];

/** The minutes of its day that something takes. A court calls its cases in an order of its own within the morning or the afternoon. */
export function spanOf({ what, clock, minutes }: Pick<Taken, 'what' | 'clock' | 'minutes'>): Span {
  if (clock === null) return [0, wholeDay];
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const from = hour * 60 + minute;
  if (what !== 'hearing') return [from, from + (minutes ?? usual[what])];
  return [from, from < midday ? midday : Math.max(evening, from + usual.contact)];
}

/** Whether two things want the same time: one may begin as the other ends. */
export function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** What clashes with an appointment at a clock. */
export const clashesWith = (
  appointment: { readonly clock: string; readonly minutes: number | null },
  taken: readonly Taken[],
): readonly Taken[] => {
  const span = spanOf({ what: 'contact', ...appointment });
  return taken.filter((each) => overlaps(span, spanOf(each)));
};

const nouns = { contact: 'another appointment', hearing: 'a court hearing', panel: 'a panel' };

/** One clash in words: who or what is taken, by what, and when. */
export function clashWords(
  { whose, what, clock, name }: Taken,
  names: Record<Taken['whose'], string>,
): string {
  if (what === 'lessons') return `${names[whose]} may be at ${name} then: ask`;
  return `${names[whose]} has ${nouns[what]}${clock === null ? ' that day' : ` at ${formatClock(clock)}`}`;
}
