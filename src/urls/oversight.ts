import { child, part, query } from './address.ts';

/** Managers’ entries and the team’s lists. */
export const oversightUrls = {
  entries: (id: string) => `${child(id)}/oversight`,
  action: (id: string, actionId: string) => `${child(id)}/actions/${part(actionId)}`,
  team: '/team',
  due: (chosen: Readonly<Partial<Record<'team' | 'page' | 'worker', string>>> = {}) =>
    `/team/due${query(chosen)}`,
  approvals: '/team/approvals',
  exceptions: '/team/exceptions',
  exception: (exceptionId: string) => `/team/exceptions/${part(exceptionId)}`,
  gaps: '/team/oversight-gaps',
  unchanged: '/team/reviews-that-changed-nothing',
  breakGlass: '/team/break-glass',
  breakGlassReview: (glassId: string) => `/team/break-glass/${part(glassId)}`,
} as const;
