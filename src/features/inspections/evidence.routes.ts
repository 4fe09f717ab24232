import { standardOf } from '../../domain/inspections/in-framework.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneEvidence } from './evidence.queries.ts';
import { EvidencePage } from './evidence.view.tsx';
import { openInspection } from './open-inspection.ts';
import { addEvidence, changeEvidence, evidenceForm } from './save-evidence.ts';

/** The standard that is written about, and the finding if there is one already; undefined once published. */
async function subject({ tx, param }: PageContext, isNew: boolean) {
  const open = await openInspection(tx, param('inspectionId'));
  if (!open || open.inspection.state === 'published') return undefined;
  const { inspection, framework } = open;
  const evidence = isNew ? null : await oneEvidence(tx, inspection.id, param('evidenceId'));
  if (evidence === undefined) return undefined;
  const standard = standardOf(framework, evidence?.standard ?? param('standard'));
  if (!standard) return undefined;
  return { inspection, standard, evidence };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const draw = (
  { shell, page }: PageContext,
  about: Subject,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => page(EvidencePage({ shell, ...about, typed, errors, movedOn: status === 409 }), status);

async function show(context: PageContext, isNew: boolean) {
  const about = await subject(context, isNew);
  return about ? draw(context, about, {}) : context.notFound();
}

async function save(context: PageContext, isNew: boolean) {
  const { tx, actor, today, redirect } = context;
  const about = await subject(context, isNew);
  if (!about) return context.notFound();
  const { inspection, standard, evidence } = about;
  const form = await context.form();
  const given = parseForm(evidenceForm(today), form);
  if (!given.ok) return draw(context, about, form.values, given.errors, 422);
  const asked = given.value['key-question'];
  if (asked && !standard.keyQuestions.some(({ id }) => id === asked))
    return draw(
      context,
      about,
      form.values,
      [{ field: 'key-question', message: 'Choose a key question of this standard' }],
      422,
    );
  if (!evidence)
    await addEvidence(
      tx,
      actor,
      { inspectionId: inspection.id, standard: standard.id },
      given.value,
    );
  else if ((await changeEvidence(tx, evidence.id, given.value)).kind === 'moved-on')
    return draw(context, about, form.values, [], 409);
  return redirect(
    urls.inspections.standard(inspection.id, standard.id),
    given.value.withdrawn ? 'Taken back: the finding' : 'Saved: the finding',
  );
}

/** Findings: strengths and gaps against a standard. */
export const evidenceRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.evidenceNew(':inspectionId', ':standard'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, true),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.evidenceNew(':inspectionId', ':standard'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, true),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.evidence(':inspectionId', ':evidenceId'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: (context) => show(context, false),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.evidence(':inspectionId', ':evidenceId'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: (context) => save(context, false),
  }),
];
