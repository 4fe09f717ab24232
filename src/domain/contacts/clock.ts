const SHAPE = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/;

/** A time as people type it (14:30, 2.30pm, 2pm, 1430) as `14:30`; null when it is no time, or could be night or afternoon. */
export function parseClock(typed: string): string | null {
  const found = SHAPE.exec(typed.trim().toLowerCase());
  if (!found) return null;
  const [, hourText = '', minuteText, half] = found;
  // A bare number could be an hour or a slip, so it needs am, pm or minutes.
  if (!minuteText && !half) return null;
  // Few meet a child at half past two in the night, and 2.30 is how people write the afternoon: 02:30 or 2.30am says night.
  if (!half && /^[1-6]$/.test(hourText)) return null;
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText ?? '0');
  if (hour === null || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (!half) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** Whether a clock such as 10:15 falls in the usual school day; a hint and never a bar. */
export function isSchoolTime(clock: string, weekday: number): boolean {
  return weekday <= 5 && clock >= '08:45' && clock < '15:30';
}
