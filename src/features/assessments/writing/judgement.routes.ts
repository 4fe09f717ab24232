import { type JudgementId, judgements } from '../../../domain/assessments/levels.data.ts';
import { suggestedLevel } from '../../../domain/assessments/suggestion.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { lastSigned, type OpenAssessment } from '../assessment.queries.ts';
import { JudgementPage } from './judgement.view.tsx';
import { judgementChange, judgementText, namesGivenElsewhere } from './judgement-form.ts';
import { JudgementsPage } from './judgements.view.tsx';
import { partnerSources } from './partner-sources.ts';
import { saveContent } from './save-content.ts';
import { afterSave, versionRead, writing, writingRoutes } from './writing.ts';

/** The three judgements on a page, and each on its own. */
export const judgementRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.assessments.judgements(':childId', ':assessmentId'),
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) =>
      writing(context, async (open) => {
        const before = await lastSigned(context.tx, context.child.id);
        return context.page(JudgementsPage({ context, open, before }));
      }),
  }),
  ...writingRoutes(
    urls.assessments.judgement(':childId', ':assessmentId', ':judgement'),
    (context, open) => {
      const id = judgementOf(context);
      return id ? draw(context, open, id) : context.notFound();
    },
    (context, open) => {
      const id = judgementOf(context);
      return id ? save(context, open, id) : context.notFound();
    },
  ),
];

const judgementOf = ({ param }: ChildContext): JudgementId | undefined =>
  judgements.find(({ id }) => id === param('judgement'))?.id;

async function draw(
  context: ChildContext,
  open: OpenAssessment,
  id: JudgementId,
): Promise<Response> {
  const { tx, child, page } = context;
  return page(
    JudgementPage({
      context,
      open,
      id,
      text: judgementText(id, open.content),
      suggestion: suggestedLevel(id, open.content.indicators),
      before: await lastSigned(tx, child.id),
      offered: namesGivenElsewhere(open.content),
      partners: await partnerSources(tx, child.id),
    }),
  );
}

async function save(
  context: ChildContext,
  open: OpenAssessment,
  id: JudgementId,
): Promise<Response> {
  const { tx, actor, child, form } = context;
  const posted = await form();
  const here = urls.assessments.judgement(child.id, open.id, id);
  const wish = posted.text('do');
  const result = await saveContent(tx, actor, open, {
    version: versionRead(open, posted),
    change: judgementChange(id, posted),
    event: 'save',
  });
  const next = judgements[judgements.findIndex((row) => row.id === id) + 1];
  const onwards = next
    ? urls.assessments.judgement(child.id, open.id, next.id)
    : urls.assessments.judgements(child.id, open.id);
  const stays = wish === 'signs' || wish === 'keep';
  return afterSave(context, open, result, {
    next: stays ? `${here}#suggestion` : onwards,
  });
}
