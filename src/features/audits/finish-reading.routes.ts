import { questionsFor } from '../../domain/audits/audit-questions.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { finishInput } from './finish-form.ts';
import { finishReading, type Owner } from './finish-reading.ts';
import { FinishReadingPage } from './finish-reading.view.tsx';
import { questionsOf } from './framework-of.ts';
import { isBeingRead, judgementOf, noLongerFree } from './judgements.ts';
import { ownReading, type Reading } from './reading.queries.ts';

export const finishReadingRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.audits.finishReading(':childId', ':readingId'),
    permission: 'audit.read',
    audit: 'view',
    handle: async (context) => {
      const reading = await judged(context);
      if (!reading) return context.notFound();
      return draw(context, reading, {}, []);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.audits.finishReading(':childId', ':readingId'),
    permission: 'audit.read',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const reading = await judged(context);
      if (!reading) return context.notFound();
      const form = await context.form();
      const tied = noLongerFree(reading);
      if (tied)
        return draw(context, reading, form.values, [{ field: 'strengths', message: tied }], 422);
      const owners = ownersOf(reading);
      const parsed = finishInput(
        form,
        owners.map(({ id }) => id),
        today,
      );
      if (!parsed.ok) return draw(context, reading, form.values, parsed.errors, 422);
      const { isShared } = await finishReading(
        tx,
        actor,
        reading,
        child.id,
        owners,
        parsed.value,
        today,
      );
      return redirect(
        urls.audits.list,
        isShared
          ? 'Saved: the reading is finished, and what it found waits for the worker’s supervision'
          : 'Saved: the reading is finished',
      );
    },
  }),
];

/** A reading of one's own in which every question is judged. */
async function judged({ tx, actor, child, param }: ChildContext): Promise<Reading | undefined> {
  const reading = await ownReading(tx, actor, child.id, param('readingId'));
  if (!reading || !isBeingRead(reading)) return undefined;
  const open = questionsFor(questionsOf(reading), reading.tier).some(
    ({ id }) => !judgementOf(reading, id),
  );
  return open ? undefined : reading;
}

const ownersOf = ({ workerId, worker, managerId, manager }: Reading): Owner[] => [
  ...(workerId && worker ? [{ id: workerId, name: worker }] : []),
  ...(managerId && manager ? [{ id: managerId, name: manager }] : []),
];

const draw = (
  { shell, child, today, page }: ChildContext,
  reading: Reading,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 422 = 200,
) =>
  page(
    FinishReadingPage({
      shell,
      child,
      today,
      reading,
      owners: ownersOf(reading),
      typed,
      errors,
    }),
    status,
  );
