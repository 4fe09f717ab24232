import type { Actor } from '../../../domain/access/can.ts';
import { type LevelId, levels } from '../../../domain/assessments/levels.data.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { type Urgency, urgencyFrom } from '../../../domain/oversight/urgency.ts';
import type { DueWork } from '../../../platform/db/due-work.ts';
import type { ListedChild } from '../home/home.queries.ts';
import { type ChildRow, childRows, dueRows, highestOf, missedOf } from '../home/home-model.ts';
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
  const urgencyOf = urgencyFrom(today);
  const staffOf = new Map(children.map(({ id, staffId }) => [id, staffId]));
  const heldBy = Map.groupBy(children, ({ staffId }) => staffId);
  // Only those who missed contacts are shown; the others are counted.
  const missed = children.filter((child) => missedOf(child) > 0);
  const shown = new Set(missed.map(({ id }) => id));
  const owedBy = Map.groupBy(duties, ({ ownerId, owedBy, childId }) =>
    owedBy === 'worker' ? (ownerId ?? staffOf.get(childId)) : (ownerId ?? undefined),
  );
  const rows = workers.map((worker) => {
    const own = heldBy.get(worker.id) ?? [];
    const owed = owedBy.get(worker.id) ?? [];
    const urgencies = owed.map(({ dueOn }) => urgencyOf(dueOn));
    const count = (urgency: Urgency) => urgencies.filter((each) => each === urgency).length;
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
      missed: own.filter(({ id }) => shown.has(id)).length,
    };
  });
  return {
    workers: rows,
    missed: childRows(
      missed,
      dueRows(
        actor,
        duties.filter(({ childId }) => shown.has(childId)),
        today,
      ),
      today,
    ),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  };
}

function levelCounts(children: readonly ListedChild[]): WorkerRow['levels'] {
  const highest = children.map(highestOf);
  const ids: (LevelId | null)[] = [...levels.map(({ id }) => id)].reverse();
  return [...ids, null]
    .map((level) => ({ level, count: highest.filter((each) => each === level).length }))
    .filter(({ count }) => count > 0);
}
