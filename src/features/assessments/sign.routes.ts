import { z } from 'zod';
import { canApprove } from '../../domain/access/can.ts';
import { balanceOf } from '../../domain/assessments/balance.ts';
import { missingForSignature } from '../../domain/assessments/completeness.ts';
import { draftOf } from '../../domain/assessments/content.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import {
  type FormError,
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
  versionOf,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { lastSigned, type OpenAssessment, openAssessment } from './assessment.queries.ts';
import { CheckPage } from './check.view.tsx';
import { CountersignPage } from './countersign.view.tsx';
import { countersignAssessment } from './countersign-assessment.ts';
import { countersignReasons, levelsOf, signAssessment } from './sign-assessment.ts';
import { whereToMend } from './where-to-mend.ts';
import { writing } from './writing.ts';

const { assessments } = urls;
const submitPath = assessments.submit(':childId', ':assessmentId');
const countersignPath = assessments.countersign(':childId', ':assessmentId');

const decisionForm = z.object({
  version: versionField,
  decision: requiredChoice(['sign', 'return'], 'Select whether you countersign or return it'),
  comment: requiredText('Enter your comment: what you checked and why you decide so'),
});

export const signRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: submitPath,
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) => writing(context, (open) => check(context, open, 200)),
  }),
  childRoute({
    method: 'post',
    path: submitPath,
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) => writing(context, (open) => sign(context, open)),
  }),
  childRoute({
    method: 'get',
    path: countersignPath,
    permission: 'assessment.countersign',
    audit: 'view',
    handle: (context) => countersigning(context, (open) => decide(context, open)),
  }),
  childRoute({
    method: 'post',
    path: countersignPath,
    permission: 'assessment.countersign',
    audit: 'change',
    handle: (context) => countersigning(context, (open) => countersign(context, open)),
  }),
];

async function check(
  { tx, child, shell, today, page }: ChildContext,
  open: OpenAssessment,
  status: 200 | 409 | 422,
): Promise<Response> {
  const levels = levelsOf(open.content);
  const before = await lastSigned(tx, child.id);
  const problems = missingForSignature(draftOf(open.template, open.content));
  const view = CheckPage({
    shell,
    child,
    today,
    open,
    missing: problems.map((problem) => whereToMend(open, problem)),
    reasons: levels ? countersignReasons(open.content, levels, before) : [],
    movedOn: status === 409,
  });
  return page(view, status);
}

async function sign(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, actor, child, today, form, redirect } = context;
  const version = versionOf((await form()).text('version'));
  const result = await signAssessment(tx, actor, open, { version, today });
  if (result.kind === 'incomplete') return check(context, open, 422);
  if (result.kind === 'moved-on') return check(context, open, 409);
  return redirect(
    assessments.one(child.id, open.id),
    result.kind === 'signed' ? 'Signed' : 'Signed by you and sent to a manager',
  );
}

async function countersigning(
  { tx, child, param, notFound, redirect }: ChildContext,
  then: (open: OpenAssessment) => Promise<Response>,
): Promise<Response> {
  const open = await openAssessment(tx, child.id, param('assessmentId'));
  if (!open) return notFound();
  if (open.status === 'submitted') return then(open);
  const message = 'This assessment does not wait for a manager now';
  return redirect(assessments.whole(child.id, open.id), message);
}

async function decide(
  { actor, child, shell, today, page }: ChildContext,
  open: OpenAssessment,
  refused?: { errors: readonly FormError[]; typed: Record<string, string | string[]> },
): Promise<Response> {
  const view = CountersignPage({
    shell,
    child,
    today,
    open,
    balance: balanceOf(open.template, open.content.answers),
    isOwn: !canApprove(actor, 'assessment.countersign', open.submittedById),
    errors: refused?.errors ?? [],
    typed: refused?.typed ?? {},
  });
  return page(view, refused ? 422 : 200);
}

async function countersign(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, actor, child, today, form, redirect } = context;
  const posted = await form();
  const refuse = (errors: readonly FormError[]) =>
    decide(context, open, { errors, typed: { ...posted.values } });
  const parsed = parseForm(decisionForm, posted);
  if (!parsed.ok) return refuse(parsed.errors);
  const result = await countersignAssessment(tx, actor, open, { ...parsed.value, today });
  if (result.kind === 'own-work') {
    const message = 'You cannot countersign your own assessment. Ask another manager';
    return refuse([{ field: 'decision', message }]);
  }
  if (result.kind === 'moved-on') {
    const message = 'It was changed while you were reading. Read it again, then decide';
    return refuse([{ field: 'decision', message }]);
  }
  return redirect(
    assessments.whole(child.id, open.id),
    result.kind === 'signed' ? 'Countersigned' : 'Returned with your comment',
  );
}
