import { z } from 'zod';
import type { ChildContext } from '../../platform/http/context.ts';
import { optionalDay, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import {
  type ChronologyFilter,
  chronology,
  type HappeningKind,
  happeningKinds,
} from './chronology.queries.ts';
import { ChronologyPage } from './chronology.view.tsx';

const size = 50;
const paperSize = 500;
const lastPage = 2000;
const days = z.object({
  from: optionalDay({ label: '“From”' }),
  to: optionalDay({ label: '“To”' }),
});

export const chronologyRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.chronology(':childId'),
    tab: { room: 'papers', text: 'Chronology', place: 1 },
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, shell, today, page } = context;
      const kinds = await happeningKinds(tx);
      const { filter, errors, typed, isForPrint } = filterOf(context, kinds);
      const rows = await chronology(tx, actor.serviceId, child.id, filter);
      const kept = context.c.req.queries();
      const link = (changed: Readonly<Record<string, string | undefined>>) =>
        urls.child.chronologyOf(child.id, { ...kept, ...changed });
      return page(
        ChronologyPage({
          shell,
          child,
          today,
          rows,
          kinds,
          filter,
          errors,
          typed,
          link,
          isForPrint,
        }),
      );
    },
  }),
];

function filterOf({ c, query }: ChildContext, kinds: readonly HappeningKind[]) {
  const typed = Object.fromEntries(
    ['from', 'to'].flatMap((name) =>
      ['day', 'month', 'year'].map((part) => [`${name}-${part}`, query(`${name}-${part}`).trim()]),
    ),
  );
  const parsed = parseForm(days, {
    text: (name) => typed[name] ?? '',
    all: (name) => [typed[name] ?? ''],
    file: () => null,
    values: typed,
  });
  const known = kinds.map(({ kind }) => kind);
  const asked = Number(query('page'));
  const isForPrint = query('paper') === 'yes';
  const filter: ChronologyFilter = {
    kinds: (c.req.queries('kind') ?? []).filter((kind) => known.includes(kind)),
    from: parsed.ok ? parsed.value.from : null,
    to: parsed.ok ? parsed.value.to : null,
    page: Number.isInteger(asked) && asked > 0 ? Math.min(asked, lastPage) : 1,
    size: isForPrint ? paperSize : size,
  };
  return { filter, errors: parsed.ok ? [] : parsed.errors, typed, isForPrint };
}
