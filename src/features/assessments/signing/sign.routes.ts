import { missingForSignature } from '../../../domain/assessments/completeness.ts';
import { draftOf } from '../../../domain/assessments/content.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import type { Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { lastSigned, type OpenAssessment } from '../assessment.queries.ts';
import { writingRoutes } from '../writing/writing.ts';
import { CheckPage } from './check.view.tsx';
import { beforeSigning } from './record-now.ts';
import { countersignReasons, levelsOf, signAssessment } from './sign-assessment.ts';
import { whereToMend } from './where-to-mend.ts';

async function check(
  context: ChildContext,
  open: OpenAssessment,
  status: 200 | 409 | 422,
): Promise<Response> {
  const levels = levelsOf(open.content);
  const before = await lastSigned(context.tx, context.child.id);
  const missing = missingForSignature(draftOf(open.template, open.content));
  const view = CheckPage({
    context,
    open,
    missing: missing.map((fault) => whereToMend(open, fault)),
    reasons: levels ? countersignReasons(open.content, levels, before) : [],
    before: await beforeSigning(context.tx, open),
    movedOn: status === 409,
  });
  return context.page(view, status);
}

async function sign(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, actor, child, today, form, redirect } = context;
  const version = versionOf((await form()).text('version'));
  const result = await signAssessment(tx, actor, open, { version, today });
  if (result.kind === 'incomplete') return check(context, open, 422);
  if (result.kind === 'moved-on') return check(context, open, 409);
  return redirect(
    urls.assessments.one(child.id, open.id),
    result.kind === 'signed' ? 'Signed' : 'Signed by you and sent to a manager',
  );
}

/** The writer looks the assessment over and signs it. */
export const signRoutes: readonly Route[] = writingRoutes(
  urls.assessments.submit(':childId', ':assessmentId'),
  (context, open) => check(context, open, 200),
  sign,
);
