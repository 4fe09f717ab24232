import { formatDay } from '../../../domain/calendar/day.ts';
import { labelOf } from '../../../domain/reference/codes.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { Route } from '../../../platform/http/route.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import { requirementWords } from '../child/requirement-words.ts';
import { fullName } from '../home/home-model.ts';
import { teamList, type WaitingRow, waitingColumns } from './team-list.tsx';
import {
  type Approval,
  approvalsWaiting,
  decisionsToConfirm,
  openExceptions,
  unchangedReviews,
} from './waiting.queries.ts';

const sentIn = ['Sent in by', 'Since', 'Answer by'] as const;

const approvals = teamList({
  path: urls.oversight.approvals,
  tab: 'Approvals',
  permission: 'home.team',
  title: 'Waiting for approval',
  lead: 'Work sent in by a worker. Nobody approves their own.',
  empty: 'Nothing waits for approval here.',
  file: 'approvals',
  headings: sentIn,
  around: async ({ tx, actor, today }, teamId) => {
    const part = { teamId, limit: 100, offset: 0 };
    const decisions = await decisionsToConfirm(tx, actor.serviceId, part);
    return decisions.map((decision) => approvalRow(decision, actor.staffId, today));
  },
  rows: async ({ tx, actor, today }, part) =>
    (await approvalsWaiting(tx, actor.serviceId, part)).map((approval) =>
      approvalRow(approval, actor.staffId, today),
    ),
  // What waits for somebody else is not counted among what waits for managers.
  beneath: (decisions) =>
    decisions.length > 0 ? (
      <Beneath title="Decisions that police have still to confirm" rows={decisions} />
    ) : null,
});

const Beneath = ({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: WaitingRow[];
}): Html => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <DataTable caption={title} columns={waitingColumns(sentIn)} rows={rows} />
  </>
);

const approvalWords = {
  assessment: 'Countersign or return the assessment',
  closure: 'Approve the closure or send it back',
  decision: 'Police confirm the panel’s decision',
} as const;

/** What waits for approval; a person’s own work says that somebody else must approve it. */
function approvalRow(approval: Approval, staffId: string, today: string): WaitingRow {
  const { kind, childId, subjectId, involvementId, dueOn } = approval;
  const href = {
    assessment: urls.assessments.countersign(childId, subjectId),
    closure: urls.closure.approve(childId, involvementId ?? subjectId),
    decision: urls.panels.decision(childId, subjectId),
  }[kind];
  const isOwn = approval.byId === staffId && kind !== 'decision';
  return {
    text: isOwn ? `${approvalWords[kind]}: yours, so a colleague does it` : approvalWords[kind],
    href,
    child: fullName(approval),
    who: approval.by ?? 'A person who has left',
    since: formatDay(approval.since),
    note: dueOn ? formatDay(dueOn) : 'No day set',
    isLate: dueOn !== null && dueOn < today,
  };
}

const exceptions = teamList({
  path: urls.oversight.exceptions,
  tab: 'Exceptions',
  permission: 'exception.review',
  title: 'Exceptions',
  lead: 'Steps that practice asks for, passed with a reason. Each is looked at by a manager who did not make it.',
  empty: 'No exception waits to be reviewed here.',
  file: 'exceptions',
  headings: ['Made by', 'On', 'Reason given'],
  around: async () => null,
  rows: async ({ tx, actor }, part) =>
    (await openExceptions(tx, actor.serviceId, part)).map((exception) => ({
      text: requirementWords(exception.requirement),
      href: urls.oversight.exception(exception.id),
      child: fullName(exception),
      who: exception.created_by === actor.staffId ? `${exception.maker} (you)` : exception.maker,
      since: formatDay(exception.recorded_on),
      note: exception.reason,
    })),
});

const unchanged = teamList({
  path: urls.oversight.unchanged,
  tab: 'Unchanged reviews',
  permission: 'review.check',
  title: 'Reviews that changed nothing',
  lead: 'Something happened to the child, and neither a level nor the plan was changed. Check that the reason holds.',
  empty: 'Every review that changed nothing has been checked.',
  file: 'reviews-that-changed-nothing',
  headings: ['Reviewed by', 'On', 'Why nothing changed'],
  around: ({ tx }) => codeLists(tx, ['change_event_type']),
  rows: async ({ tx, actor }, part, { change_event_type }) =>
    (await unchangedReviews(tx, actor.serviceId, part)).map((review) => ({
      text: review.event ? labelOf(change_event_type, review.event) : 'Review',
      href: urls.reviews.check(review.child_id, review.id),
      child: fullName(review),
      who: review.worker ?? 'A person who has left',
      since: review.held_on ? formatDay(review.held_on) : '',
      note: review.no_change_reason ?? '',
    })),
});

export const waitingRoutes: readonly Route[] = [...approvals, ...exceptions, ...unchanged];
