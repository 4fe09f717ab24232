import { z } from 'zod';
import { isRole, roles } from '../../domain/access/roles.data.ts';
import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import {
  parseForm,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import type { FieldError } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { liveSeal, peopleForList, sealableChild, sealedRecords } from './restrict.queries.ts';
import { RestrictedListPage, RestrictPage } from './restrict.view.tsx';
import { liftRestriction, restrictRecord } from './restrict-record.ts';

const path = urls.child.restrict(':childId');
const restrictForm = z.object({
  reason: requiredText('Choose why it is restricted'),
  detail: requiredText('Say what the people on the list need to know', 4000),
  people: severalOf().refine((people) => people.length > 0, 'Name at least one person'),
  version: versionField.optional(),
});

// Not a child's page like others: whoever seals a record may be unable to open it.
async function subjectOf({ tx, actor, param }: PageContext) {
  const id = param('childId');
  if (!isId(id)) return null;
  return sealableChild(tx, actor, id);
}

async function restrictPage(
  context: PageContext,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
  status: 409 | 422 = 422,
) {
  const { tx, shell, today, page, notFound } = context;
  const child = await subjectOf(context);
  if (!child) return notFound();
  const seal = await liveSeal(tx, child.childId);
  const people = await peopleForList(tx, child.childId, today);
  const { restriction_reason } = await codeLists(tx, ['restriction_reason']);
  return page(
    RestrictPage({
      shell,
      child,
      seal,
      reasons: choicesOf(restriction_reason),
      people: people.flatMap(({ role, ...person }) =>
        isRole(role) && roles[role].scope !== 'none' ? [{ ...person, role }] : [],
      ),
      errors,
      typed,
    }),
    errors.length > 0 ? status : 200,
  );
}

export const restrictRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.children.restricted,
    tab: { section: 'children', text: 'Restricted records', place: 9 },
    permission: 'record.restrict',
    audit: 'view',
    handle: async ({ tx, shell, page }) => {
      const lines = await sealedRecords(tx);
      const { restriction_reason } = await codeLists(tx, ['restriction_reason']);
      return page(
        RestrictedListPage({
          shell,
          lines,
          reasonOf: (code) => labelOf(restriction_reason, code),
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path,
    tab: { room: 'papers', text: 'Restrict this record', place: 9 },
    permission: 'record.restrict',
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, param } = context;
      const answer = await restrictPage(context);
      if (answer.status === 200)
        await logLook(tx, actor, { kind: 'view', page: path, childId: param('childId') });
      return answer;
    },
  }),
  pageRoute({
    method: 'post',
    path,
    permission: 'record.restrict',
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, today, redirect, notFound } = context;
      const child = await subjectOf(context);
      if (!child) return notFound();
      const { childId, number } = child;
      const form = await context.form();
      const seal = await liveSeal(tx, childId);
      if (form.text('lift') === 'yes') {
        if (seal) await liftRestriction(tx, seal, childId, today);
        await logLook(tx, actor, { kind: 'change', page: path, childId });
        return redirect(urls.children.restricted, `Lifted: the restriction of No. ${number}`);
      }
      const given = parseForm(restrictForm, form);
      if (!given.ok) return restrictPage(context, form.values, given.errors);
      if ((seal?.version ?? 0) !== (given.value.version ?? 0))
        return restrictPage(
          context,
          form.values,
          [
            {
              field: 'detail',
              message:
                'Someone else has just changed this restriction. Check the list, then save again',
            },
          ],
          409,
        );
      await restrictRecord(tx, actor, seal, { childId, today, ...given.value });
      await logLook(tx, actor, { kind: 'change', page: path, childId });
      return redirect(
        urls.children.restricted,
        seal ? `Saved: the list of No. ${number}` : `Restricted: No. ${number}`,
      );
    },
  }),
];
