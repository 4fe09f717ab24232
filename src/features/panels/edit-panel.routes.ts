import { z } from 'zod';
import { britishClock, britishDay } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Form, PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { type FormError, parseForm, versionField } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { EditPanelPage, lastReadingDay } from './edit-panel.view.tsx';
import { type PanelWhen, panelWhen, whenFields } from './panel-when.ts';
import { type PanelOne, panelOne } from './panels.queries.ts';

const path = urls.panels.edit(':panelId');
const permission = 'panel.manage';

/** A panel may be moved until it has met. */
export const mayBeMoved = (panel: Pick<PanelOne, 'status' | 'starts_at'>, now: Date): boolean =>
  panel.status === 'planned' && panel.starts_at > now;

async function panelToMove({ tx, now, param }: PageContext): Promise<PanelOne | null> {
  const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
  return panel && mayBeMoved(panel, now) ? panel : null;
}

const draw = (
  { shell, page }: PageContext,
  panel: PanelOne,
  form: Form | null = null,
  errors: readonly FormError[] = [],
  yours: PanelWhen | null = null,
) =>
  page(
    EditPanelPage({
      shell,
      panel,
      conflict: yours ? differences(panel, yours) : [],
      errors,
      typed: form?.values ?? {},
    }),
    yours ? 409 : errors.length > 0 ? 422 : 200,
  );

const differences = (panel: PanelOne, yours: PanelWhen) => [
  { label: 'Name', theirs: panel.name, yours: yours.name },
  {
    label: 'When',
    theirs: `${formatDay(britishDay(panel.starts_at))}, ${britishClock(panel.starts_at)}`,
    yours: `${formatDay(yours.day)}, ${yours.time}`,
  },
  { label: 'Where', theirs: panel.place, yours: yours.place },
  {
    label: 'Days for reading',
    theirs: `${formatDay(britishDay(panel.window_opens))} to ${formatDay(lastReadingDay(panel))}`,
    yours: [yours.opens, yours.closes].map((day) => (day ? formatDay(day) : 'usual')).join(' to '),
  },
];

export const editPanelRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path,
    permission,
    audit: 'view',
    handle: async (context) => {
      const panel = await panelToMove(context);
      return panel ? draw(context, panel) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path,
    permission,
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, now, today, redirect, notFound } = context;
      const panel = await panelToMove(context);
      if (!panel) return notFound();
      const form = await context.form();
      const given = parseForm(z.object({ ...whenFields(today), version: versionField }), form);
      if (!given.ok) return draw(context, panel, form, given.errors);
      const { version, ...typed } = given.value;
      const { when, errors } = await panelWhen(tx, actor, typed);
      if (!when) return draw(context, panel, form, errors);
      if (when.starts_at <= now)
        return draw(context, panel, form, [{ field: 'time', message: 'Enter a time to come' }]);
      const saved = await tx
        .updateTable('panel')
        .set({ name: typed.name, place: typed.place, ...when })
        .where('id', '=', panel.id)
        .where('version', '=', version)
        .where('status', '=', 'planned')
        .executeTakeFirst();
      if (saved.numUpdatedRows === 0n) return draw(context, panel, form, [], typed);
      return redirect(urls.panels.one(panel.id), 'Saved: when and where the panel meets');
    },
  }),
];
