import { canApprove } from '../../domain/access/can.ts';
import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { nameOf } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { ApprovePage } from './approve.view.tsx';
import { approveClosure, returnClosure } from './approve-closure.ts';
import { closureRecord } from './closure.queries.ts';
import { checklistOf, standingInTheWay, writtenIn } from './closure-facts.ts';
import { verdictSchema } from './closure-form.ts';

async function approve(context: ChildContext, form: Form | null) {
  const { tx, child, shell, today, actor, page, redirect, notFound, param } = context;
  const record = await closureRecord(tx, child.id, param('involvementId'));
  const closure = record?.closure;
  if (!record || !closure) return notFound();
  const codes = await codeLists(tx, ['involvement_type', 'closure_reason']);
  const written = writtenIn(record);
  const rows = checklistOf(record, written, child.id);
  const isOwn = !canApprove(actor, 'closure.approve', closure.submitted_by);
  const isWaiting = closure.status === 'submitted';
  const draw = (errors: readonly FormError[]) =>
    ApprovePage({
      shell,
      child,
      today,
      errors,
      typed: form?.values ?? {},
      record,
      written,
      rows,
      typeName: labelOf(codes.involvement_type, record.type),
      reasons: choicesOf(codes.closure_reason),
      isOwn,
      isWaiting,
    });
  if (!form) return page(draw([]));
  const own = 'You sent this closing yourself: another manager has to approve it';
  if (isOwn) return page(draw([{ field: 'own', message: own }]), 422);
  if (!isWaiting) return page(draw([]), 409);
  const parsed = parseForm(verdictSchema, form);
  if (!parsed.ok) return page(draw(parsed.errors), 422);
  const { verdict, note } = parsed.value;
  const standing = standingInTheWay(rows);
  // What was done when it was sent may have come undone: a new change to the child opens a review.
  if (verdict === 'approve' && standing.length > 0)
    return page(
      draw(standing.map(({ id, sentence }) => ({ field: `check-${id}`, message: sentence }))),
      422,
    );
  const input = { childId: child.id, record, closure, note, today };
  const saved =
    verdict === 'approve' ? await approveClosure(tx, actor, input) : await returnClosure(tx, input);
  if (saved.kind === 'moved-on') return page(draw([]), 409);
  // With the last piece of work the manager's own tie to the child ends: back to what else waits.
  if (verdict === 'approve')
    return redirect(urls.oversight.approvals, `Approved: the work with ${nameOf(child)} has ended`);
  return redirect(urls.closure.list(child.id), 'Sent back to the worker with your note');
}

/** A manager approves a closing or sends it back. */
export const approvalRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.closure.approve(':childId', ':involvementId'),
    permission: 'closure.approve',
    audit: 'view',
    handle: (context) => approve(context, null),
  }),
  childRoute({
    method: 'post',
    path: urls.closure.approve(':childId', ':involvementId'),
    permission: 'closure.approve',
    audit: 'change',
    handle: async (context) => approve(context, await context.form()),
  }),
];
