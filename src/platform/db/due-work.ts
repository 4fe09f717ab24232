import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from './as-actor.ts';

/** One duty not yet done, from the view due_work. */
export type DueWork = {
  readonly childId: string | null;
  readonly involvementId: string | null;
  readonly subjectId: string;
  readonly standard: string;
  readonly what: string;
  /** worker, manager, named (a person on the row), police, partner or victim-worker. */
  readonly owedBy: string;
  readonly ownerId: string | null;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly linkKind: string;
};

/** What is still to do for some children, soonest first: one statement, whatever the number of children. */
export async function dueWork(
  tx: Tx,
  serviceId: string,
  childIds: readonly string[],
): Promise<DueWork[]> {
  if (childIds.length === 0) return [];
  const rows = await openDuties(tx)
    .where('service_id', '=', serviceId)
    .where('child_id', 'in', [...childIds])
    .execute();
  return rows.map(dueWorkOf);
}

/** The open duties as a query to narrow further; rows go through `dueWorkOf`. */
export function openDuties(tx: Tx) {
  return tx
    .selectFrom('due_work')
    .select([
      'child_id',
      'involvement_id',
      'subject_id',
      'standard',
      'what',
      'owed_by',
      'owner_id',
      'started_on',
      'due_on',
      'link_kind',
    ])
    .where('done_on', 'is', null)
    .where('due_on', 'is not', null)
    .orderBy('due_on')
    .orderBy('subject_id')
    .orderBy('standard');
}

type Row = Awaited<ReturnType<ReturnType<typeof openDuties>['execute']>>[number];

/** A view's columns are nullable to the compiler; these are never null in the view. */
export function dueWorkOf(row: Row): DueWork {
  return {
    childId: row.child_id,
    involvementId: row.involvement_id,
    subjectId: row.subject_id ?? '',
    standard: row.standard ?? '',
    what: row.what ?? '',
    owedBy: row.owed_by ?? '',
    ownerId: row.owner_id,
    startedOn: row.started_on ?? '',
    dueOn: row.due_on ?? '',
    linkKind: row.link_kind ?? '',
  };
}
