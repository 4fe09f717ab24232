import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { mayGoBackTo } from '../../../platform/http/may-go-back-to.ts';
import { pageAsked } from '../../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { Button, Input } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { roleTitle } from '../looks/look-words.data.ts';
import { personOf, type StaffLine, staffAPage, staffList } from './staff.queries.ts';
import { endAccess, giveSignIn } from './staff-access.ts';
import { SignInLinkPage } from './staff-access.view.tsx';
import { staffFormRoutes } from './staff-form.routes.tsx';

const permission = 'staff.manage';

/** Everyone who works with the record, for an administrator. */
async function listPage(
  { tx, c, shell, today, query, page }: PageContext,
  name: string,
  ended: boolean,
) {
  mayGoBackTo(c);
  const number = name ? 1 : pageAsked(query('page'));
  const lines = await staffList(tx, { name, ended, today, page: number });
  const hasNext = lines.length > staffAPage;
  return page(
    <Page title="Staff" shell={shell}>
      <h1 class="govuk-heading-l">{ended ? 'Staff whose access has ended' : 'Staff'}</h1>
      <div class="fh-actions">
        <Button text="Add a person" href={urls.admin.staffNew} />
        <a class="govuk-link" href={ended ? urls.admin.staff : urls.admin.staffGone}>
          {ended ? 'Show those who work here' : 'Show those whose access has ended'}
        </a>
      </div>
      <PostForm action={urls.admin.staff}>
        {ended ? <input type="hidden" name="ended" value="yes" /> : null}
        <Input
          id="name"
          name="name"
          value={name}
          label={{ text: 'Name' }}
          classes="govuk-!-width-one-half"
        />
        <Button text="Find" classes="govuk-button--secondary" />
      </PostForm>
      {lines.length === 0 ? (
        <p class="govuk-body">Nobody of that name. Try part of it, or add the person.</p>
      ) : (
        <DataTable
          caption="Staff by name"
          columns={[
            {
              heading: 'Name',
              cell: (line) => (
                <>
                  <a class="govuk-link" href={urls.admin.staffOne(line.id)}>
                    {line.name}
                  </a>
                  <br />
                  <span class="fh-quiet govuk-!-font-weight-regular">{line.jobTitle}</span>
                </>
              ),
            },
            { heading: 'Role', cell: ({ role }) => roleTitle(role) },
            { heading: 'Team', cell: ({ team }) => team ?? 'None' },
            { heading: 'Access', cell: (line) => accessOf(line, today) },
            {
              heading: 'Sign-in',
              cell: ({ hasSignIn }) =>
                hasSignIn ? 'Set up' : <span class="fh-badge fh-badge-soon">Not yet</span>,
            },
          ]}
          rows={lines.slice(0, staffAPage)}
        />
      )}
      {name && hasNext ? (
        <p class="govuk-body">More people are called something like that: give more of the name.</p>
      ) : null}
      {name ? null : (
        <Pager
          pages={{
            number,
            hasNext,
            href: (to) =>
              urls.asking(urls.admin.staff, { ended: ended ? 'yes' : '', page: to > 1 ? to : '' }),
          }}
        />
      )}
    </Page>,
  );
}

function accessOf({ activeFrom, activeTo }: StaffLine, today: Day): string {
  if (activeFrom > today) return `Begins ${formatDay(activeFrom)}`;
  if (!activeTo) return `Since ${formatDay(activeFrom)}`;
  return activeTo < today ? `Ended ${formatDay(activeTo)}` : `Until ${formatDay(activeTo)}`;
}

export const staffRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.admin.staff,
    tab: { section: 'account', text: 'Staff', place: 2 },
    permission,
    audit: 'view',
    handle: (context) => listPage(context, '', context.query('ended') === 'yes'),
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.staff,
    permission,
    audit: 'search',
    handle: async (context) => {
      const form = await context.form();
      return listPage(context, form.text('name'), form.text('ended') === 'yes');
    },
  }),
  ...staffFormRoutes,
  pageRoute({
    method: 'post',
    path: urls.admin.staffEnd(':staffId'),
    permission,
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, today, redirect, notFound } = context;
      const person = await personOf(context);
      if (!person || person.id === actor.staffId) return notFound();
      await endAccess(tx, person.id, today);
      return redirect(urls.admin.staffOne(person.id), `Ended: the access of ${person.name}`);
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.staffLink(':staffId'),
    permission,
    audit: 'none',
    showsOnce: true,
    handle: async (context) => {
      const { tx, actor, server, shell, form, page, notFound } = context;
      const person = await personOf(context);
      if (!person || person.id === actor.staffId) return notFound();
      const afresh = (await form()).text('afresh') === 'yes';
      const token = await giveSignIn(tx, person.id, afresh);
      await logLook(tx, actor, {
        kind: 'change',
        page: urls.admin.staffLink(':staffId'),
        purpose: `Sign-in link for ${person.name}${afresh ? ', second step started again' : ''}`,
      });
      return page(
        SignInLinkPage({
          shell,
          person,
          link: `${server.auth.origin}${urls.signIn.setPassword(token)}`,
        }),
      );
    },
  }),
];
