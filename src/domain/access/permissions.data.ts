import type { Role } from './roles.data.ts';

const workers = ['case-manager', 'practice-manager', 'head-of-service'] as const;
const managers = ['practice-manager', 'head-of-service'] as const;
const seconded = [
  'police-officer',
  'health-clinician',
  'education-worker',
  'social-care-worker',
] as const;
const readers = ['auditor', 'inspector'] as const;
const inbox = ['practice-manager', 'head-of-service', 'business-support'] as const;

/**
 * What each role may do, beside what it may see. A page's link and its route ask the same row.
 * Policies in db/policies ask the same ids through may().
 */
export const permissions = {
  'home.mine': ['case-manager', 'victim-worker', ...seconded, 'early-help-worker', 'court-officer'],
  'home.team': managers,
  'home.panel': ['panel-member', ...seconded],
  'child.search': [
    ...workers,
    ...seconded,
    ...readers,
    'victim-worker',
    'business-support',
    'early-help-worker',
    'court-officer',
  ],
  'child.view': [
    ...workers,
    ...seconded,
    ...readers,
    'victim-worker',
    'business-support',
    'early-help-worker',
    'court-officer',
  ],
  'child.create': ['case-manager', 'practice-manager', 'business-support'],
  'child.edit': ['case-manager', 'practice-manager', 'business-support'],
  'child.merge': ['practice-manager'],
  'child.unmerge': ['practice-manager'],
  'child.gaps': ['case-manager', 'practice-manager', 'head-of-service', 'business-support'],
  'child.allocate': managers,
  'document.add': [
    'case-manager',
    'practice-manager',
    ...seconded,
    'business-support',
    'early-help-worker',
    'court-officer',
  ],
  // Letters to a child, to those who care for them, and by the victim worker to those harmed.
  'letter.read': [...workers, 'court-officer', 'business-support', 'victim-worker', ...readers],
  'letter.write': [
    'case-manager',
    'practice-manager',
    'court-officer',
    'business-support',
    'victim-worker',
  ],
  // What the service sends, and what came back.
  'letter.outbox': ['practice-manager', 'head-of-service', 'business-support'],
  'warning.write': ['case-manager', 'practice-manager'],
  'education.write': ['case-manager', 'education-worker'],
  // Goes through the weeks of all the children they work with.
  'education.round': ['education-worker', 'case-manager'],
  // Lists special needs, plans and hours of the children they see, for a board for special needs.
  'education.list': ['education-worker', ...managers],
  // Answers for children whose education falls short, and puts it to the board.
  'education.head': ['head-of-service'],
  // Says who holds a seat of the management board.
  'board.seat': ['head-of-service'],
  'care.write': ['social-care-worker', 'early-help-worker'],
  'family.private': ['case-manager', 'practice-manager', 'head-of-service', 'social-care-worker'],
  'address.protected': managers,
  'record.restrict': ['head-of-service'],
  'record.erase': ['head-of-service'],
  'break-glass.use': managers,
  'break-glass.review': managers,
  'access-log.read': [...managers, 'administrator'],
  'access-log.all': ['head-of-service', 'administrator'],
  // Told of what is done to the access of others, and of what is done to those who are told.
  'access.oversee': ['head-of-service'],
  'access.oversee-heads': ['auditor'],
  'history.read': [...workers, ...readers],
  'referral.view': [
    ...workers,
    'business-support',
    'police-officer',
    'victim-worker',
    ...readers,
    'court-officer',
  ],
  'referral.inbox': inbox,
  'referral.import': ['practice-manager', 'business-support'],
  'referral.create': ['case-manager', 'practice-manager', 'business-support'],
  'referral.triage': managers,
  'information.ask': ['case-manager', 'practice-manager'],
  'information.answer': [...seconded, 'early-help-worker'],
  'information.use': ['case-manager', 'practice-manager'],
  'partner-note.write': [...seconded],
  'victim.view': ['victim-worker', ...workers, ...readers, 'police-officer', 'business-support'],
  'victim.add': ['victim-worker', 'case-manager', ...inbox],
  'victim.vault': ['victim-worker'],
  'assessment.view': [
    ...workers,
    'health-clinician',
    'social-care-worker',
    ...readers,
    'court-officer',
  ],
  'assessment.write': ['case-manager'],
  'assessment.countersign': managers,
  'panel.view': [...workers, ...seconded, 'panel-member', 'victim-worker', 'business-support'],
  'panel.manage': ['practice-manager', 'business-support'],
  'panel.prepare': ['case-manager', 'practice-manager'],
  'panel.paper': [
    ...workers,
    'panel-member',
    'police-officer',
    'health-clinician',
    'education-worker',
    'social-care-worker',
  ],
  'decision.record': ['practice-manager', 'head-of-service'],
  'decision.confirm': ['police-officer'],
  'decision.escalate': [...managers, 'police-officer', 'panel-member'],
  'escalation.resolve': ['head-of-service'],
  'outcome.deliver': ['case-manager', 'practice-manager', 'police-officer'],
  'police.notify': ['case-manager', 'practice-manager'],
  'exception.record': ['case-manager', 'practice-manager'],
  'exception.review': managers,
  // Charges, and what a court does.
  'court.write': ['case-manager', 'practice-manager', 'court-officer'],
  'breach.approve': managers,
  // Reports for a court or a panel.
  'report.read': [...workers, 'court-officer', ...readers],
  'report.write': ['case-manager', 'practice-manager', 'court-officer'],
  'report.gatekeep': managers,
  // The court's day list, and going to a hearing of it.
  'hearing.list': [...workers, 'business-support', 'court-officer'],
  'hearing.cover': ['case-manager', 'practice-manager', 'court-officer'],
  // Registers that a court sends: read, and brought in.
  'register.view': [...inbox, 'court-officer'],
  'register.import': ['practice-manager', 'business-support', 'court-officer'],
  'plan.view': [
    ...workers,
    'health-clinician',
    'education-worker',
    'social-care-worker',
    'victim-worker',
    ...readers,
    'court-officer',
  ],
  'plan.write': ['case-manager'],
  'plan.share': ['case-manager', 'practice-manager'],
  'contact.view': [
    ...workers,
    'health-clinician',
    'education-worker',
    'social-care-worker',
    'business-support',
    ...readers,
    'court-officer',
  ],
  'contact.write': [
    'case-manager',
    'practice-manager',
    'health-clinician',
    'education-worker',
    'social-care-worker',
    'business-support',
    'court-officer',
  ],
  // What a worker, a team or a room has on a day.
  'diary.view': [...workers, ...seconded, 'victim-worker', 'business-support', 'court-officer'],
  // Keeps the list of rooms that appointments are planned for.
  'room.manage': [...managers, 'administrator'],
  'change-event.write': [
    'case-manager',
    'practice-manager',
    'police-officer',
    'health-clinician',
    'social-care-worker',
    'victim-worker',
    'court-officer',
  ],
  'review.write': ['case-manager'],
  'review.check': managers,
  // Answers what the record proposes, and what follows when work passes on.
  'step.answer': ['case-manager', 'practice-manager'],
  'oversight.read': [...workers, ...readers],
  'oversight.write': managers,
  'action.add': ['case-manager', 'practice-manager', 'head-of-service'],
  'closure.write': ['case-manager'],
  'closure.approve': managers,
  'audit.view': [...managers, ...readers],
  'audit.found': [...managers, ...readers, 'analyst', 'board-member'],
  'audit.manage': [...managers, 'auditor'],
  'audit.read': [...managers, ...readers],
  'audit.feedback': ['case-manager', 'victim-worker'],
  'inspection.view': [...managers, ...readers],
  'inspection.edit': managers,
  'inspection.rate': managers,
  'inspection.lead': [...managers, ...readers],
  'inspection.publish': ['head-of-service'],
  'inspection.progress': [...managers, ...readers, 'board-member'],
  'staff.manage': ['administrator'],
  'rules.manage': ['administrator'],
  'rules.read': [
    ...workers,
    ...readers,
    'business-support',
    'analyst',
    'administrator',
    'board-member',
    'court-officer',
  ],
  'statistics.view': ['analyst', 'board-member', ...managers, ...readers],
  // The service's own figures, exactly: small numbers are not hidden.
  'figures.own': ['analyst', ...managers],
  // Freezes a quarter's figures and signs them; somebody else signs them too or sends them back.
  'figures.freeze': ['analyst'],
  'figures.sign': ['head-of-service'],
  // The board's copy of what was signed: small numbers are hidden.
  'figures.board': ['board-member', 'analyst', ...managers],
  'statistics.family': ['analyst', ...managers],
  'statistics.results': ['analyst', ...managers],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
