import { child, part, query } from './address.ts';

/** Managers’ entries and the team’s lists. */
export const oversightUrls = {
  entries: (id: string, page?: number) => `${child(id)}/oversight${query({ page })}`,
  action: (id: string, actionId: string) => `${child(id)}/actions/${part(actionId)}`,
  team: '/team',
  /** One of the team’s pages, about one team or `all`. */
  ofTeam: (page: string, team: string, number?: number) =>
    `${page}${query({ team, page: number })}`,
  /** What is due with a team's workers, or all or one list of one worker's; `at` is the page of that list. */
  due: (
    chosen: Readonly<Partial<Record<'team' | 'page' | 'worker' | 'which' | 'at', string>>> = {},
  ) => `/team/due${query(chosen)}`,
  /** One list of somebody's home, whole. */
  waiting: (list: string) => `/waiting/${part(list)}`,
  /** A worker’s children given to others. */
  handOver: (staffId: string) => `/team/hand-over/${part(staffId)}`,
  approvals: '/team/approvals',
  exceptions: '/team/exceptions',
  exception: (exceptionId: string) => `/team/exceptions/${part(exceptionId)}`,
  gaps: '/team/oversight-gaps',
  unchanged: '/team/reviews-that-changed-nothing',
  breakGlass: '/team/break-glass',
  breakGlassReview: (glassId: string) => `/team/break-glass/${part(glassId)}`,
} as const;
