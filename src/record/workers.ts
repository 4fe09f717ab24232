import type { Tx } from '../platform/db/as-actor.ts';

/** Who may be given something to do for a child: those who work with the child, and whoever gives it. */
export const workersOf = (tx: Tx, childId: string, staffId: string) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name', 'agency'])
    .where((where) =>
      where.or([
        where('id', '=', staffId),
        where('id', 'in', (staff) =>
          staff
            .selectFrom('relationship')
            .select('staff_id')
            .where('child_id', '=', childId)
            .where('kind', 'in', ['allocated', 'co-worker'])
            .where('ends_at', 'is', null),
        ),
      ]),
    )
    .orderBy('name')
    .execute();

export type Worker = Awaited<ReturnType<typeof workersOf>>[number];
