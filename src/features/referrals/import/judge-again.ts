import type { Day } from '../../../domain/calendar/day.ts';
import { judgingRows } from '../../../domain/referrals/judge-rows.ts';
import type { ExistingChild, JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { lastNumber } from '../../../platform/db/add-child.ts';
import {
  childrenMadeBy,
  existingChildren,
  lastChange,
} from '../../../record/known/known-children.queries.ts';
import { breathing } from './judge-table.ts';
import { type WaitingRow, waitingRows } from './kept-rows.queries.ts';
import type { Step } from './make-pieces.ts';
import { askOfChanged, type RecordMark } from './meanwhile.ts';

/** The rows of a list that wait for its import, or are made while others are not, in the order of the file. */
export async function readWaiting(
  step: Step,
  serviceId: string,
  importId: string,
): Promise<readonly WaitingRow[]> {
  const rows: WaitingRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.kept.judged.row ?? 0;
    const next = await step((tx) => waitingRows(tx, serviceId, importId, after));
    if (next.length === 0) return rows;
    rows.push(...next);
  }
}

/**
 * The verdicts that were kept, judged again where the record has changed since. What the list itself has made so far is no
 * change: its rows are compared with one another as they were before. With them goes where the record stood, and the children on it
 * with whom they were judged.
 */
export async function judgeAgain(
  step: Step,
  list: {
    readonly serviceId: string;
    readonly importId: string;
    readonly today: Day;
    readonly isBegun: boolean;
  },
  waiting: readonly WaitingRow[],
): Promise<{
  readonly rows: readonly JudgedRow[];
  readonly since: RecordMark;
  readonly existing: readonly ExistingChild[];
}> {
  const { serviceId, importId, today, isBegun } = list;
  const reads = waiting.map(({ kept: { judged, findings } }) => ({
    line: judged.row,
    values: judged.values,
    findings,
  }));
  const values = reads.map((row) => row.values);
  const { found, since } = await step(async (tx) => ({
    since: { change: await lastChange(tx), number: await lastNumber(tx) },
    found: await existingChildren(tx, serviceId, values),
  }));
  const own = isBegun
    ? await step((tx) => childrenMadeBy(tx, serviceId, importId))
    : new Set<string>();
  const existing = found.filter(({ id }) => !own.has(id));
  const before = new Map(waiting.map(({ kept }) => [kept.judged.row, kept]));
  const verdicts = await breathing(judgingRows(reads, existing, { today }, before));
  const judged = verdicts.map((each) => each.judged);
  return {
    rows: askOfChanged(
      judged,
      waiting.map(({ kept }) => kept.judged),
    ),
    since,
    existing,
  };
}
