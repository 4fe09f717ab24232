import { can } from '../../../domain/access/can.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { urls } from '../../../urls.ts';
import { mayChange, seesGate } from '../may-change.ts';
import { openPapers } from '../panel/open-papers.ts';
import { childItemsRoutes } from './child-items.routes.tsx';
import { exceptionRoutes } from './exception.routes.tsx';
import { itemsWithGate } from './gate.queries.ts';
import { gravityRoutes } from './gravity.routes.tsx';
import { ItemPage } from './item.view.tsx';
import { itemOne } from './items.queries.ts';
import { noParentRoutes } from './no-parent.routes.tsx';
import { isOpen } from './open-item.ts';
import { takeOff } from './take-off.ts';

export type ItemSubject = NonNullable<Awaited<ReturnType<typeof subject>>>;

async function subject({ tx, actor, child, param }: ChildContext) {
  const item = await itemOne(tx, child.id, param('itemId'));
  if (!item) return undefined;
  // Only for those who may read what the gate turns on.
  const [gate = null] = seesGate(actor) ? await itemsWithGate(tx, { itemId: item.id }) : [];
  const { gravity_factor } = await codeLists(tx, ['gravity_factor']);
  return {
    item,
    gate,
    factors: item.gravity_factors.map(
      (code) => gravity_factor.find((each) => each.code === code)?.label ?? code,
    ),
    may: {
      prepare: mayChange(actor, child, 'panel.prepare'),
      except: mayChange(actor, child, 'exception.record') && isOpen(item),
      paper:
        can(actor, 'panel.paper') &&
        !item.my_conflict &&
        (item.state === 'listed' ? mayChange(actor, child, 'panel.prepare') : item.paper_open),
      decide: can(actor, 'decision.record'),
      conflict: !item.my_conflict,
    },
  };
}

/** A child's places on panels: all of them, one, its gravity and its exceptions. */
export const itemRoutes: readonly Route[] = [
  ...childItemsRoutes,
  ...childForm({
    path: urls.panels.item(':childId', ':itemId'),
    reads: 'panel.view',
    writes: 'panel.prepare',
    mayWrite: (_context, { may }) => may.prepare,
    fields: takeOff,
    subject,
    stored: ({ item }) => item,
    save: async ({ tx, actor }, { item }, columns) => {
      if (!isOpen(item)) return { kind: 'moved-on' };
      const saved = await changeRow(tx, 'panel_item', item, columns);
      // Whoever could read the child's paper no longer does.
      if (saved.kind === 'saved') await openPapers(tx, actor, item.panel_id);
      return saved;
    },
    view: (page) => <ItemPage {...page} />,
    done: (_subject, _value, { child }) => ({
      to: urls.panels.childItems(child.id),
      message: 'Saved: no longer on that panel’s list',
    }),
  }),
  ...gravityRoutes,
  ...exceptionRoutes,
  ...noParentRoutes,
];
