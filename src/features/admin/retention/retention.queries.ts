import type { Tx } from '../../../platform/db/as-actor.ts';

type Part = { readonly childId?: string; readonly limit: number; readonly offset: number };

/** Records whose time is over, the longest first; or one of them. */
export const pastRetention = (tx: Tx, { childId, limit, offset }: Part) =>
  tx
    .selectFrom('past_retention')
    .select(['child_id', 'number', 'ended_on', 'due_on'])
    .$narrowType<{ child_id: string; number: string; ended_on: string; due_on: string }>()
    .$if(childId !== undefined, (query) => query.where('child_id', '=', childId ?? ''))
    .orderBy('due_on')
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();

/** The latest records that were erased. */
export const erasures = (tx: Tx) =>
  tx
    .selectFrom('erasure')
    .innerJoin('staff', (join) =>
      join
        .onRef('staff.service_id', '=', 'erasure.service_id')
        .onRef('staff.id', '=', 'erasure.erased_by'),
    )
    .select(['erasure.child_number', 'erasure.erased_at', 'erasure.reason', 'staff.name as by'])
    .orderBy('erasure.erased_at', 'desc')
    .limit(50)
    .execute();
