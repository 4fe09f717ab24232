import { child, part } from './address.ts';

/** What arrives: one by one, or as a file. */
export const referralsUrls = {
  inbox: '/referrals',
  create: '/referrals/new',
  imports: '/referrals/imports',
  upload: '/referrals/imports/new',
  mapping: (importId: string) => `/referrals/imports/${part(importId)}/columns`,
  preview: (importId: string) => `/referrals/imports/${part(importId)}`,
  start: (importId: string) => `/referrals/imports/${part(importId)}/start`,
  progress: (importId: string) => `/referrals/imports/${part(importId)}/progress`,
  report: (importId: string) => `/referrals/imports/${part(importId)}/report.csv`,
  holds: '/referrals/holds',
  hold: (holdId: string) => `/referrals/holds/${part(holdId)}`,
  one: (id: string, referralId: string) => `${child(id)}/referrals/${part(referralId)}`,
  triage: (id: string, referralId: string) => `${child(id)}/referrals/${part(referralId)}/triage`,
  allocate: (id: string, referralId: string) =>
    `${child(id)}/referrals/${part(referralId)}/allocate`,
  forChild: (id: string) => `${child(id)}/referrals`,
  createForChild: (id: string) => `${child(id)}/referrals/new`,
} as const;
