import { choicesOf } from '../../domain/reference/codes.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { mayGoBackTo } from '../../platform/http/may-go-back-to.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { staffNames } from './access-log.queries.ts';
import { staffChanges } from './history.queries.ts';
import { historyLines } from './history-lines.ts';
import { idOf } from './look-filter.ts';
import { addStaff, changeStaff, endAccess, giveSignIn } from './save-staff.ts';
import { type StaffMember, staffList, staffMember, teams } from './staff.queries.ts';
import { staffForm, staffInputOf } from './staff-form.ts';
import { SignInLinkPage, StaffFormPage } from './staff-form.view.tsx';
import { StaffListPage } from './staff-list.view.tsx';

const permission = 'staff.manage';
const emailTaken: FieldError = {
  field: 'email',
  message: 'Someone here already has that e-mail. Find them in the list, also among those who left',
};
const movedOn: FieldError = {
  field: 'name',
  message:
    'Someone else changed this person while you typed. Their change is under “What was changed about them”; check yours and save again',
};

async function formPage(
  { tx, actor, shell, page }: PageContext,
  person: StaffMember | null,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status: 409 | 422 = 422,
) {
  const { agency } = await codeLists(tx, ['agency']);
  const managers = await staffNames(tx);
  const names = new Map(managers.map(({ id, name }) => [id, name]));
  const history = person ? await historyLines(tx, await staffChanges(tx, person.id), names) : [];
  return page(
    StaffFormPage({
      shell,
      person,
      isOwn: person?.id === actor.staffId,
      lists: {
        agencies: choicesOf(agency),
        teams: (await teams(tx)).map(({ id, name }) => ({ value: id, text: name })),
        managers: managers
          .filter(({ id }) => id !== person?.id)
          .map(({ id, name }) => ({ value: id, text: name })),
      },
      history,
      errors,
      typed,
    }),
    errors.length > 0 ? status : 200,
  );
}

async function listPage({ tx, c, shell, today, page }: PageContext, name: string, ended: boolean) {
  mayGoBackTo(c);
  const lines = await staffList(tx, { name, ended, today });
  return page(StaffListPage({ shell, today, lines, name, ended }));
}

const personOf = async ({ tx, param }: PageContext) => {
  const id = idOf(param('staffId'));
  return id ? staffMember(tx, id) : null;
};

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
  pageRoute({
    method: 'get',
    path: urls.admin.staffNew,
    permission,
    audit: 'view',
    handle: (context) => formPage(context, null),
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.staffNew,
    permission,
    audit: 'change',
    handle: async (context) => {
      const form = await context.form();
      const given = parseForm(staffForm, form);
      if (!given.ok) return formPage(context, null, form.values, given.errors);
      const id = await addStaff(context.tx, context.actor, staffInputOf(given.value));
      if (!id) return formPage(context, null, form.values, [emailTaken]);
      return context.redirect(
        urls.admin.staffOne(id),
        `Added: ${given.value.name}. Now make a sign-in link, unless they use single sign-on`,
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.admin.staffOne(':staffId'),
    permission,
    audit: 'view',
    handle: async (context) => {
      const person = await personOf(context);
      return person ? formPage(context, person) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.staffOne(':staffId'),
    permission,
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, redirect, notFound } = context;
      const person = await personOf(context);
      if (!person || person.id === actor.staffId) return notFound();
      const form = await context.form();
      const given = parseForm(staffForm, form);
      if (!given.ok) return formPage(context, person, form.values, given.errors);
      const input = staffInputOf(given.value);
      const saved = await changeStaff(tx, person.id, given.value.version ?? 0, input);
      if (saved.kind === 'email-taken') return formPage(context, person, form.values, [emailTaken]);
      if (saved.kind === 'moved-on') return formPage(context, person, form.values, [movedOn], 409);
      return redirect(urls.admin.staffOne(person.id), `Saved: ${input.name}`);
    },
  }),
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
