import { deliveryProblems } from '../../../domain/panels/delivery.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { childForm } from '../../../record/form-page.ts';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { completionRoutes } from './completion.routes.tsx';
import { conditionRoutes } from './condition.routes.tsx';
import { giveOutcome } from './give-outcome.ts';
import { askedOf, givenFields } from './given-fields.ts';
import { type DisposalOne, disposalOne } from './outcome.queries.ts';
import { OutcomePage } from './outcome.view.tsx';
import { policeNoticeRoutes } from './police-notice.routes.tsx';
import { workStepRoutes } from './step.routes.tsx';

/** One outcome: decided, given, ended, and whether police are still owed word of it. */
export const outcomeRoutes: readonly Route[] = [
  ...childForm({
    path: urls.panels.outcome(':childId', ':disposalId'),
    tab: { under: urls.panels.childItems(':childId') },
    reads: 'panel.view',
    writes: 'outcome.deliver',
    mayWrite: ({ actor, child }) => mayChange(actor, child, 'outcome.deliver'),
    fields: givenFields,
    subject: ({ tx, child, param }: ChildContext) => disposalOne(tx, child.id, param('disposalId')),
    asks: ({ outcome, most_hours }) => askedOf(outcome, most_hours),
    stored: ({ attendance_hours: hours, ...disposal }) => ({
      ...disposal,
      attendance_hours: hours === null ? null : String(hours),
      support: 'no',
    }),
    rules: (form, disposal) => [
      ...deliveryProblems(
        disposal.outcome,
        disposal.decided_on,
        {
          givenOn: form.given_on,
          conditions: form.conditions ?? null,
          attendanceHours: form.attendance_hours ? Number(form.attendance_hours) : null,
          dueBy: form.due_by ?? null,
        },
        disposal.most_hours,
      ),
      ...unlessConfirmed(disposal),
    ],
    save: ({ tx, actor, child }, disposal, form) =>
      giveOutcome(tx, actor, child.id, disposal, form),
    view: (page) => <OutcomePage {...page} />,
    done: ({ id }, _form, { child }) => ({
      to: urls.panels.outcome(child.id, id),
      message: 'Saved: the outcome is given',
    }),
  }),
  ...conditionRoutes,
  ...completionRoutes,
  ...policeNoticeRoutes,
  ...workStepRoutes,
];

const unlessConfirmed = ({ decision_status }: DisposalOne) => {
  const message =
    'The decision must be confirmed by police, with no disagreement open, before it is given';
  return decision_status === 'final' ? [] : [{ field: 'given_on-day', message }];
};
