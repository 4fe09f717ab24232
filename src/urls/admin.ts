import { part, query } from './address.ts';

/** Staff, access and the rules in force. */
export const adminUrls = {
  staff: '/admin/staff',
  staffGone: '/admin/staff?ended=yes',
  staffNew: '/admin/staff/new',
  staffOne: (staffId: string) => `/admin/staff/${part(staffId)}`,
  staffEnd: (staffId: string) => `/admin/staff/${part(staffId)}/end`,
  staffLink: (staffId: string) => `/admin/staff/${part(staffId)}/sign-in-link`,
  staffLooked: (staffId: string) => `/admin/staff/${part(staffId)}/looked`,
  access: '/admin/access',
  door: (onlyTrouble = false) => `/admin/door${query({ only: onlyTrouble ? 'trouble' : '' })}`,
  timeLimits: '/admin/time-limits',
  timeLimit: (id: string) => `/admin/time-limits/${part(id)}`,
  timeLimitAgree: (id: string) => `/admin/time-limits/${part(id)}/agree`,
  timeLimitAsGiven: (id: string) => `/admin/time-limits/${part(id)}/as-given`,
  tools: '/admin/tools',
  addTool: '/admin/tools/load',
  tool: (id: string, version: number | string) =>
    `/admin/tools/${part(id)}/${part(String(version))}`,
  toolAway: (id: string, version: number | string) =>
    `/admin/tools/${part(id)}/${part(String(version))}/away`,
  permissions: '/admin/permissions',
} as const;
