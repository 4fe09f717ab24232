import { can } from '../../domain/access/can.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { childRoute, pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { addVictim } from './add-victim.ts';
import { vaultRoutes } from './vault.routes.ts';
import { lineOf, linesOf, offencesOf } from './victims.queries.ts';
import { notKnown, VictimPage, VictimsPage } from './victims.view.tsx';
import { wishesRoutes } from './wishes.routes.ts';
import { worklist, worklistCounts, worklistKinds } from './worklist.queries.ts';
import { WorklistPage } from './worklist.view.tsx';

const pageSize = 30;

async function drawList(context: ChildContext, errors: readonly FormError[]) {
  const { tx, actor, child, shell, today, page } = context;
  const mayAdd = can(actor, 'victim.add');
  return page(
    VictimsPage({
      shell,
      child,
      today,
      lines: await linesOf(tx, child.id),
      offences: mayAdd ? await offencesOf(tx, child.id) : null,
      errors,
    }),
    errors.length > 0 ? 422 : 200,
  );
}

export const victimRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.victims.worklist,
    tab: { section: 'home', text: 'Victims' },
    permission: 'victim.vault',
    audit: 'view',
    handle: async ({ tx, shell, today, page, query }) => {
      const kind = worklistKinds.find((each) => each === query('show')) ?? 'contact';
      const pageNumber = pageAsked(query('page'));
      const counts = await worklistCounts(tx);
      const rows = await worklist(tx, kind, {
        limit: pageSize,
        offset: (pageNumber - 1) * pageSize,
      });
      const pages = Math.ceil(counts[kind] / pageSize);
      return page(WorklistPage({ shell, today, kind, counts, rows, pageNumber, pages }));
    },
  }),
  childRoute({
    method: 'get',
    path: urls.victims.list(':childId'),
    tab: { room: 'victims', text: 'Victims' },
    permission: 'victim.view',
    audit: 'view',
    handle: (context) => drawList(context, []),
  }),
  childRoute({
    method: 'post',
    path: urls.victims.list(':childId'),
    permission: 'victim.add',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, redirect } = context;
      const chosen = (await context.form()).text('offence');
      const offence = (await offencesOf(tx, child.id)).find(({ id }) => id === chosen);
      if (!offence && chosen !== notKnown)
        return drawList(context, [
          { field: 'offence', message: 'Choose what they were harmed by' },
        ]);
      const id = await addVictim(tx, actor, {
        childId: child.id,
        offenceId: offence?.id ?? null,
        detailsReceivedOn: null,
      });
      return redirect(
        can(actor, 'victim.vault') ? urls.victims.vault(child.id, id) : urls.victims.list(child.id),
        'Saved: a victim was added, and the victim worker sees it on their list',
      );
    },
  }),
  childRoute({
    method: 'get',
    path: urls.victims.one(':childId', ':victimId'),
    permission: 'victim.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, page, param, notFound }) => {
      const id = param('victimId');
      const line = /^[0-9a-f-]{36}$/.test(id) ? await lineOf(tx, child.id, id) : undefined;
      if (!line) return notFound();
      return page(
        VictimPage({ shell, child, today, line, mayOpenVault: can(actor, 'victim.vault') }),
      );
    },
  }),
  ...vaultRoutes,
  ...wishesRoutes,
];
