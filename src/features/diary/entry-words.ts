import { britishClock, britishDay, formatClock } from '../../domain/calendar/british-time.ts';
import { hearingStates } from '../../domain/orders/hearing.ts';
import { invited, orderMeetings } from '../../domain/panels/order-meeting.ts';
import type { Entry } from './diary.queries.ts';

/** From when to when, as far as the record says. */
export function whenOf({ clock, minutes }: Entry): string {
  if (clock === null) return 'Time not known';
  if (!minutes) return formatClock(clock);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const end = hour * 60 + minute + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatClock(clock)} to ${formatClock(`${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`)}`;
}

/** What it is; of a panel about an order, what it meets for. */
export const whatOf = ({ what, meeting }: Entry): string =>
  meeting ? `${what}: ${orderMeetings[meeting].toLowerCase()}` : what;

/** Whether its time has passed. */
const isPast = ({ day, clock }: Entry, now: Date): boolean =>
  `${day} ${clock ?? '23:59'}` < `${britishDay(now)} ${britishClock(now)}`;

/** Whether a planned contact waits to be written up. */
export const isUnwritten = (entry: Entry, now: Date): boolean =>
  entry.kind === 'contact' && entry.state === 'planned' && isPast(entry, now);

/** How it stands, where that is more than that it is to come. */
export function badgeOf(entry: Entry, now: Date): { text: string; tone: string } | null {
  const { kind, state, cover, outcome } = entry;
  if (isUnwritten(entry, now)) return { text: 'Not written up', tone: 'late' };
  if (state === 'cancelled') return { text: 'Called off', tone: 'neutral' };
  if (kind === 'contact') return outcome ? { text: outcome, tone: 'neutral' } : null;
  if (kind !== 'hearing') return null;
  if (state !== 'expected')
    return { text: hearingStates[state as keyof typeof hearingStates], tone: 'neutral' };
  return cover ? null : { text: 'Nobody covers it', tone: 'soon' };
}

/** Where it is, who has it, and who else is to be there. */
export function factsOf(entry: Entry, saysWho: boolean): readonly string[] {
  const asked = [...new Set(entry.asked)].map((who) => invited[who].toLowerCase());
  return [
    entry.place,
    saysWho ? entry.who : '',
    entry.cover && entry.cover !== entry.who ? `Covered by ${entry.cover}` : '',
    asked.length > 0 ? `Asked to it: ${asked.join(', ')}` : '',
  ].filter(Boolean);
}
