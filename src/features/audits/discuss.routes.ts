import { z } from 'zod';
import { entryProblems } from '../../domain/oversight/entry.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import {
  type FormError,
  parseForm,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { DiscussPage } from './discuss.view.tsx';
import { discussFeedback } from './discuss-feedback.ts';
import { type Feedback, feedbackOf } from './feedback.queries.ts';

export const discussRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.audits.discuss(':childId', ':feedbackId'),
    tab: { under: urls.oversight.entries(':childId') },
    permission: 'oversight.write',
    audit: 'view',
    handle: async (context) => {
      const feedback = await waiting(context);
      if (!feedback) return context.notFound();
      return draw(context, feedback, {}, []);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.audits.discuss(':childId', ':feedbackId'),
    permission: 'oversight.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const feedback = await waiting(context);
      if (!feedback) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(schema, form);
      const problems = parsed.ok
        ? entryProblems(parsed.value).map(({ anchor, message }) => ({ field: anchor, message }))
        : parsed.errors;
      if (!parsed.ok || problems.length > 0)
        return draw(context, feedback, form.values, problems, 422);
      const saved = await discussFeedback(tx, actor, feedback, child.id, parsed.value, today);
      if (saved.kind === 'moved-on')
        return draw(
          context,
          feedback,
          form.values,
          [
            {
              field: 'checked',
              message:
                'Another manager wrote this up while you were writing. Look at the child’s oversight before you add to it',
            },
          ],
          409,
        );
      return redirect(
        urls.audits.supervision(feedback.workerId),
        'Saved: the supervision is on the child’s record',
      );
    },
  }),
];

const schema = z.object({
  version: versionField,
  checked: requiredText('Enter what you talked through'),
  found: requiredText('Enter what you agreed'),
});

async function waiting({ tx, actor, child, param }: ChildContext): Promise<Feedback | undefined> {
  const [feedback] = await feedbackOf(tx, actor.serviceId, { id: param('feedbackId') });
  return feedback?.childId === child.id &&
    feedback.discussedOn === null &&
    feedback.workerId !== actor.staffId
    ? feedback
    : undefined;
}

const draw = (
  { shell, child, today, page }: ChildContext,
  feedback: Feedback,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
) => page(DiscussPage({ shell, child, today, feedback, typed, errors }), status);
