import { can } from '../../../domain/access/can.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { ChildContext, Form } from '../../../platform/http/context.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import type { Typed } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import { type OpenAssessment, openAssessment } from '../assessment.queries.ts';
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

/** The assessment that the address names; undefined when it is not this child's or not for this person to see. */
export const theAssessment = async ({ tx, child, param }: ChildContext) =>
  (await openAssessment(tx, child.id, param('assessmentId'))) ?? undefined;

/** Opens an assessment for a page that writes in it; who may not write is shown it to read. */
export async function writing(
  context: ChildContext,
  then: (open: OpenAssessment) => Answer,
): Promise<Response> {
  const { child, c, redirect, notFound, form, page } = context;
  const open = await theAssessment(context);
  if (!open) return notFound();
  if (mayWrite(context) && isOpen(open)) return then(open);
  if (c.req.method === 'GET') return redirect(urls.assessments.whole(child.id, open.id));
  if (!mayWrite(context)) return notFound();
  return page(TooLatePage({ context, id: open.id, typed: wordsOf(await form()) }), 409);
}

type Handle = (context: ChildContext, open: OpenAssessment) => Answer;

/** A page that writes in an assessment: shown and saved for whoever may write in it while it is open. */
export const writingRoutes = (path: string, show: Handle, save: Handle): readonly Route[] => [
  childRoute({
    method: 'get',
    path,
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) => writing(context, (open) => show(context, open)),
  }),
  childRoute({
    method: 'post',
    path,
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) => writing(context, (open) => save(context, open)),
  }),
];

/** A form that is shown again: what was typed, what to mend, and the version that it was written on. */
export type Refused = {
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  readonly version: number;
};

/** A posted form as it is shown again. */
export const refusedOf = (
  open: Pick<OpenAssessment, 'version'>,
  form: Form,
  errors: readonly FormFault[],
): Refused => ({ errors, typed: form.values, version: versionRead(open, form) });

/** The version that the writer had before them. */
export const versionRead = (open: Pick<OpenAssessment, 'version'>, form: Form): number =>
  versionOf(form.text('version')) || open.version;

/** Answers a save: onwards with what happened in words, to the merge page, or with their words given back. */
export async function afterSave(
  context: ChildContext,
  open: OpenAssessment,
  result: SaveResult,
  { next, saved = 'Saved' }: { next: string; saved?: string },
): Promise<Response> {
  const { child, redirect, page, form } = context;
  if (result.kind === 'refused') {
    const typed = wordsOf(await form());
    return page(TooLatePage({ context, id: open.id, typed }), 409);
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
