import { type Chosen, child, part, query } from './address.ts';

/** What arrives: one by one, or as a file. */
export const referralsUrls = {
  inbox: '/referrals',
  inboxOf: (chosen: Chosen) => `/referrals${query(chosen)}`,
  create: '/referrals/new',
  together: '/referrals/triage',
  /** `chosen`: the ids of the referrals, with a full stop between them. */
  decideTogether: (chosen: string) => `/referrals/triage/${part(chosen)}`,
  imports: '/referrals/imports',
  upload: '/referrals/imports/new',
  /** `header`: the row of the headings, or `none` to choose it. */
  mapping: (importId: string, header: string | number = '') =>
    `/referrals/imports/${part(importId)}/columns${query({ header })}`,
  preview: (importId: string, chosen: Chosen = {}) =>
    `/referrals/imports/${part(importId)}${query(chosen)}`,
  /** A held row, before its list is imported. */
  row: (importId: string, row: string | number) =>
    `/referrals/imports/${part(importId)}/rows/${part(String(row))}`,
  start: (importId: string) => `/referrals/imports/${part(importId)}/start`,
  progress: (importId: string) => `/referrals/imports/${part(importId)}/progress`,
  report: (importId: string) => `/referrals/imports/${part(importId)}/report.csv`,
  acknowledgement: (importId: string) => `/referrals/imports/${part(importId)}/acknowledgement.csv`,
  holds: '/referrals/holds',
  hold: (holdId: string) => `/referrals/holds/${part(holdId)}`,
  one: (id: string, referralId: string) => `${child(id)}/referrals/${part(referralId)}`,
  triage: (id: string, referralId: string) => `${child(id)}/referrals/${part(referralId)}/triage`,
  allocate: (id: string, referralId: string) =>
    `${child(id)}/referrals/${part(referralId)}/allocate`,
  correct: (id: string, referralId: string) => `${child(id)}/referrals/${part(referralId)}/correct`,
  takeOff: (id: string, referralId: string) =>
    `${child(id)}/referrals/${part(referralId)}/take-off`,
  forChild: (id: string) => `${child(id)}/referrals`,
  createForChild: (id: string) => `${child(id)}/referrals/new`,
} as const;
