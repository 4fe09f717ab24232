import { can } from '../../domain/access/can.ts';
import { roles } from '../../domain/access/roles.data.ts';
import { formatClock } from '../../domain/calendar/british-time.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { mayGoBackTo } from '../../platform/http/may-go-back-to.ts';
import { childRoute, pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import {
  isInMyTeam,
  type LookRow,
  looks,
  looksOnAPage,
  staffNames,
  tallies,
} from './access-log.queries.ts';
import { AccessPage, StaffLookedPage, WhoLookedPage } from './access-log.view.tsx';
import { dayOf, idOf, pageOf } from './look-filter.ts';
import { kindWords } from './look-words.data.ts';
import { workingHours } from './working-hours.data.ts';

const daysShown = 28;

const filterOf = (query: PageContext['query']) => ({
  kind: Object.hasOwn(kindWords, query('kind')) ? query('kind') : null,
  from: dayOf(query, 'from'),
  to: dayOf(query, 'to'),
  pageNumber: pageOf(query),
});

function typedOf({ c }: PageContext): Typed {
  return Object.fromEntries(new URL(c.req.url).searchParams);
}

const pagingOf = ({ c, query }: PageContext, rows: readonly LookRow[]) => ({
  previous: pageOf(query) > 1 ? urls.onPage(c.req.url, pageOf(query) - 1) : null,
  next: rows.length > looksOnAPage ? urls.onPage(c.req.url, pageOf(query) + 1) : null,
});

type Asked = { readonly from: Day | null; readonly to: Day | null; readonly name: string };

async function accessPage(
  { tx, c, actor, shell, today, page }: PageContext,
  asked: Asked,
  typed: Typed,
): Promise<Response> {
  mayGoBackTo(c);
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, -daysShown);
  const hours = `${formatClock(workingHours.from)} to ${formatClock(workingHours.until)}`;
  const isTeamOnly = !can(actor, 'access-log.all');
  const found = await tallies(tx, { from, to, name: asked.name, isTeamOnly });
  return page(
    AccessPage({ shell, from, to, hours, tallies: found, typed, name: asked.name, isTeamOnly }),
  );
}

export const accessLogRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.whoLooked(':childId'),
    tab: { room: 'papers', text: 'Who looked', place: 3 },
    permission: 'access-log.read',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, shell, today, query, page } = context;
      const rows = await looks(tx, {
        ...filterOf(query),
        childId: child.id,
        staffId: idOf(query('person')),
      });
      const people = await staffNames(tx);
      return page(
        WhoLookedPage({
          shell,
          child,
          today,
          rows: rows.slice(0, looksOnAPage),
          paging: pagingOf(context, rows),
          typed: typedOf(context),
          people: people.map(({ id, name }) => ({ value: id, text: name })),
          isTeamOnly: !can(actor, 'access-log.all'),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.admin.staffLooked(':staffId'),
    permission: 'access-log.read',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, query, param, page, notFound } = context;
      const person = (await staffNames(tx)).find(({ id }) => id === param('staffId'));
      if (!person) return notFound();
      const rows = await looks(tx, { ...filterOf(query), childId: null, staffId: person.id });
      return page(
        StaffLookedPage({
          shell,
          person,
          rows: rows.slice(0, looksOnAPage),
          paging: pagingOf(context, rows),
          typed: typedOf(context),
          mayReadChildren: roles[actor.role].scope !== 'none',
          isPart: !can(actor, 'access-log.all') && !(await isInMyTeam(tx, person.id)),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.admin.access,
    tab: { section: 'account', text: 'Who looked', place: 3 },
    permission: 'access-log.read',
    audit: 'view',
    handle: (context) => accessPage(context, { from: null, to: null, name: '' }, {}),
  }),
  // A name is searched for, so it is posted and no address holds it.
  pageRoute({
    method: 'post',
    path: urls.admin.access,
    permission: 'access-log.read',
    audit: 'search',
    handle: async (context) => {
      const form = await context.form();
      const [from, to] = [dayOf(form.text, 'from'), dayOf(form.text, 'to')];
      return accessPage(context, { from, to, name: form.text('name') }, form.values);
    },
  }),
];
