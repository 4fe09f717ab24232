/**
 * Pages that no link of a fresh demonstration leads to, by the journeys that open and check each: a moment of the work,
 * or the answer to a form. Everything else is reached by following links (every-page.test.ts).
 */
export const reachedIn = {
  audit: [
    '/children/:childId/audit-readings/:readingId',
    '/children/:childId/audit-readings/:readingId/questions/:questionId',
    '/children/:childId/audit-readings/:readingId/finish',
  ],
  'front-door': ['/sign-in'],
  'gate-and-missed': [
    '/children/new/after-search',
    '/children/:childId/referrals/:referralId/triage',
    '/children/:childId/referrals/:referralId/allocate',
    '/children/:childId/panel/:itemId/gravity',
    '/children/:childId/panel/:itemId/gate',
  ],
  'guarded-records': ['/team/break-glass/:glassId'],
  lists: [
    '/referrals/holds/:holdId',
    '/referrals/imports/:importId',
    '/referrals/imports/:importId/columns',
    '/referrals/imports/:importId/progress',
  ],
  'nothing-lost': [
    '/locked',
    '/locked/form/:formId',
    '/children/:childId/assessments/:assessmentId/merge',
  ],
  'out-of-court': [
    '/children/:childId/plan/start',
    '/children/:childId/assessments/:assessmentId/section/:section',
    '/children/:childId/assessments/:assessmentId/judgements',
    '/children/:childId/assessments/:assessmentId/judgements/:judgement',
    '/children/:childId/assessments/:assessmentId/safety',
    '/children/:childId/assessments/:assessmentId/safety/lines/:rowId',
    '/children/:childId/assessments/:assessmentId/safety/contingency/:rowId',
    '/children/:childId/assessments/:assessmentId/submit',
    '/children/:childId/assessments/:assessmentId/countersign',
    '/children/:childId/panel/:itemId/decide',
    '/children/:childId/outcomes/:disposalId/police-notice',
    '/children/:childId/involvements/:involvementId/approve',
    '/children/:childId/changes/record/:type',
  ],
  'seldom-pages': [
    '/account/password',
    '/account/second-factor',
    '/audits/:auditId/cancel',
    '/audits/:auditId/cases/:caseId',
    '/audits/:auditId/cases/:caseId/give-back',
    '/audits/:auditId/cases/:caseId/reader',
    '/audits/:auditId/finish',
    '/children/:childId/audit-cases/:caseId',
    '/children/new',
    '/children/new/confirm',
    '/children/:childId/care/:rowId/end',
    '/children/:childId/characteristics/religion/:rowId',
    '/children/:childId/merge/find',
    '/children/:childId/assessments/:assessmentId/abandon',
    '/children/:childId/assessments/:assessmentId/versions/:from/:to',
    '/children/:childId/assessments/:assessmentId/whole',
    '/children/:childId/decisions/:decisionId/escalate',
    '/children/:childId/escalations/:escalationId',
    '/statistics/families/:familyId',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Journey = keyof typeof reachedIn;
