import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { entryProblems } from '../../domain/oversight/entry.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  parseForm,
  requiredChoice,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { actionsOf, entriesAPage, entriesOf, workersOfChild } from './entries.queries.ts';
import { EntriesPage } from './entries.view.tsx';
import { writeEntry } from './write-entry.ts';

export const entryRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.oversight.entries(':childId'),
    tab: { room: 'reviews', text: 'Oversight' },
    permission: 'oversight.read',
    audit: 'view',
    handle: (context) => draw(context, {}, []),
  }),
  childRoute({
    method: 'post',
    path: urls.oversight.entries(':childId'),
    permission: 'oversight.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const form = await context.form();
      const parsed = parseForm(schemaFor(today), form);
      if (!parsed.ok) return draw(context, form.values, parsed.errors, 422);
      const { owner: ownerId, ...input } = parsed.value;
      const workers = await workersOfChild(tx, actor.serviceId, child.id);
      const owner = workers.find(({ id }) => id === ownerId) ?? null;
      const errors = [
        ...entryProblems(input).map(({ anchor, message }) => ({ field: anchor, message })),
        ...actionProblems(input, owner !== null),
      ];
      if (errors.length > 0) return draw(context, form.values, errors, 422);
      await writeEntry(tx, actor, child.id, { ...input, owner }, today);
      return redirect(urls.oversight.entries(child.id), 'Saved: the entry');
    },
  }),
];

const schemaFor = (today: string) =>
  z.object({
    kind: requiredChoice(
      ['case-direction', 'supervision', 'note'],
      'Choose what kind of entry it is',
    ),
    checked: z.string().default(''),
    found: z.string().default(''),
    nextStep: optionalText(500),
    nextStepBy: optionalDay({ label: 'The day it is to be done by', notBefore: today }),
    owner: z.string().default(''),
    selfView: z
      .enum(['effective', 'not-effective', ''])
      .default('')
      .transform((view) => view || null),
  });

function actionProblems(
  input: { readonly nextStep: string | null; readonly nextStepBy: string | null },
  hasOwner: boolean,
): FormError[] {
  if (input.nextStepBy && !input.nextStep)
    return [{ field: 'nextStep', message: 'Enter what is to be done by that day' }];
  if (input.nextStepBy && !hasOwner)
    return [{ field: 'owner', message: 'Choose who is to do it by that day' }];
  return [];
}

async function draw(
  { tx, actor, child, shell, today, query, page }: ChildContext,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 422 = 200,
) {
  const number = pageAsked(query('page'));
  const mayWrite = can(actor, 'oversight.write');
  const entries = await entriesOf(tx, actor.serviceId, child.id, number);
  const actions = await actionsOf(tx, actor.serviceId, child.id);
  const workers = mayWrite ? await workersOfChild(tx, actor.serviceId, child.id) : [];
  return page(
    EntriesPage({
      shell,
      child,
      today,
      entries,
      actions,
      workers,
      mayWrite,
      page: number,
      pages: Math.max(1, Math.ceil((entries[0]?.total ?? 0) / entriesAPage)),
      errors,
      typed,
    }),
    status,
  );
}
