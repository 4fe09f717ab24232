import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { lastChange } from '../../platform/db/last-change.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { approvalRoutes } from './approval.routes.tsx';
import { type ClosureRecord, closureRecord, involvements } from './closure.queries.ts';
import { ClosurePage, PassPage } from './closure.view.tsx';
import { checklistOf, standingInTheWay, writtenIn } from './closure-facts.ts';
import { closureSchema, passSchema, submitErrors } from './closure-form.ts';
import { InvolvementsPage } from './involvements.view.tsx';
import { passCheck, saveClosure } from './save-closure.ts';

const canClose = ({ actor, child }: ChildContext) =>
  can(actor, 'closure.write') && canWriteFor(actor, 'RC5', child);

async function list(context: ChildContext) {
  const { tx, child, shell, today, actor, page } = context;
  const rows = await involvements(tx, child.id);
  const codes = await codeLists(tx, ['involvement_type', 'closure_reason']);
  return page(
    InvolvementsPage({
      shell,
      child,
      today,
      rows,
      typeName: (code) => labelOf(codes.involvement_type, code),
      endReason: (code) => labelOf(codes.closure_reason, code),
      canRead: can(actor, 'oversight.read'),
      canClose: canClose(context),
      canApprove: can(actor, 'closure.approve'),
    }),
  );
}

async function close(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound, param } = context;
  const record = await closureRecord(tx, child.id, param('involvementId'));
  if (!record) return notFound();
  const canWrite = canClose(context);
  const typed = form?.values ?? {};
  const codes = await codeLists(tx, ['involvement_type', 'closure_reason']);
  const draw = (
    of: ClosureRecord,
    errors: readonly FormError[],
    movedOn: { name: string } | null = null,
  ) => {
    const written = writtenIn(of);
    return ClosurePage({
      shell,
      child,
      today,
      errors,
      typed,
      record: of,
      written,
      rows: checklistOf(of, written, child.id),
      typeName: labelOf(codes.involvement_type, of.type),
      reasons: choicesOf(codes.closure_reason),
      canWrite,
      movedOn,
    });
  };
  if (!form) return page(draw(record, []));
  if (!canWrite || record.ended_on !== null || record.closure?.status === 'submitted')
    return notFound();
  const parsed = parseForm(closureSchema(today), form);
  if (!parsed.ok) return page(draw(record, parsed.errors), 422);
  const { version, ...written } = parsed.value;
  const submit = form.text('action') === 'submit';
  const standing = submit ? standingInTheWay(checklistOf(record, written, child.id)) : [];
  const errors = submit ? submitErrors(written, standing, record.started_on) : [];
  if (errors.length > 0) return page(draw(record, errors), 422);
  const saved = await saveClosure(tx, actor, {
    childId: child.id,
    record,
    written,
    version,
    today,
    submit,
  });
  if (saved.kind === 'moved-on')
    return page(draw(record, [], await lastChange(tx, 'closure', record.closure?.id ?? '')), 409);
  return redirect(
    submit ? urls.closure.list(child.id) : urls.closure.one(child.id, record.involvement_id),
    submit ? 'Sent: a manager will approve the closing or send it back' : 'Saved: the closing',
  );
}

async function pass(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound, param } = context;
  const record = await closureRecord(tx, child.id, param('involvementId'));
  if (!record || record.ended_on !== null || !canClose(context)) return notFound();
  const row = checklistOf(record, writtenIn(record), child.id).find(
    ({ id }) => id === param('check'),
  );
  if (!row) return notFound();
  const back = urls.closure.one(child.id, record.involvement_id);
  if (row.isDone || row.exception) return redirect(back, 'That line needs no reason any more');
  const draw = (errors: readonly FormError[]) =>
    PassPage({
      shell,
      child,
      today,
      errors,
      typed: form?.values ?? {},
      label: row.label,
      sentence: row.sentence,
      involvementId: record.involvement_id,
    });
  if (!form) return page(draw([]));
  const parsed = parseForm(passSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  await passCheck(tx, actor, {
    childId: child.id,
    involvementId: record.involvement_id,
    check: row.id,
    reason: parsed.value.reason,
    today,
  });
  return redirect(back, `Passed with a reason: ${row.label}`);
}

/** The child's pieces of work, and the closing of each. */
export const closureRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.closure.list(':childId'),
    tab: { room: 'work', text: 'Involvements', place: 9 },
    permission: 'child.view',
    audit: 'view',
    handle: list,
  }),
  childRoute({
    method: 'get',
    path: urls.closure.one(':childId', ':involvementId'),
    permission: 'oversight.read',
    audit: 'view',
    handle: (context) => close(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.closure.one(':childId', ':involvementId'),
    permission: 'closure.write',
    audit: 'change',
    handle: async (context) => close(context, await context.form()),
  }),
  childRoute({
    method: 'get',
    path: urls.closure.pass(':childId', ':involvementId', ':check'),
    permission: 'closure.write',
    audit: 'view',
    handle: (context) => pass(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.closure.pass(':childId', ':involvementId', ':check'),
    permission: 'closure.write',
    audit: 'change',
    handle: async (context) => pass(context, await context.form()),
  }),
  ...approvalRoutes,
];
