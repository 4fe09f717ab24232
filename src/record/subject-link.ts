import { type Actor, can } from '../domain/access/can.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import { mayWriteContacts } from '../domain/contacts/may-write-contacts.ts';
import { urls } from '../urls.ts';

/** A row, by what it is: the words that standards and happenings give as their link kind. */
export type Subject = {
  readonly kind: string;
  readonly id: string;
  readonly childId: string | null;
  readonly involvementId?: string | null;
};

type Place = readonly [
  permission: Permission,
  to: (child: string, id: string, involvement: string | null) => string,
];

const ofChild: Readonly<Record<string, Place>> = {
  action: ['child.view', urls.oversight.action],
  address: ['child.view', (child) => urls.child.addresses(child)],
  'assessment-write': ['assessment.view', urls.assessments.one],
  assessment: ['assessment.view', (child) => urls.assessments.list(child)],
  'audit-feedback': ['oversight.write', urls.audits.discuss],
  'audit-reading': ['audit.read', urls.audits.reading],
  care: ['child.view', (child) => urls.child.care(child)],
  change: ['child.view', (child) => urls.reviews.list(child)],
  'change-proposed': ['child.view', urls.reviews.proposed],
  child: ['child.view', (child) => urls.child.overview(child)],
  closing: ['oversight.read', (child, id, work) => urls.closure.one(child, work ?? id)],
  closure: ['oversight.read', (child, id, work) => urls.closure.approve(child, work ?? id)],
  condition: ['panel.view', urls.panels.condition],
  contact: ['contact.view', urls.contacts.one],
  'corrected-contact': ['contact.view', (child) => urls.contacts.list(child)],
  'corrected-note': ['child.view', (child) => urls.information.notes(child)],
  'corrected-referral': ['referral.view', (child) => urls.referrals.forChild(child)],
  'corrected-hearing': ['child.view', (child) => urls.court.hearings(child)],
  charge: ['child.view', urls.court.charge],
  'court-order': ['child.view', urls.court.order],
  'missed-under-order': ['child.view', (child) => urls.compliance.list(child)],
  'compliance-meeting': ['child.view', (child) => urls.compliance.meetings(child)],
  breach: ['child.view', urls.compliance.breach],
  'breach-check': ['breach.approve', urls.compliance.checkBreach],
  'court-report': ['report.read', urls.courtReports.one],
  'court-report-check': ['report.gatekeep', urls.courtReports.check],
  'early-end': ['child.view', urls.compliance.earlyEnd],
  failure: ['child.view', urls.compliance.failure],
  'contact-outcome': ['contact.write', urls.contacts.outcome],
  'contact-record': ['contact.write', (child) => urls.contacts.record(child)],
  countersign: ['assessment.countersign', urls.assessments.countersign],
  decision: ['panel.view', urls.panels.decision],
  disclosure: ['child.view', (child) => urls.child.disclosures(child)],
  education: ['child.view', (child) => urls.child.education(child)],
  'education-ladder': ['child.view', (child) => urls.needs.ladder(child)],
  escalation: ['panel.view', urls.panels.escalation],
  hearing: ['child.view', urls.court.hearing],
  information: ['child.view', urls.information.one],
  'information-answer': ['information.answer', urls.information.answer],
  letter: ['letter.read', urls.letters.one],
  merge: ['child.unmerge', urls.child.unmerge],
  offence: ['referral.view', (child) => urls.referrals.forChild(child)],
  'order-meeting': ['child.view', urls.court.met],
  'order-panel': ['panel.view', urls.panels.ofOrder],
  outcome: ['panel.view', urls.panels.outcome],
  oversight: ['oversight.read', (child) => urls.oversight.entries(child)],
  panel: ['panel.view', (child) => urls.panels.childItems(child)],
  plan: ['plan.view', (child) => urls.plans.current(child)],
  'police-notice': ['police.notify', urls.panels.policeNotice],
  referral: ['referral.view', urls.referrals.one],
  retention: ['record.erase', (child) => urls.children.retention(child)],
  review: ['child.view', urls.reviews.one],
  'review-check': ['review.check', urls.reviews.check],
  'signed-assessment': ['assessment.view', urls.assessments.one],
  victim: ['victim.view', urls.victims.one],
  'victim-right': ['victim.vault', urls.victims.vault],
  warning: ['child.view', urls.child.warning],
  'work-step': ['panel.view', urls.panels.step],
  workers: ['child.view', (child) => urls.child.workers(child)],
};

const ofService: Readonly<Record<string, Place>> = {
  'break-glass': ['break-glass.review', (_child, id) => urls.oversight.breakGlassReview(id)],
  exception: ['exception.review', (_child, id) => urls.oversight.exception(id)],
  audit: ['audit.view', (_child, id) => urls.audits.one(id)],
  'national-figure': ['figures.own', (_child, id) => urls.figures.national(id)],
  snapshot: ['figures.own', (_child, id) => urls.figures.snapshot(id)],
  inspection: ['inspection.view', (_child, id) => urls.inspections.one(id)],
  'sealed-list': ['record.restrict', (child) => urls.child.restrict(child)],
  'board-seat': ['board.seat', () => urls.needs.boardSeat],
  'time-limit': ['record.erase', () => urls.admin.timeLimits],
};

/** Every kind of row that has a page. */
export const linkedKinds: readonly string[] = Object.keys({ ...ofChild, ...ofService });

/** The page of a row, when this person may open it; otherwise null. */
export function subjectLink(
  actor: Pick<Actor, 'role'>,
  { kind, id, childId, involvementId = null }: Subject,
): string | null {
  const [permission, to] = ofService[kind] ?? (childId === null ? undefined : ofChild[kind]) ?? [];
  return permission && to && can(actor, permission) ? to(childId ?? '', id, involvementId) : null;
}

type Duty = {
  readonly childId: string | null;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly linkKind: string;
  readonly owedBy: string;
};

/**
 * The page on which a duty is done, when this person may open it; otherwise the child's first page, or home. `child` says how
 * they see the child, where that is known: a duty of their own they may always do.
 */
export function dueLink(
  actor: Pick<Actor, 'role'>,
  { childId, involvementId, subjectId, linkKind, owedBy }: Duty,
  child?: { readonly via: string },
): string {
  const writes = ofChild[linkKind]?.[0] === 'contact.write';
  const barred = writes && child && !mayWriteContacts(actor, child);
  // On their home, whoever answers for an agency is led to the answer; a child's page shows the questions to every agency, and
  // each leads to the question.
  const isTheirs = owedBy === 'partner' && child === undefined;
  const answers = linkKind === 'information' && isTheirs && can(actor, 'information.answer');
  const kind = answers ? 'information-answer' : linkKind;
  const subject = { kind, id: subjectId, childId, involvementId };
  return (
    (barred ? null : subjectLink(actor, subject)) ??
    (childId === null ? urls.home : urls.child.overview(childId))
  );
}
