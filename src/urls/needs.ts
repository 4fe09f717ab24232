import { child, part } from './address.ts';

/** What a child needs and is given: education week by week. */
export const needsUrls = {
  round: '/education/round',
  /** One week's round, a page at a time: what is typed on each page is kept apart. */
  roundOf: (week: string, page: string | number) =>
    `/education/round/${part(week)}/${part(`${page}`)}`,
  weeks: (id: string) => `${child(id)}/education/weeks`,
  week: (id: string, weekId: string) => `${child(id)}/education/weeks/${part(weekId)}`,
} as const;
