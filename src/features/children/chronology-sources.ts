import { type RawBuilder, sql } from 'kysely';
import type { Permission } from '../../domain/access/permissions.data.ts';
import { urls } from '../../urls.ts';

/** One kind of dated thing on the timeline: where its rows are and what they say. `x` is the row, of a table with child_id. */
export type ChronologySource = {
  readonly kind: string;
  readonly text: string;
  readonly from: RawBuilder<unknown>;
  /** The day it happened, or for contacts the moment. */
  readonly day?: RawBuilder<unknown>;
  readonly moment?: RawBuilder<unknown>;
  readonly title: RawBuilder<unknown>;
  readonly detail: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
  readonly href: (childId: string, rowId: string) => string;
  /** What the page it leads to asks for. */
  readonly permission: Permission;
};

const label = (list: string, column: RawBuilder<unknown>) =>
  sql`left join reference_code t on t.list = ${list} and t.code = ${column}`;
const level = (column: RawBuilder<unknown>) =>
  sql`replace(coalesce(${column}, 'not given'), '-', ' ')`;

/** Everything dated on a child's record. Each is read under its own table's policies, so each reader has their own timeline. */
export const chronologySources: readonly ChronologySource[] = [
  {
    kind: 'contact',
    permission: 'contact.view',
    text: 'Contacts',
    from: sql`contact x ${label('contact_type', sql`x.type`)} left join reference_code u on u.list = 'attendance' and u.code = x.attendance`,
    moment: sql`coalesce(x.held_at, x.planned_at)`,
    title: sql`coalesce(t.label, x.type) || coalesce(': ' || lower(u.label), '')`,
    detail: sql`left(x.notes, 400)`,
    by: sql`x.worker_id`,
    where: sql`x.status = 'recorded'`,
    href: urls.contacts.one,
  },
  {
    kind: 'referral',
    permission: 'referral.view',
    text: 'Referrals',
    from: sql`referral x ${label('referral_source', sql`x.source`)}`,
    day: sql`x.referred_on`,
    title: sql`'Referred: ' || coalesce(t.label, x.source)`,
    detail: sql`coalesce(x.detail, '')`,
    by: sql`x.created_by`,
    href: urls.referrals.one,
  },
  {
    kind: 'offence',
    permission: 'referral.view',
    text: 'Offences',
    from: sql`offence x`,
    day: sql`x.offence_on`,
    title: sql`'Offence alleged: ' || x.description`,
    detail: sql`case x.offence_on_status when 'estimated' then 'The day is estimated' else '' end`,
    by: sql`x.created_by`,
    href: (childId) => urls.referrals.forChild(childId),
  },
  {
    kind: 'work',
    permission: 'child.view',
    text: 'Work begun',
    from: sql`involvement x ${label('involvement_type', sql`x.type`)}`,
    day: sql`x.started_on`,
    title: sql`'Work began: ' || coalesce(t.label, x.type)`,
    detail: sql`coalesce(x.legal_basis, '')`,
    by: sql`x.created_by`,
    href: (childId) => urls.child.overview(childId),
  },
  {
    kind: 'work-ended',
    permission: 'oversight.read',
    text: 'Work ended',
    from: sql`involvement x ${label('involvement_type', sql`x.type`)} left join reference_code u on u.list = 'closure_reason' and u.code = x.end_reason`,
    day: sql`x.ended_on`,
    title: sql`'Work ended: ' || coalesce(t.label, x.type)`,
    detail: sql`coalesce(u.label, x.end_reason, '')`,
    by: sql`x.created_by`,
    href: urls.closure.one,
  },
  {
    kind: 'assessment',
    permission: 'assessment.view',
    text: 'Assessments',
    from: sql`assessment x`,
    day: sql`x.signed_on`,
    title: sql`'Assessment signed (' || x.kind || ')'`,
    detail: sql`'Further offending ' || ${level(sql`x.likelihood_level`)} || ', safety ' || ${level(sql`x.safety_level`)} || ', other people ' || ${level(sql`x.harm_level`)}`,
    by: sql`x.submitted_by`,
    href: urls.assessments.one,
  },
  {
    kind: 'decision',
    permission: 'panel.view',
    text: 'Decisions',
    from: sql`decision x ${label('outcome', sql`x.outcome`)}`,
    day: sql`x.decided_on`,
    title: sql`'Decision: ' || coalesce(t.label, x.outcome, x.question)`,
    detail: sql`left(x.rationale, 400)`,
    by: sql`x.decided_by`,
    href: urls.panels.decision,
  },
  {
    kind: 'outcome',
    permission: 'panel.view',
    text: 'Outcomes given',
    from: sql`disposal x ${label('outcome', sql`x.outcome`)}`,
    day: sql`x.given_on`,
    title: sql`'Given: ' || coalesce(t.label, x.outcome)`,
    detail: sql`coalesce(x.conditions, '')`,
    by: sql`x.created_by`,
    href: urls.panels.outcome,
  },
  {
    kind: 'plan',
    permission: 'plan.view',
    text: 'Plans',
    from: sql`plan x`,
    day: sql`x.agreed_on`,
    title: sql`'Plan agreed'`,
    detail: sql`coalesce('“' || x.child_words || '”', '')`,
    by: sql`x.created_by`,
    href: (childId) => urls.plans.current(childId),
  },
  {
    kind: 'change',
    permission: 'child.view',
    text: 'Changes in the child’s life',
    from: sql`change_event x ${label('change_event_type', sql`x.type`)}`,
    day: sql`x.happened_on`,
    title: sql`coalesce(t.label, x.type)`,
    detail: sql`left(x.detail, 400)`,
    by: sql`x.created_by`,
    href: (childId) => urls.reviews.list(childId),
  },
  {
    kind: 'review',
    permission: 'child.view',
    text: 'Reviews',
    from: sql`review x`,
    day: sql`x.held_on`,
    title: sql`'Review held: ' || replace(x.result, '-', ' ')`,
    detail: sql`left(coalesce(x.findings, x.no_change_reason, ''), 400)`,
    by: sql`x.held_by`,
    href: urls.reviews.one,
  },
  {
    kind: 'move',
    permission: 'child.view',
    text: 'Moves',
    from: sql`child_address x ${label('accommodation_type', sql`x.accommodation_type`)}`,
    day: sql`x.valid_from`,
    title: sql`'Lived at ' || replace(x.lines, E'\n', ', ')`,
    detail: sql`coalesce(t.label, x.accommodation_type)`,
    by: sql`x.created_by`,
    href: (childId) => urls.child.addresses(childId),
  },
  {
    kind: 'school',
    permission: 'child.view',
    text: 'School, college and work',
    from: sql`education_episode x ${label('education_type', sql`x.provision`)}`,
    day: sql`x.valid_from`,
    title: sql`'Began at ' || x.provider`,
    detail: sql`coalesce(t.label, x.provision)`,
    by: sql`x.created_by`,
    href: (childId) => urls.child.education(childId),
  },
  {
    kind: 'care',
    permission: 'child.view',
    text: 'Social care',
    from: sql`care_episode x ${label('care_status', sql`x.status`)}`,
    day: sql`x.valid_from`,
    title: sql`'Social care: ' || coalesce(t.label, x.status)`,
    detail: sql`coalesce(x.authority, '')`,
    by: sql`x.created_by`,
    href: (childId) => urls.child.care(childId),
  },
  {
    kind: 'warning',
    permission: 'child.view',
    text: 'Warnings',
    from: sql`warning x ${label('warning_type', sql`x.kind`)}`,
    day: sql`x.raised_on`,
    title: sql`'Warning raised: ' || coalesce(t.label, x.kind)`,
    detail: sql`x.detail || case when x.ended_on is null then '' else ' (ended on ' || to_char(x.ended_on, 'FMDD FMMonth YYYY') || ')' end`,
    by: sql`x.created_by`,
    href: urls.child.warning,
  },
  {
    kind: 'oversight',
    permission: 'oversight.read',
    text: 'Manager’s oversight',
    from: sql`oversight_entry x`,
    day: sql`x.entered_on`,
    title: sql`'Manager: ' || replace(x.kind, '-', ' ')`,
    detail: sql`left(x.text, 400)`,
    by: sql`x.created_by`,
    href: (childId) => urls.oversight.entries(childId),
  },
];
