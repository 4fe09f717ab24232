import { z } from 'zod';
import { logLook } from '../../platform/audit/access-log.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { parseForm, requiredText, versionField } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ExceptionPage } from './exception.view.tsx';
import { reviewException } from './review-exception.ts';
import { findException } from './waiting.queries.ts';

const schema = z.object({
  version: versionField,
  note: requiredText('Enter what you found').refine((text) => text.length >= 20, {
    message: 'Enter what you found in a sentence or more',
  }),
});

export const exceptionRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.oversight.exception(':exceptionId'),
    permission: 'exception.review',
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, shell, notFound, page } = context;
      const exception = await opened(context);
      if (!exception) return notFound();
      await logLook(tx, actor, {
        kind: 'view',
        page: urls.oversight.exception(':exceptionId'),
        childId: exception.child_id,
      });
      const isOwn = exception.created_by === actor.staffId;
      return page(ExceptionPage({ shell, exception, isOwn, errors: [], typed: {} }));
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.oversight.exception(':exceptionId'),
    permission: 'exception.review',
    audit: 'none',
    handle: async (context) => {
      const { tx, actor, shell, today, form, notFound, page, redirect } = context;
      const exception = await opened(context);
      if (!exception || exception.created_by === actor.staffId) return notFound();
      await logLook(tx, actor, {
        kind: 'change',
        page: urls.oversight.exception(':exceptionId'),
        childId: exception.child_id,
      });
      const posted = await form();
      const parsed = parseForm(schema, posted);
      const again = (status: 409 | 422, errors: readonly { field: string; message: string }[]) =>
        page(
          ExceptionPage({ shell, exception, isOwn: false, errors, typed: posted.values }),
          status,
        );
      if (!parsed.ok) return again(422, parsed.errors);
      const saved = await reviewException(tx, actor, {
        exceptionId: exception.id,
        childId: exception.child_id,
        version: parsed.value.version,
        note: parsed.value.note,
        today,
      });
      if (saved.kind === 'moved-on')
        return again(409, [
          { field: 'note', message: 'Another manager reviewed this while you were writing' },
        ]);
      return redirect(urls.oversight.exceptions, 'Saved: the review of the exception');
    },
  }),
];

async function opened({ tx, actor, param }: PageContext) {
  const id = param('exceptionId');
  return z.uuid().safeParse(id).success ? findException(tx, actor.serviceId, id) : undefined;
}
