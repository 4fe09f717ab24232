/**
 * Every address of the app. Views, tests and route patterns all come from here: a pattern is the same
 * function given the parameter's name with a colon, as in `urls.child.overview(':childId')`.
 */
const part = (text: string) => (text.startsWith(':') ? text : encodeURIComponent(text));
const query = (values: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};
const child = (id: string) => `/children/${part(id)}`;
type ResultsChosen = Readonly<
  Partial<Record<'q' | 'framework' | 'rating' | 'sort' | 'page', string>>
>;
const inspection = (id: string) => `/inspections/${part(id)}`;

export const urls = {
  home: '/',
  health: '/health',
  ready: '/ready',
  asset: '/assets/:file',
  draft: (formKey: string) => `/drafts/${part(formKey)}`,
  signIn: {
    page: '/sign-in',
    passwordSet: '/sign-in?password=set',
    persona: '/sign-in/demonstration',
    password: '/sign-in/password',
    code: (then = '') => `/sign-in/code${query({ then })}`,
    setPassword: (token: string) => `/sign-in/set-password/${part(token)}`,
    singleSignOn: '/sign-in/single-sign-on',
    callback: '/api/auth/callback/single-sign-on',
    out: '/sign-out',
    locked: (then = '') => `/locked${query({ then })}`,
    held: (id: string) => `/locked/form/${part(id)}`,
  },
  account: {
    page: '/account',
    secondFactor: '/account/second-factor',
    password: '/account/password',
    endSession: '/account/sessions/end',
    notices: '/account/notices',
  },
  children: {
    search: '/children',
    create: '/children/new',
    /** Made only after a search, so the words searched for come along, in the form. */
    createAfter: '/children/new/after-search',
    createConfirm: '/children/new/confirm',
    gaps: '/children/record-gaps',
    gapsOf: (whose: string, gap = '', page = '') =>
      `/children/record-gaps${query({ whose, gap, page })}`,
    restricted: '/children/restricted',
  },
  child: {
    overview: (id: string) => child(id),
    purpose: (id: string, then = '') => `${child(id)}/purpose${query({ then })}`,
    breakGlass: '/break-glass',
    characteristics: (id: string) => `${child(id)}/characteristics`,
    characteristic: (id: string, kind: string) => `${child(id)}/characteristics/${part(kind)}`,
    details: (id: string) => `${child(id)}/details`,
    detailsEdit: (id: string) => `${child(id)}/details/edit`,
    names: (id: string) => `${child(id)}/names`,
    addresses: (id: string) => `${child(id)}/addresses`,
    endAddress: (id: string, addressId: string) =>
      `${child(id)}/addresses/${part(addressId)}/change`,
    identifiers: (id: string) => `${child(id)}/identifiers`,
    contactPoints: (id: string) => `${child(id)}/contact-points`,
    endContactPoint: (id: string, pointId: string) =>
      `${child(id)}/contact-points/${part(pointId)}/end`,
    education: (id: string) => `${child(id)}/education`,
    endEducation: (id: string, episodeId: string) =>
      `${child(id)}/education/${part(episodeId)}/end`,
    care: (id: string) => `${child(id)}/care`,
    endCare: (id: string, episodeId: string) => `${child(id)}/care/${part(episodeId)}/end`,
    settleCharacteristic: (id: string, kind: string, rowId: string) =>
      `${child(id)}/characteristics/${part(kind)}/${part(rowId)}`,
    family: (id: string) => `${child(id)}/family`,
    familyPerson: (id: string, personId: string) => `${child(id)}/family/${part(personId)}`,
    familyPrivate: (id: string, personId: string) =>
      `${child(id)}/family/${part(personId)}/private`,
    warnings: (id: string) => `${child(id)}/warnings`,
    warning: (id: string, warningId: string) => `${child(id)}/warnings/${part(warningId)}`,
    endWarning: (id: string, warningId: string) => `${child(id)}/warnings/${part(warningId)}/end`,
    chronology: (id: string) => `${child(id)}/chronology`,
    chronologyOf: (id: string, filters: Readonly<Record<string, string | undefined>>) =>
      `${child(id)}/chronology${query(filters)}`,
    history: (id: string) => `${child(id)}/history`,
    whoLooked: (id: string) => `${child(id)}/who-looked`,
    workers: (id: string) => `${child(id)}/workers`,
    endWorker: (id: string, relationshipId: string) =>
      `${child(id)}/workers/${part(relationshipId)}/end`,
    merge: (id: string) => `${child(id)}/merge`,
    mergeFind: (id: string) => `${child(id)}/merge/find`,
    mergeWith: (id: string, other: string) => `${child(id)}/merge${query({ with: other })}`,
    restrict: (id: string) => `${child(id)}/restrict`,
  },
  contacts: {
    list: (id: string, filter: Readonly<Record<string, string | undefined>> = {}) =>
      `${child(id)}/contacts${query(filter)}`,
    record: (id: string) => `${child(id)}/contacts/record`,
    plan: (id: string) => `${child(id)}/contacts/plan`,
    one: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}`,
    edit: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/edit`,
    outcome: (id: string, contactId: string) => `${child(id)}/contacts/${part(contactId)}/outcome`,
  },
  referrals: {
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
  },
  information: {
    list: (id: string) => `${child(id)}/information`,
    ask: (id: string, agency = '') => `${child(id)}/information/ask${query({ agency })}`,
    one: (id: string, requestId: string) => `${child(id)}/information/${part(requestId)}`,
    answer: (id: string, requestId: string) => `${child(id)}/information/${part(requestId)}/answer`,
    use: (id: string, requestId: string) => `${child(id)}/information/${part(requestId)}/use`,
    notes: (id: string) => `${child(id)}/partner-notes`,
    inbox: '/information-requests',
  },
  victims: {
    list: (id: string) => `${child(id)}/victims`,
    one: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}`,
    vault: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/vault`,
    contact: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/contact`,
    wishes: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/wishes`,
    details: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/details`,
    share: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/share`,
    withdraw: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/share/withdraw`,
    rights: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/rights`,
    close: (id: string, victimInvolvementId: string) =>
      `${child(id)}/victims/${part(victimInvolvementId)}/close`,
    worklist: '/victims',
  },
  assessments: {
    list: (id: string) => `${child(id)}/assessments`,
    start: (id: string) => `${child(id)}/assessments/start`,
    one: (id: string, assessmentId: string) => `${child(id)}/assessments/${part(assessmentId)}`,
    section: (id: string, assessmentId: string, section: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/section/${part(section)}`,
    judgements: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/judgements`,
    judgement: (id: string, assessmentId: string, judgement: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/judgements/${part(judgement)}`,
    whole: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/whole`,
    abandon: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/abandon`,
    safety: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/safety`,
    safetyLine: (id: string, assessmentId: string, rowId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/safety/lines/${part(rowId)}`,
    contingency: (id: string, assessmentId: string, rowId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/safety/contingency/${part(rowId)}`,
    submit: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/submit`,
    countersign: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/countersign`,
    versions: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/versions`,
    compare: (id: string, assessmentId: string, from: string, to: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/versions/${part(from)}/${part(to)}`,
    merge: (id: string, assessmentId: string) =>
      `${child(id)}/assessments/${part(assessmentId)}/merge`,
  },
  panels: {
    list: '/panels',
    create: '/panels/new',
    one: (panelId: string) => `/panels/${part(panelId)}`,
    edit: (panelId: string) => `/panels/${part(panelId)}/edit`,
    attendance: (panelId: string) => `/panels/${part(panelId)}/attendance`,
    childItems: (id: string) => `${child(id)}/panel`,
    item: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}`,
    gravity: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/gravity`,
    gate: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/gate`,
    paper: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/paper`,
    decide: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/decide`,
    conflict: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/conflict`,
    decision: (id: string, decisionId: string) => `${child(id)}/decisions/${part(decisionId)}`,
    confirm: (id: string, decisionId: string) =>
      `${child(id)}/decisions/${part(decisionId)}/confirm`,
    escalate: (id: string, decisionId: string) =>
      `${child(id)}/decisions/${part(decisionId)}/escalate`,
    escalation: (id: string, escalationId: string) =>
      `${child(id)}/escalations/${part(escalationId)}`,
    outcome: (id: string, disposalId: string) => `${child(id)}/outcomes/${part(disposalId)}`,
    completion: (id: string, disposalId: string) =>
      `${child(id)}/outcomes/${part(disposalId)}/completion`,
    policeNotice: (id: string, disposalId: string) =>
      `${child(id)}/outcomes/${part(disposalId)}/police-notice`,
  },
  plans: {
    current: (id: string) => `${child(id)}/plan`,
    start: (id: string) => `${child(id)}/plan/start`,
    line: (id: string, lineId: string) => `${child(id)}/plan/lines/${part(lineId)}`,
    addLine: (id: string, kind: string) => `${child(id)}/plan/add/${part(kind)}`,
    agree: (id: string) => `${child(id)}/plan/agree`,
    words: (id: string) => `${child(id)}/plan/words`,
    share: (id: string) => `${child(id)}/plan/share`,
    print: (id: string) => `${child(id)}/plan/print`,
  },
  reviews: {
    list: (id: string) => `${child(id)}/changes`,
    record: (id: string) => `${child(id)}/changes/record`,
    one: (id: string, reviewId: string) => `${child(id)}/reviews/${part(reviewId)}`,
    check: (id: string, reviewId: string) => `${child(id)}/reviews/${part(reviewId)}/check`,
  },
  closure: {
    list: (id: string) => `${child(id)}/involvements`,
    pass: (id: string, involvementId: string, check: string) =>
      `${child(id)}/involvements/${part(involvementId)}/close/pass/${part(check)}`,
    one: (id: string, involvementId: string) =>
      `${child(id)}/involvements/${part(involvementId)}/close`,
    approve: (id: string, involvementId: string) =>
      `${child(id)}/involvements/${part(involvementId)}/approve`,
  },
  oversight: {
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
  },
  statistics: {
    benchmarks: (
      chosen: Readonly<Partial<Record<'measure' | 'area' | 'beside' | 'length', string>>> = {},
    ) => `/statistics${query(chosen)}`,
    ranking: (
      chosen: { readonly measure?: string; readonly period?: string; readonly page?: string } = {},
    ) => `/statistics/ranking${query(chosen)}`,
    disproportionality: (
      chosen: Readonly<
        Partial<Record<'area' | 'point' | 'by' | 'years' | 'reference', string>>
      > = {},
    ) => `/statistics/disproportionality${query(chosen)}`,
    ownCounts: (chosen: { readonly by?: string; readonly area?: string } = {}) =>
      `/statistics/own-counts${query(chosen)}`,
    figures: '/statistics/figures',
    figure: (
      measure: string,
      version: string,
      chosen: { readonly area?: string; readonly period?: string } = {},
    ) => `/statistics/figures/${part(measure)}/${part(version)}${query(chosen)}`,
    download: (
      table: string,
      format: string,
      chosen: Readonly<Record<string, string | undefined>> = {},
    ) => `/statistics/download/${part(table)}/${part(format)}${query(chosen)}`,
    recomputed: '/statistics/plan-recomputed',
    families: '/statistics/families',
    familyNew: '/statistics/families/new',
    family: (familyId: string) => `/statistics/families/${part(familyId)}`,
    familyRemove: (familyId: string) => `/statistics/families/${part(familyId)}/remove`,
  },
  audits: {
    list: '/audits',
    programme: (year = '') => `/audits/programme${query({ year })}`,
    create: (month = '') => `/audits/new${query({ month })}`,
    trends: (team = '') => `/audits/trends${query({ team })}`,
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
    reading: (id: string, readingId: string) => `${child(id)}/audit-readings/${part(readingId)}`,
    question: (id: string, readingId: string, question: string) =>
      `${child(id)}/audit-readings/${part(readingId)}/questions/${part(question)}`,
    finishReading: (id: string, readingId: string) =>
      `${child(id)}/audit-readings/${part(readingId)}/finish`,
    moderate: (id: string, caseId: string) => `${child(id)}/audit-cases/${part(caseId)}`,
    discuss: (id: string, feedbackId: string) => `${child(id)}/audit-feedback/${part(feedbackId)}`,
  },
  inspections: {
    list: '/inspections',
    create: '/inspections/new',
    progress: '/inspections/recommendations',
    one: (id: string) => inspection(id),
    edit: (id: string) => `${inspection(id)}/edit`,
    state: (id: string) => `${inspection(id)}/state`,
    standard: (id: string, standard: string) => `${inspection(id)}/standards/${part(standard)}`,
    rate: (id: string, standard: string) => `${inspection(id)}/standards/${part(standard)}/rate`,
    evidenceNew: (id: string, standard: string) =>
      `${inspection(id)}/standards/${part(standard)}/evidence`,
    evidence: (id: string, evidenceId: string) => `${inspection(id)}/evidence/${part(evidenceId)}`,
    cases: (id: string) => `${inspection(id)}/cases`,
    startReading: (id: string) => `${inspection(id)}/cases/start`,
    linkAudit: (id: string) => `${inspection(id)}/cases/link`,
    unlinkAudit: (id: string) => `${inspection(id)}/cases/unlink`,
    panel: (id: string) => `${inspection(id)}/panel`,
    meetingNew: (id: string) => `${inspection(id)}/panel/meetings/new`,
    meeting: (id: string, meetingId: string) =>
      `${inspection(id)}/panel/meetings/${part(meetingId)}`,
    points: (id: string) => `${inspection(id)}/factual-accuracy`,
    pointNew: (id: string) => `${inspection(id)}/factual-accuracy/new`,
    point: (id: string, pointId: string) => `${inspection(id)}/factual-accuracy/${part(pointId)}`,
    recommendations: (id: string) => `${inspection(id)}/recommendations`,
    recommendationNew: (id: string) => `${inspection(id)}/recommendations/new`,
    recommendation: (id: string, recommendationId: string) =>
      `${inspection(id)}/recommendations/${part(recommendationId)}`,
    recommendationEdit: (id: string, recommendationId: string) =>
      `${inspection(id)}/recommendations/${part(recommendationId)}/edit`,
    recommendationMet: (id: string, recommendationId: string) =>
      `${inspection(id)}/recommendations/${part(recommendationId)}/met`,
    actionNew: (id: string, recommendationId: string) =>
      `${inspection(id)}/recommendations/${part(recommendationId)}/actions/new`,
    action: (id: string, recommendationId: string, actionId: string) =>
      `${inspection(id)}/recommendations/${part(recommendationId)}/actions/${part(actionId)}`,
    texts: (id: string) => `${inspection(id)}/texts`,
    text: (id: string, name: string) => `${inspection(id)}/texts/${part(name)}`,
    report: (id: string) => `${inspection(id)}/report`,
    reportWord: (id: string) => `${inspection(id)}/report/word`,
  },
  /** Published results of all services, and one published inspection entered whole. */
  inspectionResults: {
    list: (chosen: ResultsChosen = {}) => `/inspection-results${query(chosen)}`,
    csv: (chosen: ResultsChosen = {}) => `/inspection-results/csv${query(chosen)}`,
    one: (id: string) => `/inspection-results/of/${part(id)}`,
    example: '/inspection-results/example',
    exampleCases: '/inspection-results/example/cases',
    exampleReport: '/inspection-results/example/report',
    exampleWord: '/inspection-results/example/report/word',
  },
  admin: {
    staff: '/admin/staff',
    staffNew: '/admin/staff/new',
    staffOne: (staffId: string) => `/admin/staff/${part(staffId)}`,
    staffEnd: (staffId: string) => `/admin/staff/${part(staffId)}/end`,
    staffLink: (staffId: string) => `/admin/staff/${part(staffId)}/sign-in-link`,
    staffLooked: (staffId: string) => `/admin/staff/${part(staffId)}/looked`,
    access: '/admin/access',
    timeLimits: '/admin/time-limits',
    timeLimit: (id: string) => `/admin/time-limits/${part(id)}`,
    permissions: '/admin/permissions',
  },
} as const;
