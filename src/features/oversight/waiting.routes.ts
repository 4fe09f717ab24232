import { formatDay } from '../../domain/calendar/day.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { fullName } from './home-model.ts';
import { pickTeam } from './pick-team.ts';
import { requirementWords } from './requirement-words.ts';
import { teamsOf } from './team.queries.ts';
import {
  approvalsWaiting,
  decisionsToConfirm,
  openExceptions,
  unchangedReviews,
} from './waiting.queries.ts';
import { approvalRow, WaitingList } from './waiting.view.tsx';

export const waitingRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.approvals,
    tab: { section: 'oversight', text: 'Approvals', keeps: 'team' },
    permission: 'home.team',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, today, page } = context;
      const { teams, team } = await teamOf(context);
      const found = await approvalsWaiting(tx, actor.serviceId, team?.id ?? null);
      const decisions = await decisionsToConfirm(tx, actor.serviceId, team?.id ?? null);
      return page(
        WaitingList({
          shell,
          teams,
          team,
          title: 'Waiting for approval',
          lead: 'Work sent in by a worker. Nobody approves their own.',
          path: urls.oversight.approvals,
          empty: 'Nothing waits for approval here.',
          whoHeading: 'Sent in by',
          sinceHeading: 'Since',
          noteHeading: 'Answer by',
          rows: found.map((approval) => approvalRow(approval, actor.staffId, today)),
          others: {
            title: 'Decisions that police have still to confirm',
            rows: decisions.map((decision) => approvalRow(decision, actor.staffId, today)),
          },
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.oversight.exceptions,
    tab: { section: 'oversight', text: 'Exceptions', keeps: 'team' },
    permission: 'exception.review',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, page } = context;
      const { teams, team } = await teamOf(context);
      const found = await openExceptions(tx, actor.serviceId, team?.id ?? null);
      return page(
        WaitingList({
          shell,
          teams,
          team,
          title: 'Exceptions',
          lead: 'Steps that practice asks for, passed with a reason. Each is looked at by a manager who did not make it.',
          path: urls.oversight.exceptions,
          empty: 'No exception waits to be reviewed here.',
          whoHeading: 'Made by',
          sinceHeading: 'On',
          noteHeading: 'Reason given',
          rows: found.map((exception) => ({
            text: requirementWords(exception.requirement),
            href: urls.oversight.exception(exception.id),
            child: fullName(exception),
            who:
              exception.created_by === actor.staffId ? `${exception.maker} (you)` : exception.maker,
            since: formatDay(exception.recorded_on),
            note: exception.reason,
            isLate: false,
          })),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.oversight.unchanged,
    tab: { section: 'oversight', text: 'Unchanged reviews', keeps: 'team' },
    permission: 'review.check',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, page } = context;
      const { teams, team } = await teamOf(context);
      const found = await unchangedReviews(tx, actor.serviceId, team?.id ?? null);
      const codes = await codeLists(tx, ['change_event_type']);
      return page(
        WaitingList({
          shell,
          teams,
          team,
          title: 'Reviews that changed nothing',
          lead: 'Something happened to the child, and neither a level nor the plan was changed. Check that the reason holds.',
          path: urls.oversight.unchanged,
          empty: 'Every review that changed nothing has been checked.',
          whoHeading: 'Reviewed by',
          sinceHeading: 'On',
          noteHeading: 'Why nothing changed',
          rows: found.map((review) => ({
            text: review.event ? labelOf(codes.change_event_type, review.event) : 'Review',
            href: urls.reviews.check(review.child_id, review.id),
            child: fullName(review),
            who: review.worker ?? 'A person who has left',
            since: review.held_on ? formatDay(review.held_on) : '',
            note: review.no_change_reason ?? '',
            isLate: false,
          })),
        }),
      );
    },
  }),
];

async function teamOf({ tx, actor, query }: PageContext) {
  const teams = await teamsOf(tx, actor.serviceId);
  return { teams, team: pickTeam(actor, teams, query('team')) };
}
