import { caseStandards } from '../../domain/audits/audit-questions.ts';
import { addDays, addMonths, type Day, isDay } from '../../domain/calendar/day.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import type { PageContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type Audit, oneAudit } from './audits.queries.ts';
import { leadRoles, peopleOf } from './people.queries.ts';
import { PlanPage } from './plan.view.tsx';
import { changePlan, planAudit } from './plan-audit.ts';
import { type PlanInput, planInput } from './plan-form.ts';

export const planRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.create(),
    permission: 'audit.manage',
    audit: 'view',
    handle: (context) => {
      const month = context.query('month');
      return draw(context, null, /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}, []);
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.audits.create(),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect } = context;
      const form = await context.form();
      const parsed = planInput(form);
      if (!parsed.ok) return draw(context, null, form.values, parsed.errors, 422);
      const wrong = await wrongPlan(context, null, parsed.value);
      if (wrong) return draw(context, null, form.values, [wrong], 422);
      const id = await planAudit(tx, actor, parsed.value);
      return redirect(urls.audits.one(id), 'Saved: the audit is in the programme');
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.audits.plan(':auditId'),
    permission: 'audit.manage',
    audit: 'view',
    handle: async (context) => {
      const audit = await changeable(context);
      return audit ? draw(context, audit, {}, []) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.audits.plan(':auditId'),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect } = context;
      const audit = await changeable(context);
      if (!audit) return context.notFound();
      const form = await context.form();
      const parsed = planInput(form);
      if (!parsed.ok) return draw(context, audit, form.values, parsed.errors, 422);
      const wrong = await wrongPlan(context, audit, parsed.value);
      if (wrong) return draw(context, audit, form.values, [wrong], 422);
      const saved = await changePlan(tx, actor, audit, parsed.value);
      if (saved.kind === 'moved-on')
        return draw(context, audit, form.values, [], 409, beside(audit, parsed.value));
      return redirect(urls.audits.one(audit.id), 'Saved: the plan');
    },
  }),
];

/** What is wrong with a plan beyond its fields: its lead must be offered, and a drawn sample is read near its month. */
async function wrongPlan(
  { tx, actor, today }: PageContext,
  audit: Audit | null,
  { lead, month }: PlanInput,
): Promise<FormError | null> {
  const people = await peopleOf(tx, actor.serviceId, leadRoles, today);
  if (!people.some(({ id }) => id === lead))
    return { field: 'lead', message: 'Choose who leads it from this list' };
  return audit?.drawnOn && month > addMonths(audit.drawnOn, 1)
    ? { field: 'month', message: 'Its sample is drawn: choose a month nearer to that day' }
    : null;
}

async function changeable({ tx, actor, param }: PageContext): Promise<Audit | undefined> {
  const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
  return audit && ['planned', 'reading'].includes(audit.status) ? audit : undefined;
}

const beside = (audit: Audit, yours: PlanInput): TwoVersions[] => [
  { label: 'What it is called', theirs: audit.title, yours: yours.title },
  { label: 'Theme', theirs: audit.theme, yours: yours.theme },
  { label: 'Month', theirs: audit.month.slice(0, 7), yours: yours.month.slice(0, 7) },
  { label: 'Due', theirs: audit.dueOn, yours: yours.dueOn },
  {
    label: 'Standards',
    theirs: audit.standards.join(', '),
    yours: yours.standards.join(', '),
  },
];

async function draw(
  context: PageContext,
  audit: Audit | null,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
  conflict: readonly TwoVersions[] = [],
) {
  const { tx, actor, shell, today, page } = context;
  const first = `${today.slice(0, 7)}-01`;
  return page(
    PlanPage({
      shell,
      audit,
      typed,
      errors,
      conflict,
      months: Array.from({ length: 21 }, (_, index) => addMonths(first, index - 3)),
      usualDue: lastDayOf(isDay(`${typed.month}-01`) ? `${typed.month}-01` : first),
      people: await peopleOf(tx, actor.serviceId, leadRoles, today),
      frameworks: readFrameworks().map((framework) => ({
        id: framework.id,
        title: framework.title,
        standards: caseStandards(framework),
      })),
    }),
    status,
  );
}

const lastDayOf = (month: Day) => addDays(addMonths(month, 1), -1);
