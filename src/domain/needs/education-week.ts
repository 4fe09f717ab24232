import type { ReferenceRow } from '../reference/reference-row.ts';

/** What somebody says of a child's week; hours as the text that the database reads. */
export type WeekSaid = {
  readonly offered: string | null;
  readonly attended: string | null;
  readonly barrier: string | null;
  readonly next: string | null;
};
export type WeekColumn = keyof WeekSaid;

/** What a barrier says of a week's hours: that nobody knows them, or that none are due. */
export type HoursOfBarrier = 'not-known' | 'none-due' | '';

/** What a row of `education_barrier` says of the hours; nothing where none was chosen. */
export function hoursOfBarrier(
  rows: readonly ReferenceRow[],
  barrier: string | null,
): HoursOfBarrier {
  const found = rows.find(({ code }) => code === barrier)?.attributes.hours;
  return found === 'not-known' || found === 'none-due' ? found : '';
}

export const weekColumns: Readonly<Record<WeekColumn, string>> = {
  offered: 'hours offered',
  attended: 'hours attended',
  barrier: 'what is in the way',
  next: 'next action',
};

type Hours = {
  readonly expected: number | null;
  readonly offered: number | null;
  readonly attended: number | null;
};

/** Whether a week fell short of what the child is entitled to; null where that is not known, or nothing was due. */
export function fellShort({ expected, offered, attended }: Hours): boolean | null {
  if (expected === null || offered === null || attended === null) return null;
  return offered < expected || attended < expected;
}

/** Nothing was said of a week. */
export const isBlank = (said: WeekSaid): boolean =>
  Object.values(said).every((value) => value === null);

/** Last week again, but for what is typed. */
export const asBefore = (said: WeekSaid, before: WeekSaid): WeekSaid => ({
  offered: said.offered ?? before.offered,
  attended: said.attended ?? before.attended,
  barrier: said.barrier ?? before.barrier,
  next: said.next ?? before.next,
});

/** What is asked of hours that were left out. */
export const hoursAsked = 'enter how many, 0 if none, or choose that nobody could say';

export type WeekFault = { readonly column: WeekColumn; readonly says: string };

/** What is missing or cannot be in what is said of a week, column by column. */
export function weekFaults(
  said: WeekSaid,
  expected: number | null,
  hours: HoursOfBarrier,
): readonly WeekFault[] {
  const { offered, attended, barrier, next } = said;
  const fine = (['offered', 'attended'] as const).flatMap((column) =>
    /\.\d\d/.test(said[column] ?? '') ? [{ column, says: 'use one figure after the point' }] : [],
  );
  if (fine.length > 0) return fine;
  if (hours !== '') return [];
  const missing = (['offered', 'attended'] as const).flatMap((column) =>
    said[column] === null ? [{ column, says: hoursAsked }] : [],
  );
  if (missing.length > 0) return missing;
  const known = { expected, offered: Number(offered), attended: Number(attended) };
  if (known.attended > known.offered)
    return [{ column: 'attended', says: `cannot be more than the ${known.offered} offered` }];
  if (!fellShort(known)) return [];
  const short = `${expected} hours are expected`;
  return [
    ...(barrier === null ? [{ column: 'barrier', says: `choose it, as ${short}` } as const] : []),
    ...(next === null
      ? [{ column: 'next', says: `write what you do next, as ${short}` } as const]
      : []),
  ];
}
