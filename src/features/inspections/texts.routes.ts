import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { unknownReferences } from '../../domain/inspections/report-faults.ts';
import { reportFigures } from '../../domain/inspections/report-figures.ts';
import { reportTexts } from '../../domain/inspections/workspace.data.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm, requiredText, versionField } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneInspection } from './inspections.queries.ts';
import { openInspection } from './open-inspection.ts';
import { TextPage } from './text.view.tsx';
import { type TextPart, textsOf } from './texts.queries.ts';
import { TextsPage } from './texts.view.tsx';

const isPart = (text: string): text is TextPart => Object.hasOwn(reportTexts, text);

async function subject({ tx, param }: PageContext) {
  const part = param('part');
  const open = await openInspection(tx, param('inspectionId'));
  if (!isPart(part) || !open || open.inspection.state === 'published') return undefined;
  const { inspection } = open;
  const figures = reportFigures({ ratings: open, recommendations: [], samples: [] });
  const text = (await textsOf(tx, inspection.id)).find((each) => each.part === part);
  return { inspection, part, text, figures };
}

const draw = (
  { shell, page }: PageContext,
  about: NonNullable<Awaited<ReturnType<typeof subject>>>,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => page(TextPage({ shell, ...about, typed, errors, movedOn: status === 409 }), status);

const schema = z.object({
  words: requiredText('Write something, or go back', 40_000),
  version: versionField,
});

async function save(context: PageContext) {
  const { tx, actor, redirect } = context;
  const about = await subject(context);
  if (!about) return context.notFound();
  const { inspection, part, text, figures } = about;
  const form = await context.form();
  const given = parseForm(schema, form);
  if (!given.ok) return draw(context, about, form.values, given.errors, 422);
  const { words, version } = given.value;
  const unknown = unknownReferences(words, figures);
  if (unknown.length > 0) {
    const message = `No figure is called ${unknown.join(' or ')}: use a name from the list of figures`;
    return draw(context, about, form.values, [{ field: 'words', message }], 422);
  }
  const saved = text
    ? await tx
        .updateTable('inspection_text')
        .set({ words })
        .where('id', '=', text.id)
        .where('version', '=', version)
        .executeTakeFirst()
        .then(({ numUpdatedRows }) => numUpdatedRows)
    : await tx
        .insertInto('inspection_text')
        .values({
          service_id: actor.serviceId,
          id: newId(),
          inspection_id: inspection.id,
          part,
          words,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
        .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows);
  if (saved !== 1n) return draw(context, about, form.values, [], 409);
  return redirect(urls.inspections.texts(inspection.id), `Saved: ${reportTexts[part].title}`);
}

/** The written parts of the report. */
export const textsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.texts(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const inspection = await oneInspection(tx, param('inspectionId'));
      if (!inspection) return notFound();
      const mayEdit = inspection.state !== 'published' && can(actor, 'inspection.edit');
      const texts = await textsOf(tx, inspection.id);
      return page(TextsPage({ shell, inspection, texts, mayEdit }));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.text(':inspectionId', ':part'),
    permission: 'inspection.edit',
    audit: 'none',
    handle: async (context) => {
      const about = await subject(context);
      return about ? draw(context, about, {}) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.text(':inspectionId', ':part'),
    permission: 'inspection.edit',
    audit: 'change',
    handle: save,
  }),
];
