import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  parseForm,
  requiredChoice,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { ActionPage } from './action.view.tsx';
import { type Action, findAction } from './entries.queries.ts';
import { reportOnAction } from './write-entry.ts';

export const actionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.oversight.action(':childId', ':actionId'),
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const action = await opened(context);
      return action ? draw(context, action, {}, []) : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: urls.oversight.action(':childId', ':actionId'),
    permission: 'child.view',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const action = await opened(context);
      if (!action || !mayReport(context, action)) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(schemaFor(today), form);
      const errors = parsed.ok ? problems(parsed.value) : parsed.errors;
      if (!parsed.ok || errors.length > 0) return draw(context, action, form.values, errors, 422);
      const { result, evidence, impact, moveTo, version } = parsed.value;
      const saved = await reportOnAction(tx, actor, action, version, {
        doneOn: result === 'done' ? today : null,
        evidence,
        impact: result === 'done' ? impact : action.impact,
        dueOn: result === 'moved' && moveTo ? moveTo : action.due_on,
      });
      if (saved.kind === 'moved-on')
        return draw(
          context,
          action,
          form.values,
          [
            {
              field: 'evidence',
              message:
                'Somebody else reported on this while you were writing. Theirs is above, yours is below: save again to replace theirs',
            },
          ],
          409,
        );
      return redirect(urls.child.overview(child.id), 'Saved: what came of the action');
    },
  }),
];

const schemaFor = (today: string) =>
  z.object({
    version: versionField,
    result: requiredChoice(['done', 'moved'], 'Choose whether it is done'),
    evidence: optionalText(),
    impact: optionalText(),
    moveTo: optionalDay({ label: 'The new day', notBefore: today }),
  });

function problems(input: z.output<ReturnType<typeof schemaFor>>): FormError[] {
  const errors: FormError[] = [];
  if (!input.evidence)
    errors.push({
      field: 'evidence',
      message:
        input.result === 'done'
          ? 'Enter what was done and how it can be seen'
          : 'Enter why it is moved',
    });
  if (input.result === 'moved' && !input.moveTo)
    errors.push({ field: 'moveTo-day', message: 'Enter the new day' });
  return errors;
}

async function opened({ tx, actor, child, param }: ChildContext) {
  const id = param('actionId');
  return z.uuid().safeParse(id).success ? findAction(tx, actor.serviceId, child.id, id) : undefined;
}

// What an audit asked for is closed by somebody else than who was to do it.
const mayReport = ({ actor, child }: Pick<ChildContext, 'actor' | 'child'>, action: Action) =>
  action.done_on === null &&
  (action.owner_id === actor.staffId
    ? action.about_table !== 'audit_case'
    : can(actor, 'action.add') &&
      (can(actor, 'oversight.write') || canWriteFor(actor, 'RC5', child)));

const draw = (
  context: ChildContext,
  action: Action,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
) =>
  context.page(
    ActionPage({
      shell: context.shell,
      child: context.child,
      today: context.today,
      action,
      mayReport: mayReport(context, action),
      typed,
      errors,
    }),
    status,
  );
