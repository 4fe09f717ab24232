import { can } from '../../domain/access/can.ts';
import type { Role } from '../../domain/access/roles.data.ts';
import { quorumOf } from '../../domain/panels/quorum.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Form, PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { type FormError, parseForm, versionOf } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { AttendancePage } from './attendance.view.tsx';
import { createPanel, panelForm } from './create-panel.ts';
import { CreatePanelPage } from './create-panel.view.tsx';
import { editPanelRoutes, mayBeMoved } from './edit-panel.routes.ts';
import { itemsOf, itemsWithGate } from './gate.queries.ts';
import { openPapers } from './open-papers.ts';
import { PanelPage } from './panel.view.tsx';
import {
  asAttendees,
  panelList,
  panelOne,
  panelsAPage,
  ruleFor,
  seating,
  staffForPanels,
} from './panels.queries.ts';
import { PanelsPage } from './panels.view.tsx';
import { addAttendee, attendeeForm, recordAttendance, tooEarly } from './record-attendance.ts';

/** The gate is true only for those who may read all that it turns on. */
export const seesGate = (actor: { readonly role: Role }) =>
  can(actor, 'panel.prepare') || can(actor, 'assessment.countersign');

export const panelsRoutes: readonly Route[] = [
  ...editPanelRoutes,
  pageRoute({
    method: 'get',
    path: urls.panels.list,
    tab: { section: 'intake', text: 'Panels', place: 2 },
    permission: 'panel.view',
    audit: 'none',
    handle: async ({ tx, actor, shell, now, query, page }) => {
      const when = query('when') === 'past' ? 'past' : 'coming';
      const number = pageAsked(query('page'));
      const rows = await panelList(tx, when, now, number);
      return page(
        PanelsPage({
          shell,
          when,
          now,
          rows: rows.slice(0, panelsAPage),
          page: number,
          hasMore: rows.length > panelsAPage,
          mayManage: can(actor, 'panel.manage'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.panels.create,
    permission: 'panel.manage',
    audit: 'none',
    handle: (context) => createPage(context, null, []),
  }),
  pageRoute({
    method: 'post',
    path: urls.panels.create,
    permission: 'panel.manage',
    audit: 'change',
    handle: async (context) => {
      const form = await context.form();
      const parsed = parseForm(panelForm, form);
      if (!parsed.ok) return createPage(context, form, parsed.errors);
      const { rule } = await seating(context.tx, context.actor.serviceId);
      const made = await createPanel(context.tx, context.actor, parsed.value, rule);
      if (made.kind === 'refused') return createPage(context, form, made.errors);
      return context.redirect(urls.panels.one(made.id), 'Saved: the panel is set up');
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.panels.one(':panelId'),
    permission: 'panel.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, now, today, param, page, notFound }) => {
      const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
      if (!panel) return notFound();
      const rule = ruleFor(panel.nation);
      const all = seesGate(actor);
      return page(
        PanelPage({
          shell,
          panel,
          items: all ? await itemsWithGate(tx, { panelId: panel.id }) : await itemsOf(tx, panel.id),
          quorum: quorumOf(rule, asAttendees(panel.attendees)),
          seats: rule.seats,
          mayManage: can(actor, 'panel.manage'),
          mayMove: can(actor, 'panel.manage') && mayBeMoved(panel, now),
          seesGate: all,
          readsPapersOnly: can(actor, 'panel.paper') && !can(actor, 'assessment.write') && !all,
          now,
          today,
        }),
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.panels.one(':panelId'),
    permission: 'panel.manage',
    audit: 'change',
    handle: async ({ tx, actor, form, param, redirect, notFound }) => {
      const panelId = param('panelId');
      const fields = await form();
      if (!isId(panelId) || fields.text('do') !== 'cancel') return notFound();
      const result = await tx
        .updateTable('panel')
        .set({ status: 'cancelled' })
        .where('id', '=', panelId)
        .where('version', '=', versionOf(fields.text('version')))
        .where('status', '=', 'planned')
        .executeTakeFirst();
      if (result.numUpdatedRows === 1n) await openPapers(tx, actor, panelId);
      return redirect(
        urls.panels.one(panelId),
        result.numUpdatedRows === 1n
          ? 'Saved: the panel is cancelled and its papers are closed'
          : 'Somebody else changed this panel: see how it stands now',
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.panels.attendance(':panelId'),
    permission: 'panel.manage',
    audit: 'view',
    handle: (context) => attendancePage(context, null, [], []),
  }),
  pageRoute({
    method: 'post',
    path: urls.panels.attendance(':panelId'),
    permission: 'panel.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, param, redirect, notFound } = context;
      const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
      if (!panel) return notFound();
      const form = await context.form();
      if (form.text('do') === 'add') {
        const parsed = parseForm(attendeeForm, form);
        if (!parsed.ok) return attendancePage(context, form, parsed.errors, []);
        const added = await addAttendee(tx, actor, panel.id, parsed.value);
        if (added.kind === 'refused')
          return attendancePage(context, form, [{ field: 'staff', message: added.message }], []);
        return redirect(urls.panels.attendance(panel.id), `Saved: ${added.name} is on the panel`);
      }
      const early = tooEarly(panel.starts_at, panel.attendees, form, context.today);
      if (early)
        return attendancePage(context, form, [{ field: 'attendance', message: early }], []);
      const movedOn = await recordAttendance(tx, actor, panel.id, panel.attendees, form);
      if (movedOn.length > 0) return attendancePage(context, null, [], movedOn);
      return redirect(urls.panels.one(panel.id), 'Saved: attendance');
    },
  }),
];

async function createPage(context: PageContext, form: Form | null, errors: readonly FormError[]) {
  const { panelName, rule } = await seating(context.tx, context.actor.serviceId);
  return context.page(
    CreatePanelPage({
      shell: context.shell,
      panelName,
      seats: rule.seats,
      leastPresent: rule.leastPresent,
      staff: await staffForPanels(context.tx),
      errors,
      typed: form?.values ?? {},
    }),
    errors.length > 0 ? 422 : 200,
  );
}

async function attendancePage(
  context: PageContext,
  form: Form | null,
  errors: readonly FormError[],
  movedOn: readonly string[],
) {
  const { tx, shell, param, page, notFound } = context;
  const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
  if (!panel) return notFound();
  const { agency } = await codeLists(tx, ['agency']);
  return page(
    AttendancePage({
      shell,
      panel,
      staff: await staffForPanels(tx),
      agencies: choicesOf(agency),
      movedOn,
      errors,
      typed: form?.values ?? {},
    }),
    movedOn.length > 0 ? 409 : errors.length > 0 ? 422 : 200,
  );
}
