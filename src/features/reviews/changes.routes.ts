import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import {
  type FormError,
  parseForm,
  requiredDay,
  requiredText,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { openPlannedReview, recordChange } from './record-change.ts';
import { ChooseChangePage, RecordChangePage } from './record-change.view.tsx';
import { changesAndReviews, pageSize } from './reviews.queries.ts';
import { ReviewsPage } from './reviews-list.view.tsx';

const canReview = ({ actor, child }: ChildContext) =>
  can(actor, 'review.write') && canWriteFor(actor, 'RC4', child);
const canRecord = ({ actor, child }: ChildContext) =>
  can(actor, 'change-event.write') && canWriteFor(actor, 'RC13', child);

async function list(context: ChildContext) {
  const { tx, child, shell, today, page, query } = context;
  const number = pageAsked(query('page'));
  const rows = await changesAndReviews(tx, child.id, (number - 1) * pageSize);
  const types = await changeTypes(tx);
  const at = (wanted: number) => urls.reviews.list(child.id, wanted);
  return page(
    ReviewsPage({
      shell,
      child,
      today,
      rows: rows.slice(0, pageSize),
      typeName: (code) => types.find((type) => type.code === code)?.label ?? code ?? '',
      canRecord: canRecord(context),
      canReview: canReview(context),
      newer: number > 1 ? at(number - 1) : null,
      older: rows.length > pageSize ? at(number + 1) : null,
    }),
  );
}

const changeSchema = (today: string) =>
  z
    .object({
      happened_on: requiredDay({
        label: 'The day it happened',
        required: 'Enter when it happened',
        notAfter: today,
      }),
      known_on: requiredDay({
        label: 'The day we knew',
        required: 'Enter when we knew',
        notAfter: today,
      }),
      detail: requiredText('Enter what happened'),
      source: requiredText('Enter who told us', 300),
    })
    .superRefine((value, context) => {
      if (value.known_on < value.happened_on)
        context.addIssue({
          code: 'custom',
          path: ['known_on'],
          message: 'The day we knew must be the day it happened or later',
        });
    });

const nothingChosen: FormError = { field: 'type', message: 'Choose what happened' };

async function choose(context: ChildContext) {
  const { tx, child, shell, today, page, query, notFound } = context;
  if (!canRecord(context)) return notFound();
  const types = await changeTypes(tx);
  const type = types.find(({ code }) => code === query('type'));
  const frame = { shell, child, today };
  if (!type) {
    const errors = query('asked') ? [nothingChosen] : [];
    return page(ChooseChangePage({ ...frame, types, errors }), errors.length > 0 ? 422 : 200);
  }
  return page(RecordChangePage({ ...frame, type, errors: [], typed: {} }));
}

async function record(context: ChildContext) {
  const { tx, child, shell, today, actor, page, redirect, notFound } = context;
  if (!canRecord(context)) return notFound();
  const form = await context.form();
  const types = await changeTypes(tx);
  const type = types.find(({ code }) => code === form.text('type'));
  const frame = { shell, child, today };
  if (!type) {
    return page(ChooseChangePage({ ...frame, types, errors: [nothingChosen] }), 422);
  }
  const parsed = parseForm(changeSchema(today), form);
  if (!parsed.ok)
    return page(
      RecordChangePage({ ...frame, type, errors: parsed.errors, typed: form.values }),
      422,
    );
  const made = await recordChange(tx, actor, {
    childId: child.id,
    type,
    change: parsed.value,
    today,
  });
  return redirect(
    can(actor, 'assessment.view')
      ? urls.reviews.one(child.id, made.reviewId)
      : urls.reviews.list(child.id),
    `Recorded. The review is due by ${formatDay(made.dueOn)}.`,
  );
}

/** What happens to a child: listed, recorded with its first steps, and the planned review opened. */
export const changeRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.reviews.list(':childId'),
    tab: { room: 'reviews', text: 'Changes and reviews', place: 1 },
    permission: 'child.view',
    audit: 'view',
    handle: list,
  }),
  childRoute({
    method: 'post',
    path: urls.reviews.list(':childId'),
    permission: 'review.write',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect, notFound } = context;
      if (!canReview(context)) return notFound();
      const id = await openPlannedReview(tx, actor, { childId: child.id, today });
      return redirect(urls.reviews.one(child.id, id), 'Opened: the planned review of the plan');
    },
  }),
  childRoute({
    method: 'get',
    path: urls.reviews.record(':childId'),
    permission: 'change-event.write',
    audit: 'view',
    handle: choose,
  }),
  childRoute({
    method: 'post',
    path: urls.reviews.record(':childId'),
    permission: 'change-event.write',
    audit: 'change',
    handle: record,
  }),
];
