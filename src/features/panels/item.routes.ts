import { can } from '../../domain/access/can.ts';
import { gateRequirements } from '../../domain/panels/gate.data.ts';
import { gravityFactorFrom } from '../../domain/panels/gravity.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { itemsWithGate } from './gate.queries.ts';
import { ExceptionPage } from './gate.view.tsx';
import { GravityPage } from './gravity.view.tsx';
import { ItemPage } from './item.view.tsx';
import { type ItemOne, itemOne } from './items.queries.ts';
import { mayChange, seesGate } from './may-change.ts';
import { attributesAsRecord } from './outcomes.queries.ts';

import { takeOff, takeOffForm } from './put-forward.ts';
import { exceptionForm, recordException } from './record-exception.ts';
import { gravityForm, scoreGravity } from './score-gravity.ts';

const item = ':itemId';

export const itemRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.panels.item(':childId', item),
    permission: 'panel.view',
    audit: 'view',
    handle: (context) => drawItem(context, null, []),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.item(':childId', item),
    permission: 'panel.prepare',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, param, redirect, notFound } = context;
      const found = await itemOne(tx, child.id, param('itemId'));
      if (!found || !mayChange(actor, child, 'panel.prepare')) return notFound();
      const form = await context.form();
      const parsed = parseForm(takeOffForm, form);
      if (!parsed.ok) return drawItem(context, form, parsed.errors);
      if (await takeOff(tx, actor, found, parsed.value))
        return redirect(urls.panels.childItems(child.id), 'Saved: no longer on that panel’s list');
      const message = 'Somebody else changed this item: see how it stands now, then choose again';
      return drawItem(context, form, [{ field: 'state', message }], 409);
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.gravity(':childId', item),
    permission: 'panel.prepare',
    audit: 'view',
    handle: async (context) => {
      const found = await openItem(context);
      if (!found) return context.notFound();
      return drawGravity(context, found, {}, []);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.panels.gravity(':childId', item),
    permission: 'panel.prepare',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, redirect } = context;
      const found = await openItem(context);
      if (!found) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(gravityForm, form);
      if (!parsed.ok) return drawGravity(context, found, form.values, parsed.errors);
      const { gravity_factor } = await codeLists(tx, ['gravity_factor']);
      if (!(await scoreGravity(tx, found.id, parsed.value, gravity_factor.map(factorOf))))
        return drawGravity(context, found, form.values, [], true);
      return redirect(urls.panels.item(child.id, found.id), 'Saved: the gravity score');
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.gate(':childId', item),
    permission: 'exception.record',
    audit: 'view',
    handle: (context) => drawException(context, null, []),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.gate(':childId', item),
    permission: 'exception.record',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const found = await openItem(context);
      if (!found) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(exceptionForm, form);
      if (!parsed.ok) return drawException(context, form, parsed.errors);
      const { requirement } = parsed.value;
      const toDecision = requirement === 'quorum';
      if (!(await isStillOpen(context, found, requirement))) {
        const message = 'This step is in place, or already passed: no exception is needed';
        return drawException(context, form, [{ field: 'reason', message }]);
      }
      await recordException(tx, actor, found, parsed.value, today);
      return redirect(
        toDecision ? urls.panels.decide(child.id, found.id) : urls.panels.item(child.id, found.id),
        'Saved: the exception is recorded, and managers will see it',
      );
    },
  }),
];

/** An item this person may work on now; a decided or withdrawn one is only read. */
async function openItem(context: ChildContext): Promise<ItemOne | undefined> {
  const { tx, actor, child, param } = context;
  if (!mayChange(actor, child, 'panel.prepare')) return undefined;
  const found = await itemOne(tx, child.id, param('itemId'));
  return found?.state === 'listed' || found?.state === 'ready' ? found : undefined;
}

async function isStillOpen({ tx }: ChildContext, found: ItemOne, requirement: string) {
  if (requirement === 'quorum') return found.quorum_exception === null;
  const [gated] = await itemsWithGate(tx, { itemId: found.id });
  return gated?.gate.open.some(({ id }) => id === requirement) ?? false;
}

const factorOf = (code: Code) =>
  gravityFactorFrom({
    code: code.code,
    label: code.label,
    attributes: attributesAsRecord(code.attributes),
    source: '',
    confidence: code.confidence,
    validFrom: null,
    validTo: null,
  });

async function drawItem(
  context: ChildContext,
  form: Form | null,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = errors.length > 0 ? 422 : 200,
) {
  const { tx, actor, child, shell, today, param, page, notFound } = context;
  const found = await itemOne(tx, child.id, param('itemId'));
  if (!found) return notFound();
  const [gate] = seesGate(actor) ? await itemsWithGate(tx, { itemId: found.id }) : [];
  const { gravity_factor } = await codeLists(tx, ['gravity_factor']);
  return page(
    ItemPage({
      shell,
      child,
      today,
      item: found,
      gate: gate ?? null,
      factorLabels: found.gravity_factors.map(
        (code) => gravity_factor.find((each) => each.code === code)?.label ?? code,
      ),
      may: {
        prepare: mayChange(actor, child, 'panel.prepare'),
        except: mayChange(actor, child, 'exception.record'),
        paper:
          can(actor, 'panel.paper') &&
          !found.my_conflict &&
          (found.state === 'listed' ? mayChange(actor, child, 'panel.prepare') : found.paper_open),
        decide: can(actor, 'decision.record'),
        conflict: !found.my_conflict,
      },
      errors,
      typed: form?.values ?? {},
    }),
    status,
  );
}

async function drawGravity(
  { tx, child, shell, today, page }: ChildContext,
  found: ItemOne,
  typed: Readonly<Record<string, string | string[]>>,
  errors: readonly FormError[],
  movedOn = false,
) {
  const { gravity_factor } = await codeLists(tx, ['gravity_factor']);
  const categories = new Set(found.offences.map(({ category }) => category));
  const fits = (code: Code) => {
    const appliesTo = attributesAsRecord(code.attributes).applies_to;
    return appliesTo === 'all' || categories.has(String(appliesTo)) || found.offences.length === 0;
  };
  return page(
    GravityPage({
      shell,
      child,
      today,
      item: found,
      factors: gravity_factor.filter(fits).map(factorOf),
      movedOn,
      errors,
      typed,
    }),
    movedOn ? 409 : errors.length > 0 ? 422 : 200,
  );
}

async function drawException(
  context: ChildContext,
  form: Form | null,
  errors: readonly FormError[],
) {
  const { tx, child, shell, today, query, page, notFound } = context;
  const found = await openItem(context);
  if (!found) return notFound();
  const requirement = form?.text('requirement') ?? query('requirement');
  const known = gateRequirements.find(({ id }) => id === requirement);
  if (!known && requirement !== 'quorum') return notFound();
  const [gated] = await itemsWithGate(tx, { itemId: found.id });
  const problem = gated?.gate.open.find(({ id }) => id === requirement);
  return page(
    ExceptionPage({
      shell,
      child,
      today,
      itemId: found.id,
      requirement,
      label: known?.label ?? 'People needed for the panel to decide',
      sentence:
        problem?.sentence ??
        (known ? 'This step is in place' : 'The panel is deciding without everyone it needs'),
      errors,
      typed: form?.values ?? {},
    }),
    errors.length > 0 ? 422 : 200,
  );
}
