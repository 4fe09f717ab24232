import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { changeTypes } from './change-types.ts';
import { proposedChanges } from './proposed.queries.ts';
import { canRecord } from './record-change.routes.tsx';
import { openPlannedReview } from './record-change.ts';
import { changesAndReviews, pageSize } from './reviews.queries.ts';
import { ReviewsPage } from './reviews-list.view.tsx';

/** Whether this person may open and hold reviews of this child. */
export const canReview = ({ actor, child }: Pick<ChildContext, 'actor' | 'child'>) =>
  can(actor, 'review.write') && canWriteFor(actor, 'RC4', child);

async function list(context: ChildContext) {
  const { tx, child, shell, today, page, query } = context;
  const number = pageAsked(query('page'));
  const rows = await changesAndReviews(tx, child.id, (number - 1) * pageSize);
  const types = await changeTypes(tx);
  return page(
    ReviewsPage({
      shell,
      child,
      today,
      rows: rows.slice(0, pageSize),
      proposed: number === 1 ? await proposedChanges(tx, child.id) : [],
      typeName: (code) => types.find((type) => type.code === code)?.label ?? code ?? '',
      canRecord: canRecord(context),
      canReview: canReview(context),
      pages: {
        number,
        hasNext: rows.length > pageSize,
        href: (wanted) => urls.reviews.list(child.id, wanted),
      },
    }),
  );
}

/** What happened to a child and what was made of it, and the planned review opened. */
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
];
