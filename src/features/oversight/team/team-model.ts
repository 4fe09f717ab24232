import type { Actor } from '../../../domain/access/can.ts';
import { type LevelId, levels } from '../../../domain/assessments/levels.data.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { urgencyOf } from '../../../domain/oversight/urgency.ts';
import type { DueWork } from '../../../platform/db/due-work.ts';
import type { ListedChild } from '../home/home.queries.ts';
import { type ChildRow, childRows, dueRows } from '../home/home-model.ts';
import type { TeamWorker } from './team.queries.ts';

export type WorkerRow = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly held: number;
  readonly limit: number | null;
  readonly isOver: boolean;
  readonly overdue: number;
  readonly week: number;
  /** How many of their children stand at each highest level, the highest first; the rest have none signed. */
  readonly levels: readonly { readonly level: LevelId | null; readonly count: number }[];
  readonly missed: number;
};

/** A team as its manager reads it: how much each holds, what is late, who has high-level children. */
export function workerRows(
  actor: Actor,
  workers: readonly TeamWorker[],
  children: readonly ListedChild[],
  duties: readonly DueWork[],
  today: Day,
): { workers: WorkerRow[]; missed: ChildRow[]; overdue: number } {
  const all = childRows(children, dueRows(actor, duties, today), today);
  const staffOf = new Map(children.map(({ id, staffId }) => [id, staffId]));
  const heldBy = Map.groupBy(all, ({ id }) => staffOf.get(id));
  const owedBy = Map.groupBy(duties, ({ ownerId, owedBy, childId }) =>
    owedBy === 'worker' ? (ownerId ?? staffOf.get(childId)) : (ownerId ?? undefined),
  );
  const rows = workers.map((worker) => {
    const own = heldBy.get(worker.id) ?? [];
    const owed = owedBy.get(worker.id) ?? [];
    const count = (urgency: string) =>
      owed.filter(({ dueOn }) => urgencyOf(dueOn, today) === urgency).length;
    return {
      id: worker.id,
      name: worker.name,
      jobTitle: worker.jobTitle,
      held: own.length,
      limit: worker.caseLimit,
      isOver: worker.caseLimit !== null && own.length > worker.caseLimit,
      overdue: count('overdue'),
      week: count('today') + count('week'),
      levels: levelCounts(own),
      missed: own.filter(({ missed }) => missed > 0).length,
    };
  });
  return {
    workers: rows,
    missed: all.filter(({ missed }) => missed > 0),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  };
}

function levelCounts(rows: readonly ChildRow[]): WorkerRow['levels'] {
  const ids: (LevelId | null)[] = [...levels.map(({ id }) => id)].reverse();
  return [...ids, null]
    .map((level) => ({ level, count: rows.filter(({ highest }) => highest === level).length }))
    .filter(({ count }) => count > 0);
}
