import { permissions } from '../../domain/access/permissions.data.ts';
import type { Role } from '../../domain/access/roles.data.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

export type Worker = Awaited<ReturnType<typeof workers>>[number];
const canWork: readonly Role[] = permissions['child.view'];

/** Everyone who works or worked with the child, those now first. */
export const workers = (tx: Tx, childId: string) =>
  tx
    .selectFrom('relationship')
    .innerJoin('staff', 'staff.id', 'relationship.staff_id')
    .select([
      'relationship.id',
      'staff_id',
      'staff.name',
      'staff.job_title',
      'kind',
      'starts_at',
      'ends_at',
      'reason',
      'conflict_check',
      'conflict_note',
      'relationship.version',
    ])
    .where('child_id', '=', childId)
    .orderBy('ends_at', (order) => order.desc().nullsFirst())
    .orderBy('starts_at', 'desc')
    .orderBy('relationship.id')
    .execute();

/** People who can be given work with a child, with how many children they hold now. */
export const staffWhoMayWork = (tx: Tx, today: Day) =>
  tx
    .selectFrom('staff')
    .select((row) => [
      'id',
      'name',
      'job_title',
      row
        .selectFrom('relationship')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('relationship.staff_id', '=', 'staff.id')
        .where('kind', '=', 'allocated')
        .where('ends_at', 'is', null)
        .as('holds'),
    ])
    .where('role', 'in', [...canWork])
    .where('active_from', '<=', today)
    .where((row) => row.or([row('active_to', 'is', null), row('active_to', '>=', today)]))
    .orderBy('name')
    .execute();
