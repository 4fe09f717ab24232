import { britishDay, formatInstant } from '../../../domain/calendar/british-time.ts';

type Window = { readonly window_opens: Date; readonly window_closes: Date };

/** Whether members may read now, and until or from when. */
export function windowWords({ window_opens, window_closes }: Window, now: Date): string {
  if (now < window_opens) return `Members may read from ${formatInstant(window_opens)}`;
  if (now >= window_closes) return `Closed since ${formatInstant(window_closes)}`;
  return `Members may read until ${formatInstant(window_closes)}`;
}

/** The last day of a panel's window, which ends at the midnight after it. */
export const lastReadingDay = ({ window_closes }: Pick<Window, 'window_closes'>) =>
  britishDay(new Date(window_closes.getTime() - 1));
