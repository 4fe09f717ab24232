import { rolesThat } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Warning = Awaited<ReturnType<typeof warnings>>[number];

/** The child's warnings, live ones first, soonest review first. */
export const warnings = (tx: Tx, childId: string) =>
  tx
    .selectFrom('warning')
    .innerJoin('staff as owner', 'owner.id', 'warning.owner_id')
    .leftJoin('staff as author', 'author.id', 'warning.created_by')
    .select([
      'warning.id',
      'kind',
      'detail',
      'owner_id',
      'owner.name as owner',
      'author.name as raised_by',
      'raised_on',
      'review_on',
      'ended_on',
      'end_reason',
      'warning.version',
    ])
    .where('child_id', '=', childId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('review_on')
    .orderBy('warning.id')
    .execute();

/** Who may own a warning: people who work with the child now, and managers. */
export const possibleOwners = (tx: Tx, childId: string, today: Day) =>
  tx
    .selectFrom('staff')
    .select(['id', 'name', 'job_title'])
    .where('active_from', '<=', today)
    .where((row) =>
      row.and([
        row.or([row('active_to', 'is', null), row('active_to', '>=', today)]),
        row.or([
          row('role', 'in', rolesThat('home.team')),
          row(
            'id',
            'in',
            row
              .selectFrom('relationship')
              .select('staff_id')
              .where('child_id', '=', childId)
              .where('ends_at', 'is', null),
          ),
        ]),
      ]),
    )
    .orderBy('name')
    .execute();
