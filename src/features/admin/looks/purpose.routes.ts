import { z } from 'zod';
import type { FormFault } from '../../../domain/form-fault.ts';
import { choicesOf, labelOf } from '../../../domain/reference/codes.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { optionalText, parseForm, requiredText } from '../../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { safePath } from '../../../platform/http/safe-path.ts';
import type { Typed } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import { PurposePage } from './purpose.view.tsx';

const purposeForm = z
  .object({ purpose: requiredText('Choose your reason'), detail: optionalText(500) })
  .refine(({ purpose, detail }) => purpose !== 'other' || (detail ?? '').length >= 5, {
    path: ['detail'],
    error: 'Say in a few words why you are opening this record',
  });

const nextOf = (text: string, childId: string) => safePath(text, urls.child.overview(childId));

async function purposePage(
  { tx, child, shell, page }: ChildContext,
  next: string,
  typed: Typed = {},
  errors: readonly FormFault[] = [],
) {
  const { access_purpose } = await codeLists(tx, ['access_purpose']);
  return page(
    PurposePage({
      shell,
      child: { id: child.id, number: child.number, name: `${child.forename} ${child.surname}` },
      purposes: choicesOf(access_purpose),
      next,
      errors,
      typed,
    }),
    errors.length > 0 ? 422 : 200,
  );
}

export const purposeRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.purpose(':childId'),
    permission: 'child.view',
    audit: 'view',
    withoutPurpose: true,
    handle: (context) => purposePage(context, nextOf(context.query('then'), context.child.id)),
  }),
  childRoute({
    method: 'post',
    path: urls.child.purpose(':childId'),
    permission: 'child.view',
    audit: 'view',
    withoutPurpose: true,
    handle: async (context) => {
      const { tx, actor, child, redirect } = context;
      const form = await context.form();
      const next = nextOf(form.text('next'), child.id);
      const given = parseForm(purposeForm, form);
      if (!given.ok) return purposePage(context, next, form.values, given.errors);
      const { access_purpose } = await codeLists(tx, ['access_purpose']);
      if (!access_purpose.some(({ code }) => code === given.value.purpose))
        return purposePage(context, next, form.values, [
          { field: 'purpose', message: 'Choose your reason' },
        ]);
      const label = labelOf(access_purpose, given.value.purpose);
      await logLook(tx, actor, {
        kind: 'purpose',
        page: urls.child.purpose(':childId'),
        childId: child.id,
        purpose: given.value.detail ? `${label}: ${given.value.detail}` : label,
        via: child.via,
      });
      return redirect(next);
    },
  }),
];
