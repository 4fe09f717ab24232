import { can } from '../../domain/access/can.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { urls } from '../../urls.ts';
import { type OpenAssessment, openAssessment } from './assessment.queries.ts';
import type { SaveResult } from './save-content.ts';
import { TooLatePage } from './too-late.view.tsx';

type Answer = Response | Promise<Response>;

/** Whether this person may write in this child's assessments; the database asks the same again. */
export function mayWrite({ actor, child }: Pick<ChildContext, 'actor' | 'child'>): boolean {
  const isStranger = ['service', 'manager', 'inbox', 'promise'].includes(child.via);
  return can(actor, 'assessment.write') && !isStranger;
}

export const isOpen = ({ status }: Pick<OpenAssessment, 'status'>) =>
  status === 'draft' || status === 'returned';

/** Opens an assessment for a page that writes in it; who may not write is shown it to read. */
export async function writing(
  context: ChildContext,
  then: (open: OpenAssessment) => Answer,
): Promise<Response> {
  const { tx, child, param, c, redirect, notFound, form, page, shell, today } = context;
  const open = await openAssessment(tx, child.id, param('assessmentId'));
  if (!open) return notFound();
  if (mayWrite(context) && isOpen(open)) return then(open);
  if (c.req.method === 'GET') return redirect(urls.assessments.whole(child.id, open.id));
  if (!mayWrite(context)) return notFound();
  return page(TooLatePage({ shell, child, today, id: open.id, typed: wordsOf(await form()) }), 409);
}

/** Answers a save: onwards with what happened in words, to the merge page, or with their words given back. */
export async function afterSave(
  { child, redirect, page, shell, today, form }: ChildContext,
  open: OpenAssessment,
  result: SaveResult,
  { next, saved = 'Saved' }: { next: string; saved?: string },
): Promise<Response> {
  if (result.kind === 'refused') {
    const typed = wordsOf(await form());
    return page(TooLatePage({ shell, child, today, id: open.id, typed }), 409);
  }
  if (result.kind === 'clash') return redirect(urls.assessments.merge(child.id, open.id));
  if (result.kind === 'unchanged') return redirect(next);
  const joined = result.joinedWith
    ? `${saved}. ${result.joinedWith} had saved too: you changed different questions, and both are kept.`
    : saved;
  return redirect(next, joined);
}

const wordsOf = (form: Form) =>
  Object.entries(form.values).flatMap(([name, value]) =>
    name === 'version' || name === 'do' ? [] : [value].flat().filter((text) => text.trim() !== ''),
  );
