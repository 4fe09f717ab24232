import { child, part } from './address.ts';

/** What a child needs and is given: education week by week. */
export const needsUrls = {
  round: '/education/round',
  /** One week's round, a page at a time: what is typed on each page is kept apart. */
  roundOf: (week: string, page: string | number) =>
    `/education/round/${part(week)}/${part(`${page}`)}`,
  list: '/education/special-needs',
  weeks: (id: string) => `${child(id)}/education/weeks`,
  week: (id: string, weekId: string) => `${child(id)}/education/weeks/${part(weekId)}`,
  /** What is done when a child's weeks fall short, rung by rung. */
  ladder: (id: string) => `${child(id)}/education/ladder`,
  rung: (id: string, rung: string) => `${child(id)}/education/ladder/${part(rung)}`,
  agreed: (id: string) => `${child(id)}/education/fewer-hours-agreed`,
  boardSeat: '/board/education-seat',
} as const;
