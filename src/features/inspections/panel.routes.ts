import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { newId } from '../../platform/db/new-id.ts';
import { savedOf } from '../../platform/db/optimistic.ts';
import type { PageContext } from '../../platform/http/context.ts';
import {
  optionalText,
  parseForm,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { oneInspection } from './inspections.queries.ts';
import { MeetingPage } from './meeting.view.tsx';
import { openInspection } from './open-inspection.ts';
import { decisionsOf, meetingsOf } from './panel.queries.ts';
import { PanelPage } from './panel.view.tsx';

async function subject({ tx, param }: PageContext, isNew: boolean) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  if (!inspection || inspection.state === 'published') return undefined;
  const meeting = isNew
    ? null
    : (await meetingsOf(tx, inspection.id)).find(({ id }) => id === param('meetingId'));
  if (meeting === undefined) return undefined;
  return { inspection, meeting };
}

const draw = (
  { shell, today, page }: PageContext,
  about: NonNullable<Awaited<ReturnType<typeof subject>>>,
  typed: Typed,
  errors: readonly FieldError[] = [],
  status: 200 | 409 | 422 = 200,
) => page(MeetingPage({ shell, ...about, today, typed, errors, movedOn: status === 409 }), status);

async function show(context: PageContext, isNew: boolean) {
  const about = await subject(context, isNew);
  return about ? draw(context, about, {}) : context.notFound();
}

const schema = (today: string) =>
  z.object({
    'held-on': requiredDay({ label: 'The day', required: 'Enter the day', notAfter: today }),
    attended: requiredText('Enter who attended', 4000),
    notes: optionalText(),
    version: versionField,
  });

async function save(context: PageContext, isNew: boolean) {
  const { tx, actor, today, redirect } = context;
  const about = await subject(context, isNew);
  if (!about) return context.notFound();
  const { inspection, meeting } = about;
  const form = await context.form();
  const given = parseForm(schema(today), form);
  if (!given.ok) return draw(context, about, form.values, given.errors, 422);
  const { 'held-on': held_on, attended, notes, version } = given.value;
  const values = { held_on, attended, notes };
  if (!meeting)
    await tx
      .insertInto('inspection_panel')
      .values({ service_id: actor.serviceId, id: newId(), inspection_id: inspection.id, ...values })
      .execute();
  else {
    const saved = savedOf(
      await tx
        .updateTable('inspection_panel')
        .set(values)
        .where('id', '=', meeting.id)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    if (saved.kind === 'moved-on') return draw(context, about, form.values, [], 409);
  }
  return redirect(urls.inspections.panel(inspection.id), 'Saved: the meeting');
}

/** The ratings panel and its meetings. */
export const panelRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.inspections.panel(':inspectionId'),
    permission: 'inspection.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const open = await openInspection(tx, param('inspectionId'));
      if (!open) return notFound();
      return page(
        PanelPage({
          shell,
          open,
          meetings: await meetingsOf(tx, open.inspection.id),
          decisions: await decisionsOf(tx, open.inspection.id),
          mayRate: open.inspection.state !== 'published' && can(actor, 'inspection.rate'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.meetingNew(':inspectionId'),
    permission: 'inspection.rate',
    audit: 'none',
    handle: (context) => show(context, true),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.meetingNew(':inspectionId'),
    permission: 'inspection.rate',
    audit: 'change',
    handle: (context) => save(context, true),
  }),
  pageRoute({
    method: 'get',
    path: urls.inspections.meeting(':inspectionId', ':meetingId'),
    permission: 'inspection.rate',
    audit: 'none',
    handle: (context) => show(context, false),
  }),
  pageRoute({
    method: 'post',
    path: urls.inspections.meeting(':inspectionId', ':meetingId'),
    permission: 'inspection.rate',
    audit: 'change',
    handle: (context) => save(context, false),
  }),
];
