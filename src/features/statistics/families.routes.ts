import { can } from '../../domain/access/can.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { allAreas } from './choices.queries.ts';
import { type Family, families } from './families.queries.ts';
import { FamiliesPage } from './families.view.tsx';
import { familyForm, membersTyped, nameErrors } from './family-form.ts';
import { FamilyPage } from './family-form.view.tsx';
import { addFamily, changeFamily, removeFamily } from './save-family.ts';

/** What one page of a family is drawn from: it, the others, and every area. */
async function read({ tx, param }: PageContext, isNew: boolean) {
  const all = await families(tx);
  const family = isNew ? null : (all.find(({ id }) => id === param('familyId')) ?? null);
  const others = all.filter(({ id }) => id !== family?.id);
  return { family, others, areas: await allAreas(tx) };
}

const show = (
  { shell, page }: PageContext,
  model: Awaited<ReturnType<typeof read>>,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
) => page(FamilyPage({ shell, ...model, typed, errors }), errors.length > 0 ? 422 : 200);

async function save(context: PageContext, isNew: boolean) {
  const { tx, actor, shell, page, redirect, notFound } = context;
  const model = await read(context, isNew);
  const { family, others, areas } = model;
  if (!isNew && !family) return notFound();
  const form = await context.form();
  const given = parseForm(familyForm, form);
  if (!given.ok) return show(context, model, form.values, given.errors);
  const { name, why, version } = given.value;
  const { codes, errors } = membersTyped(given.value.members, areas);
  const wrong = [...nameErrors(name, others), ...errors];
  if (wrong.length > 0) return show(context, model, form.values, wrong);
  if (!family) {
    await addFamily(tx, actor, { name, why, members: codes });
    return redirect(urls.statistics.families, `Saved: ${name}`);
  }
  const saved = await changeFamily(tx, { id: family.id, version, name, why, members: codes });
  if (saved.kind === 'saved') return redirect(urls.statistics.families, `Saved: ${name}`);
  const view = { shell, ...model, typed: withoutVersion(form.values), errors: [], movedOn: true };
  return page(FamilyPage(view), 409);
}

// Saving again after a conflict is made on the row's newest version.
const withoutVersion = ({ version: _, ...typed }: Typed): Typed => typed;

export const familyRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.statistics.families,
    tab: { section: 'figures', text: 'Our families' },
    permission: 'statistics.view',
    audit: 'none',
    handle: async ({ tx, actor, shell, page }) =>
      page(
        FamiliesPage({
          shell,
          families: await families(tx),
          areas: await allAreas(tx),
          mayChange: can(actor, 'statistics.family'),
        }),
      ),
  }),
  pageRoute({
    method: 'get',
    path: urls.statistics.familyNew,
    permission: 'statistics.family',
    audit: 'none',
    handle: async (context) => show(context, await read(context, true)),
  }),
  pageRoute({
    method: 'post',
    path: urls.statistics.familyNew,
    permission: 'statistics.family',
    audit: 'change',
    handle: (context) => save(context, true),
  }),
  pageRoute({
    method: 'get',
    path: urls.statistics.family(':familyId'),
    permission: 'statistics.family',
    audit: 'none',
    handle: async (context) => {
      const model = await read(context, false);
      return model.family ? show(context, model) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.statistics.family(':familyId'),
    permission: 'statistics.family',
    audit: 'change',
    handle: (context) => save(context, false),
  }),
  pageRoute({
    method: 'post',
    path: urls.statistics.familyRemove(':familyId'),
    permission: 'statistics.family',
    audit: 'change',
    handle: async ({ tx, param, redirect, notFound }) => {
      const family: Family | undefined = (await families(tx)).find(
        ({ id }) => id === param('familyId'),
      );
      if (!family) return notFound();
      await removeFamily(tx, family.id);
      return redirect(urls.statistics.families, `Removed: ${family.name}`);
    },
  }),
];
