import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { balanceOf } from '../../domain/assessments/balance.ts';
import { missingForSignature } from '../../domain/assessments/completeness.ts';
import { draftOf } from '../../domain/assessments/content.ts';
import { judgements } from '../../domain/assessments/levels.data.ts';
import { isJudged, sectionProgress, writtenSections } from '../../domain/assessments/progress.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import {
  type FormError,
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { AbandonPage } from './abandon.view.tsx';
import { abandonAssessment } from './abandon-assessment.ts';
import {
  assessmentsOf,
  lastSigned,
  type OpenAssessment,
  openAssessment,
  templatesOn,
} from './assessment.queries.ts';
import { oldestClash } from './clash.queries.ts';
import { ListPage } from './list.view.tsx';
import { formsWithDrafts } from './page-drafts.queries.ts';
import { recordBeside } from './record.queries.ts';
import { StartPage } from './start.view.tsx';
import { startAssessment } from './start-assessment.ts';
import { TasksPage } from './tasks.view.tsx';
import { WholePage } from './whole-page.view.tsx';
import { isOpen, mayWrite, writing } from './writing.ts';

const { assessments } = urls;
const startForm = z.object({
  kind: requiredChoice(['initial', 'review', 'final'], 'Select what kind of assessment it is'),
  template: requiredText('Select a tool'),
});
const abandonForm = z.object({
  version: versionField,
  reason: requiredText('Enter why it is put away'),
});

export const assessmentRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: assessments.list(':childId'),
    tab: { room: 'assessment', text: 'Assessments' },
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, child, shell, today, page } = context;
      const rows = await assessmentsOf(tx, child.id);
      return page(ListPage({ shell, child, today, rows, mayStart: mayWrite(context) }));
    },
  }),
  childRoute({
    method: 'get',
    path: assessments.start(':childId'),
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) => (mayWrite(context) ? drawStart(context) : context.notFound()),
  }),
  childRoute({
    method: 'post',
    path: assessments.start(':childId'),
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) => (mayWrite(context) ? start(context) : context.notFound()),
  }),
  childRoute({
    method: 'get',
    path: assessments.one(':childId', ':assessmentId'),
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const open = await openAssessment(
        context.tx,
        context.child.id,
        context.param('assessmentId'),
      );
      if (!open) return context.notFound();
      return mayWrite(context) && isOpen(open)
        ? drawTasks(context, open)
        : drawWhole(context, open);
    },
  }),
  childRoute({
    method: 'get',
    path: assessments.whole(':childId', ':assessmentId'),
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const open = await openAssessment(
        context.tx,
        context.child.id,
        context.param('assessmentId'),
      );
      return open ? drawWhole(context, open) : context.notFound();
    },
  }),
  childRoute({
    method: 'get',
    path: assessments.abandon(':childId', ':assessmentId'),
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) => writing(context, (open) => drawAbandon(context, open)),
  }),
  childRoute({
    method: 'post',
    path: assessments.abandon(':childId', ':assessmentId'),
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) => writing(context, (open) => abandon(context, open)),
  }),
];

type Refused = { errors: readonly FormError[]; typed: Readonly<Record<string, string | string[]>> };

async function drawStart(
  { tx, child, shell, today, page }: ChildContext,
  refused?: Refused,
): Promise<Response> {
  const before = await lastSigned(tx, child.id);
  const templates = await templatesOn(tx, today);
  const lastSignedOn = before?.signedOn ?? null;
  const view = StartPage({ shell, child, today, lastSignedOn, templates, ...refused });
  return page(view, refused ? 422 : 200);
}

async function start(context: ChildContext): Promise<Response> {
  const { tx, actor, child, today, form, redirect } = context;
  const posted = await form();
  const parsed = parseForm(startForm, posted);
  if (!parsed.ok) return drawStart(context, { errors: parsed.errors, typed: posted.values });
  const templates = await templatesOn(tx, today);
  const template = templates.find(({ id }) => id === parsed.value.template);
  const refuse = (message: string) =>
    drawStart(context, { errors: [{ field: 'kind', message }], typed: posted.values });
  if (!template) return refuse('Select a tool that is in use');
  const started = await startAssessment(tx, actor, {
    childId: child.id,
    kind: parsed.value.kind,
    templateId: template.id,
    templateVersion: template.version,
    today,
  });
  if (started.kind === 'nothing-signed') {
    return refuse('Nothing has been signed yet that could be reviewed: start a first assessment');
  }
  const message =
    started.kind === 'started'
      ? 'Started. What the record knows is filled in. Save each part as you go'
      : 'An assessment is open already: carry on with this one';
  return redirect(assessments.one(child.id, started.id), message);
}

async function drawTasks(
  { tx, child, shell, today, page }: ChildContext,
  open: OpenAssessment,
): Promise<Response> {
  const { template, content } = open;
  const missing = missingForSignature(draftOf(template, content));
  const unsafe = missing.some(({ field }) => /^(safety|contingency)/.test(field));
  const hasRows = content.safetyRows.length + content.contingencyRows.length > 0;
  const record = open.kind === 'initial' ? null : await recordBeside(tx, open);
  const unsaved = await formsWithDrafts(tx, child.id, open.id);
  return page(
    TasksPage({
      shell,
      child,
      today,
      open,
      written: writtenSections(template).map((section) => ({
        title: section.title,
        href: assessments.section(child.id, open.id, section.id),
        hasUnsaved: unsaved.has(assessments.section(child.id, open.id, section.id)),
        ...sectionProgress(template, content, section),
      })),
      judged: judgements.map(({ id, title }) => ({
        title,
        href: assessments.judgement(child.id, open.id, id),
        hasUnsaved: unsaved.has(assessments.judgement(child.id, open.id, id)),
        done: isJudged(template, content, id) ? 2 : content.judgements[id].level ? 1 : 0,
        total: 2,
      })),
      safety: {
        title: 'Safety, and if things change',
        href: assessments.safety(child.id, open.id),
        hasUnsaved: [...unsaved].some((form) =>
          form.startsWith(assessments.safety(child.id, open.id)),
        ),
        done: unsafe ? (hasRows ? 1 : 0) : 2,
        total: 2,
      },
      missing: missing.length,
      balance: balanceOf(template, content.answers),
      changes: record?.changes ?? [],
      hasClash: (await oldestClash(tx, open.id)) !== null,
    }),
  );
}

function drawWhole(context: ChildContext, open: OpenAssessment): Response | Promise<Response> {
  const { actor, child, shell, today, page } = context;
  const waits = open.status === 'submitted' && can(actor, 'assessment.countersign');
  const writes = mayWrite(context) && isOpen(open);
  return page(WholePage({ shell, child, today, open, mayCountersign: waits, mayWrite: writes }));
}

function drawAbandon(
  { child, shell, today, page }: ChildContext,
  { id, version }: OpenAssessment,
  refused?: Refused,
): Response | Promise<Response> {
  const { errors, typed } = refused ?? { errors: [], typed: {} };
  const view = AbandonPage({ shell, child, today, id, version, errors, typed });
  return page(view, refused ? 422 : 200);
}

async function abandon(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, actor, child, form, redirect } = context;
  const posted = await form();
  const parsed = parseForm(abandonForm, posted);
  const refuse = (errors: readonly FormError[]) =>
    drawAbandon(context, open, { errors, typed: posted.values });
  if (!parsed.ok) return refuse(parsed.errors);
  const done = await abandonAssessment(tx, actor, open, parsed.value);
  if (done === 'moved-on') {
    const message = 'Somebody has saved since you opened it. Look again before you put it away';
    return refuse([{ field: 'reason', message }]);
  }
  return redirect(assessments.list(child.id), 'Put away. It can still be read');
}
