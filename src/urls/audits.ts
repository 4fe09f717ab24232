import { child, part, query } from './address.ts';

/** Audits of practice and supervision. */
export const auditsUrls = {
  list: '/audits',
  programme: (year = '') => `/audits/programme${query({ year })}`,
  create: (month = '') => `/audits/new${query({ month })}`,
  trends: (team = '') => `/audits/trends${query({ team })}`,
  found: '/audits/found',
  feedback: '/audits/feedback',
  supervisions: '/audits/supervision',
  supervision: (staffId: string) => `/audits/supervision/${part(staffId)}`,
  one: (auditId: string) => `/audits/${part(auditId)}`,
  plan: (auditId: string) => `/audits/${part(auditId)}/plan`,
  sample: (auditId: string) => `/audits/${part(auditId)}/sample`,
  results: (auditId: string, team = '') => `/audits/${part(auditId)}/results${query({ team })}`,
  finish: (auditId: string) => `/audits/${part(auditId)}/finish`,
  cancel: (auditId: string) => `/audits/${part(auditId)}/cancel`,
  caseOne: (auditId: string, caseId: string) => `/audits/${part(auditId)}/cases/${part(caseId)}`,
  reader: (auditId: string, caseId: string) =>
    `/audits/${part(auditId)}/cases/${part(caseId)}/reader`,
  giveBack: (auditId: string, caseId: string) =>
    `/audits/${part(auditId)}/cases/${part(caseId)}/give-back`,
  reading: (id: string, readingId: string) => `${child(id)}/audit-readings/${part(readingId)}`,
  question: (id: string, readingId: string, question: string) =>
    `${child(id)}/audit-readings/${part(readingId)}/questions/${part(question)}`,
  finishReading: (id: string, readingId: string) =>
    `${child(id)}/audit-readings/${part(readingId)}/finish`,
  moderate: (id: string, caseId: string) => `${child(id)}/audit-cases/${part(caseId)}`,
  discuss: (id: string, feedbackId: string) => `${child(id)}/audit-feedback/${part(feedbackId)}`,
} as const;
