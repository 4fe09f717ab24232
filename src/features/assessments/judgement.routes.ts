import { type JudgementId, judgements } from '../../domain/assessments/levels.data.ts';
import { suggestedLevel } from '../../domain/assessments/suggestion.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { versionOf } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { lastSigned, type OpenAssessment } from './assessment.queries.ts';
import { JudgementPage } from './judgement.view.tsx';
import { judgementChange, judgementText, namesGivenElsewhere } from './judgement-form.ts';
import { JudgementsPage } from './judgements.view.tsx';
import { saveContent } from './save-content.ts';
import { afterSave, writing } from './writing.ts';

const path = urls.assessments.judgement(':childId', ':assessmentId', ':judgement');

export const judgementRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.assessments.judgements(':childId', ':assessmentId'),
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) =>
      writing(context, async (open) => {
        const { tx, child, shell, today, page } = context;
        const before = await lastSigned(tx, child.id);
        return page(JudgementsPage({ shell, child, today, open, before }));
      }),
  }),
  childRoute({
    method: 'get',
    path,
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) =>
      writing(context, (open) => {
        const id = judgementOf(context);
        return id ? draw(context, open, id) : context.notFound();
      }),
  }),
  childRoute({
    method: 'post',
    path,
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) =>
      writing(context, (open) => {
        const id = judgementOf(context);
        return id ? save(context, open, id) : context.notFound();
      }),
  }),
];

const judgementOf = ({ param }: ChildContext): JudgementId | undefined =>
  judgements.find(({ id }) => id === param('judgement'))?.id;

async function draw(
  { tx, child, shell, today, page }: ChildContext,
  open: OpenAssessment,
  id: JudgementId,
): Promise<Response> {
  return page(
    JudgementPage({
      shell,
      child,
      today,
      open,
      id,
      text: judgementText(id, open.content),
      suggestion: suggestedLevel(id, open.content.indicators),
      before: await lastSigned(tx, child.id),
      offered: namesGivenElsewhere(open.content),
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
    version: versionOf(posted.text('version')) || open.version,
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
