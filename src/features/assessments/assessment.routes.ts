import { can } from '../../domain/access/can.ts';
import { balanceOf } from '../../domain/assessments/balance.ts';
import { missingForSignature } from '../../domain/assessments/completeness.ts';
import { draftOf } from '../../domain/assessments/content.ts';
import { judgements } from '../../domain/assessments/levels.data.ts';
import { isJudged, sectionProgress, writtenSections } from '../../domain/assessments/progress.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { assessmentsOf, type OpenAssessment } from './assessment.queries.ts';
import { ListPage } from './list.view.tsx';
import { oldestClash } from './versions/clash.queries.ts';
import { WholePage } from './whole-page.view.tsx';
import { formsWithDrafts } from './writing/page-drafts.queries.ts';
import { recordBeside } from './writing/record.queries.ts';
import { TasksPage } from './writing/tasks.view.tsx';
import { isOpen, mayWrite, theAssessment } from './writing/writing.ts';

const { assessments } = urls;
export const assessmentRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: assessments.list(':childId'),
    tab: { room: 'assessment', text: 'Assessments' },
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, child, page } = context;
      const rows = await assessmentsOf(tx, child.id);
      return page(ListPage({ context, rows, mayStart: mayWrite(context) }));
    },
  }),
  childRoute({
    method: 'get',
    path: assessments.one(':childId', ':assessmentId'),
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const open = await theAssessment(context);
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
      const open = await theAssessment(context);
      return open ? drawWhole(context, open) : context.notFound();
    },
  }),
];

async function drawTasks(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, child, page } = context;
  const { template, content } = open;
  const missing = missingForSignature(draftOf(template, content));
  const unsafe = missing.some(({ field }) => /^(safety|contingency)/.test(field));
  const hasRows = content.safetyRows.length + content.contingencyRows.length > 0;
  const record = open.kind === 'initial' ? null : await recordBeside(tx, open);
  const unsaved = await formsWithDrafts(tx, child.id, open.id);
  return page(
    TasksPage({
      context,
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
        // Before anything asks for a line, and without one, nothing is done here.
        total: unsafe || hasRows ? 2 : 0,
      },
      missing: missing.length,
      balance: balanceOf(template, content.answers),
      changes: record?.changes ?? [],
      hasClash: (await oldestClash(tx, open.id)) !== null,
    }),
  );
}

function drawWhole(context: ChildContext, open: OpenAssessment): Response | Promise<Response> {
  const { actor, page } = context;
  const waits = open.status === 'submitted' && can(actor, 'assessment.countersign');
  const writes = mayWrite(context) && isOpen(open);
  return page(WholePage({ context, open, mayCountersign: waits, mayWrite: writes }));
}
