import { urls } from '../../urls.ts';

type Duty = {
  readonly childId: string | null;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly linkKind: string;
};

type Address = (childId: string, subjectId: string, involvementId: string | null) => string;

const addresses: Readonly<Record<string, Address>> = {
  referral: (child, subject) => urls.referrals.one(child, subject),
  'contact-record': (child) => urls.contacts.record(child),
  contact: (child, subject) => urls.contacts.one(child, subject),
  'contact-outcome': (child, subject) => urls.contacts.outcome(child, subject),
  assessment: (child) => urls.assessments.list(child),
  countersign: (child, subject) => urls.assessments.countersign(child, subject),
  information: (child, subject) => urls.information.one(child, subject),
  victim: (child, subject) => urls.victims.one(child, subject),
  panel: (child) => urls.panels.childItems(child),
  decision: (child, subject) => urls.panels.decision(child, subject),
  outcome: (child, subject) => urls.panels.outcome(child, subject),
  'police-notice': (child, subject) => urls.panels.policeNotice(child, subject),
  escalation: (child, subject) => urls.panels.escalation(child, subject),
  plan: (child) => urls.plans.current(child),
  review: (child, subject) => urls.reviews.one(child, subject),
  warning: (child, subject) => urls.child.warning(child, subject),
  action: (child, subject) => urls.oversight.action(child, subject),
  closure: (child, subject, involvement) => urls.closure.approve(child, involvement ?? subject),
};

/** The page on which a duty is done; a duty without a child goes to where such duties are listed. */
export function dueLink(duty: Duty): string {
  if (duty.linkKind === 'break-glass') return urls.oversight.breakGlassReview(duty.subjectId);
  if (duty.linkKind === 'exception') return urls.oversight.exception(duty.subjectId);
  if (duty.childId === null) return urls.home;
  const address = addresses[duty.linkKind] ?? urls.child.overview;
  return address(duty.childId, duty.subjectId, duty.involvementId);
}
