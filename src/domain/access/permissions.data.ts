import type { Role } from './roles.data.ts';

const workers = ['case-manager', 'practice-manager', 'head-of-service'] as const;
const managers = ['practice-manager', 'head-of-service'] as const;
const seconded = ['police-officer', 'health-clinician', 'education-worker', 'social-care-worker'] as const;
const readers = ['auditor', 'inspector'] as const;
const inbox = ['practice-manager', 'head-of-service', 'business-support'] as const;

/**
 * What each role may do, beside what it may see. A page's link and its route ask the same row.
 * Policies in db/policies ask the same ids through may().
 */
export const permissions = {
  'home.mine': ['case-manager', 'victim-worker', ...seconded, 'early-help-worker'],
  'home.team': managers,
  'home.panel': ['panel-member', ...seconded],
  'child.search': [...workers, ...seconded, ...readers, 'victim-worker', 'business-support', 'early-help-worker'],
  'child.view': [...workers, ...seconded, ...readers, 'victim-worker', 'business-support', 'early-help-worker'],
  'child.create': ['case-manager', 'practice-manager', 'business-support'],
  'child.edit': ['case-manager', 'practice-manager', 'business-support'],
  'child.merge': ['practice-manager'],
  'child.gaps': ['case-manager', 'practice-manager', 'head-of-service', 'business-support'],
  'child.allocate': managers,
  'warning.write': ['case-manager', 'practice-manager'],
  'education.write': ['case-manager', 'education-worker'],
  'care.write': ['social-care-worker', 'early-help-worker'],
  'family.private': ['case-manager', 'practice-manager', 'head-of-service', 'social-care-worker'],
  'address.protected': managers,
  'record.restrict': ['head-of-service'],
  'break-glass.use': managers,
  'break-glass.review': managers,
  'access-log.read': [...managers, 'administrator'],
  'history.read': [...workers, ...readers],
  'referral.view': [...workers, 'business-support', 'police-officer', 'victim-worker', ...readers],
  'referral.import': inbox,
  'referral.create': ['case-manager', ...inbox],
  'referral.triage': managers,
  'information.ask': ['case-manager', 'practice-manager'],
  'information.answer': [...seconded, 'early-help-worker'],
  'information.use': ['case-manager', 'practice-manager'],
  'partner-note.write': [...seconded],
  'victim.view': ['victim-worker', ...workers, ...readers, 'police-officer', 'business-support'],
  'victim.vault': ['victim-worker'],
  'assessment.view': [...workers, 'health-clinician', 'social-care-worker', ...readers],
  'assessment.write': ['case-manager'],
  'assessment.countersign': managers,
  'panel.view': [...workers, ...seconded, 'panel-member', 'victim-worker', 'business-support'],
  'panel.manage': ['practice-manager', 'business-support'],
  'panel.prepare': ['case-manager', 'practice-manager'],
  'panel.paper': [...workers, 'panel-member', 'police-officer', 'health-clinician', 'education-worker', 'social-care-worker'],
  'decision.record': ['practice-manager', 'head-of-service'],
  'decision.confirm': ['police-officer'],
  'decision.escalate': [...managers, 'police-officer', 'panel-member'],
  'escalation.resolve': ['head-of-service'],
  'outcome.deliver': ['case-manager', 'practice-manager', 'police-officer'],
  'police.notify': ['case-manager', 'practice-manager'],
  'exception.record': ['case-manager', 'practice-manager'],
  'exception.review': managers,
  'plan.view': [...workers, 'health-clinician', 'education-worker', 'social-care-worker', 'victim-worker', ...readers],
  'plan.write': ['case-manager'],
  'plan.share': ['case-manager', 'practice-manager'],
  'contact.view': [...workers, 'health-clinician', 'education-worker', 'social-care-worker', 'business-support', ...readers],
  'contact.write': ['case-manager', 'practice-manager', 'health-clinician', 'education-worker', 'social-care-worker', 'business-support'],
  'change-event.write': ['case-manager', 'practice-manager', 'police-officer', 'health-clinician', 'social-care-worker', 'victim-worker'],
  'review.write': ['case-manager'],
  'review.check': managers,
  'oversight.read': [...workers, ...readers],
  'oversight.write': managers,
  'action.add': ['case-manager', 'practice-manager', 'head-of-service'],
  'closure.write': ['case-manager'],
  'closure.approve': managers,
  'staff.manage': ['administrator'],
  'rules.manage': ['administrator'],
  'rules.read': [...workers, ...readers, 'business-support', 'analyst', 'administrator', 'board-member'],
  'figures.read': ['analyst', 'board-member', 'practice-manager', 'head-of-service', ...readers],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];
