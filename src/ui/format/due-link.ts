import { type Actor, can } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { urls } from '../../urls.ts';

type Duty = {
  readonly childId: string | null;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly linkKind: string;
};

type Address = readonly [
  permission: Permission,
  to: (childId: string, subjectId: string, involvementId: string | null) => string,
];

const addresses: Readonly<Record<string, Address>> = {
  referral: ['referral.view', (child, subject) => urls.referrals.one(child, subject)],
  'contact-record': ['contact.write', (child) => urls.contacts.record(child)],
  contact: ['contact.view', (child, subject) => urls.contacts.one(child, subject)],
  'contact-outcome': ['contact.write', (child, subject) => urls.contacts.outcome(child, subject)],
  assessment: ['assessment.view', (child) => urls.assessments.list(child)],
  countersign: [
    'assessment.countersign',
    (child, subject) => urls.assessments.countersign(child, subject),
  ],
  information: ['child.view', (child, subject) => urls.information.one(child, subject)],
  victim: ['victim.view', (child, subject) => urls.victims.one(child, subject)],
  'victim-right': ['victim.vault', (child, subject) => urls.victims.vault(child, subject)],
  panel: ['panel.view', (child) => urls.panels.childItems(child)],
  decision: ['panel.view', (child, subject) => urls.panels.decision(child, subject)],
  outcome: ['panel.view', (child, subject) => urls.panels.outcome(child, subject)],
  'police-notice': ['police.notify', (child, subject) => urls.panels.policeNotice(child, subject)],
  escalation: ['panel.view', (child, subject) => urls.panels.escalation(child, subject)],
  plan: ['plan.view', (child) => urls.plans.current(child)],
  review: ['child.view', (child, subject) => urls.reviews.one(child, subject)],
  warning: ['child.view', (child, subject) => urls.child.warning(child, subject)],
  action: ['child.view', (child, subject) => urls.oversight.action(child, subject)],
  closure: [
    'oversight.read',
    (child, subject, involvement) => urls.closure.approve(child, involvement ?? subject),
  ],
};

/**
 * The page on which a duty is done, when this person may open it; otherwise the child's first page, or home. `child` says how
 * they see the child, where that is known: a duty of their own they may always do.
 */
export function dueLink(
  actor: Pick<Actor, 'role'>,
  duty: Duty,
  child?: { readonly via: string },
): string {
  const fallback = duty.childId === null ? urls.home : urls.child.overview(duty.childId);
  if (duty.linkKind === 'break-glass')
    return can(actor, 'break-glass.review')
      ? urls.oversight.breakGlassReview(duty.subjectId)
      : fallback;
  if (duty.linkKind === 'exception')
    return can(actor, 'exception.review') ? urls.oversight.exception(duty.subjectId) : fallback;
  const [permission, to] = addresses[duty.linkKind] ?? [];
  if (duty.childId === null || !permission || !to || !can(actor, permission)) return fallback;
  if (child && permission === 'contact.write' && !mayWriteContacts(actor, child)) return fallback;
  return to(duty.childId, duty.subjectId, duty.involvementId);
}
