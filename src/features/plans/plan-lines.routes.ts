import { z } from 'zod';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import {
  type FormError,
  parseForm,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { AddLinePage, LinePage } from './line.view.tsx';
import type { FieldChoices } from './line-fields.view.tsx';
import { isLineKind, lineKinds, lineSchema, progressSchema } from './line-form.ts';
import { linesOf } from './plan-draft.ts';
import { currentPlan, lineHistory, type Plan, type PlanNeeds, planNeeds } from './plans.queries.ts';
import { addLine, changeLine, recordProgress, removeLine, restoreLine } from './save-line.ts';

const folded = (text: string) => text.trim().toLowerCase();

async function choicesFor(context: ChildContext, plan: Plan): Promise<FieldChoices> {
  const { tx, child, actor, today } = context;
  const needs: PlanNeeds = await planNeeds(tx, { id: child.id, serviceId: actor.serviceId, today });
  const { agency } = await codeLists(tx, ['agency']);
  const covered = linesOf(plan.lines, 'safety').map((line) => folded(line.risk ?? ''));
  return {
    goals: linesOf(plan.lines, 'goal').map(({ id, text }) => ({ value: id, text })),
    victims: needs.victims.map(({ id, label }) => ({ value: id, text: label })),
    agencies: choicesOf(agency),
    risks: needs.assessment.risks.filter((risk) => !covered.includes(folded(risk))),
  };
}

const given = ['parent_id', 'victim_involvement_id', 'about', 'risk'] as const;

async function add(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound, param, query } = context;
  const kind = param('kind');
  const plan = await currentPlan(tx, child.id);
  if (!isLineKind(kind) || !plan || plan.status === 'ended' || !canWriteFor(actor, 'RC5', child))
    return notFound();
  const choices = await choicesFor(context, plan);
  const typed =
    form?.values ??
    Object.fromEntries(given.map((name) => [name, query(name)]).filter(([, value]) => value));
  const draw = (errors: readonly FormError[]) =>
    AddLinePage({ shell, child, today, kind, choices, errors, typed });
  if (!form) return page(draw([]));
  const parsed = parseForm(lineSchema(kind), form);
  const errors = parsed.ok ? strangers(parsed.value, choices) : parsed.errors;
  if (!parsed.ok || errors.length > 0) return page(draw(errors), 422);
  await addLine(tx, actor, { plan, childId: child.id, kind, values: parsed.value });
  const again = form.text('then') === 'another';
  const goal = parsed.value.parent_id ?? '';
  return redirect(
    again ? urls.plans.addLine(child.id, kind, { parent_id: goal }) : urls.plans.current(child.id),
    `Added: ${lineKinds[kind].one}`,
  );
}

type Chosen = { parent_id: string | null; victim_involvement_id: string | null };

// What was chosen must be of this child's own plan and record; what the line holds already may stay, though it is offered no more.
function strangers(values: Chosen, choices: FieldChoices, stored?: Chosen): FormError[] {
  const has = (list: FieldChoices['goals'], id: string | null, before: string | null = null) =>
    id === null || id === before || list.some(({ value }) => value === id);
  return [
    ...(has(choices.goals, values.parent_id, stored?.parent_id)
      ? []
      : [{ field: 'parent_id', message: 'Choose the goal that this step is for' }]),
    ...(has(choices.victims, values.victim_involvement_id, stored?.victim_involvement_id)
      ? []
      : [{ field: 'victim_involvement_id', message: 'Choose who this line keeps safe' }]),
  ];
}

const whySchema = z.object({ why: requiredText('Enter why it changes', 1000) });
const versionSchema = z.object({ version: versionField });

async function one(context: ChildContext, form: Form | null) {
  const { tx, child, actor, notFound, param } = context;
  const lineId = param('lineId');
  const plan = await currentPlan(tx, child.id);
  const canWrite = canWriteFor(actor, 'RC5', child) && plan?.status !== 'ended';
  if (!plan) return notFound();
  const line = plan.lines.find(({ id }) => id === lineId);
  if (form && !canWrite) return notFound();
  if (form?.text('action') === 'restore') return restore(context, plan, lineId);
  if (!line) return notFound();
  if (form?.text('action') === 'remove') return remove(context, plan, lineId);
  return save(context, form, plan, lineId, canWrite);
}

async function restore(
  { tx, actor, child, redirect, notFound }: ChildContext,
  plan: Plan,
  lineId: string,
) {
  if (plan.status !== 'draft') return notFound();
  const isBack = await restoreLine(tx, actor, { plan, childId: child.id, lineId });
  return redirect(
    urls.plans.current(child.id),
    isBack
      ? 'Put back: the line is in the plan again'
      : 'It could not be put back: put its goal back first',
  );
}

async function remove({ tx, child, redirect, notFound }: ChildContext, plan: Plan, lineId: string) {
  if (plan.status !== 'draft' || !(await removeLine(tx, lineId))) return notFound();
  return redirect(
    urls.plans.current(child.id),
    'Taken out. To undo, choose “Put back” at the end of this page.',
  );
}

async function save(
  context: ChildContext,
  form: Form | null,
  plan: Plan,
  lineId: string,
  canWrite: boolean,
) {
  const { tx, child, shell, today, page, redirect, notFound } = context;
  const draw = async (of: Plan, errors: readonly FormError[], isConflict = false) => {
    const line = of.lines.find(({ id }) => id === lineId);
    if (!line) return null;
    return LinePage({
      shell,
      child,
      today,
      line,
      errors,
      typed: form?.values ?? {},
      choices: await choicesFor(context, of),
      history: await lineHistory(tx, lineId),
      isAgreed: of.status === 'agreed',
      isDraft: of.status === 'draft',
      canWrite,
      movedOn: isConflict ? await lastChange(tx, 'plan_line', lineId) : null,
    });
  };
  const line = plan.lines.find(({ id }) => id === lineId);
  if (!line) return notFound();
  const shown = async (of: Plan, errors: readonly FormError[], status: 200 | 409 | 422) => {
    const view = await draw(of, errors, status === 409);
    return view ? page(view, status) : notFound();
  };
  if (!form) return shown(plan, [], 200);
  const saved = await storeLine(context, form, plan, line, today);
  if (saved.kind === 'refused') return shown(plan, saved.errors, 422);
  if (saved.kind === 'moved-on') return shown(plan, [], 409);
  return redirect(urls.plans.current(child.id), 'Saved: the line is changed');
}

type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'moved-on' }
  | { readonly kind: 'refused'; readonly errors: readonly FormError[] };

async function storeLine(
  context: ChildContext,
  form: Form,
  plan: Plan,
  line: Plan['lines'][number],
  today: Day,
): Promise<Outcome> {
  const { tx } = context;
  const version = parseForm(versionSchema, form);
  if (!version.ok) return { kind: 'refused', errors: version.errors };
  if (form.text('action') === 'progress') {
    const progress = parseForm(progressSchema, form);
    if (!progress.ok) return { kind: 'refused', errors: progress.errors };
    return recordProgress(tx, { line, progress: progress.value, version: version.value.version });
  }
  const values = parseForm(lineSchema(line.kind), form);
  const why = plan.status === 'agreed' ? parseForm(whySchema, form) : null;
  const errors = [
    ...(values.ok ? strangers(values.value, await choicesFor(context, plan), line) : values.errors),
    ...(why && !why.ok ? why.errors : []),
  ];
  if (!values.ok || errors.length > 0) return { kind: 'refused', errors };
  return changeLine(tx, {
    line,
    values: values.value,
    version: version.value.version,
    after: why?.ok ? { why: why.value.why, on: today } : null,
  });
}

/** Adding, changing, marking, taking out and putting back the lines of a plan. */
export const planLineRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.plans.addLine(':childId', ':kind'),
    permission: 'plan.write',
    audit: 'view',
    handle: (context) => add(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.addLine(':childId', ':kind'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => add(context, await context.form()),
  }),
  childRoute({
    method: 'get',
    path: urls.plans.line(':childId', ':lineId'),
    permission: 'plan.view',
    audit: 'view',
    handle: (context) => one(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.plans.line(':childId', ':lineId'),
    permission: 'plan.write',
    audit: 'change',
    handle: async (context) => one(context, await context.form()),
  }),
];
