import { child, part, query } from './address.ts';

/** Managers’ entries and the team’s lists. */
export const oversightUrls = {
  entries: (id: string, page?: number) => `${child(id)}/oversight${query({ page })}`,
  action: (id: string, actionId: string) => `${child(id)}/actions/${part(actionId)}`,
  team: '/team',
  /** One of the team’s pages, about one team or `all`. */
  ofTeam: (page: string, team: string, number?: number) =>
    `${page}${query({ team, page: number })}`,
  due: (chosen: Readonly<Partial<Record<'team' | 'page' | 'worker', string>>> = {}) =>
    `/team/due${query(chosen)}`,
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
