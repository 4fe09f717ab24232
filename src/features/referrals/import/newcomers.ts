import type { Candidate, JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { indexKnown } from '../../../domain/referrals/known-index.ts';
import {
  candidatesOf,
  knownFromRecord,
  likenesses,
  sayWho,
} from '../../../domain/referrals/known-people.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { childrenNumbered } from './existing-children.queries.ts';
import type { RowPlan } from './plan-import.ts';

const asked = (row: JudgedRow, candidates: readonly Candidate[]): JudgedRow => ({
  ...row,
  verdict: 'hold',
  candidates,
  reasons: candidates.map(
    ({ child, reasons }) =>
      `${sayWho(child)} has been put on record since the list was compared: ${reasons.join('; ')}. Decide whether it is the same child, and whether the referral is there already`,
  ),
});

/**
 * Rows whose child was new when the list was compared and is somebody on record now: nobody but this list may have put them there,
 * and whoever did may have logged the same referral. A person decides them.
 */
export function askOfNewcomers(
  rows: readonly JudgedRow[],
  before: readonly JudgedRow[],
): readonly JudgedRow[] {
  const kinds = new Map(before.map(({ row, child }) => [row, child?.kind]));
  return rows.map((row) => {
    const then = kinds.get(row.row);
    const isMet = row.child?.kind === 'record' && (then === 'new' || then === 'row');
    if (!isMet || row.effect.kind === 'nothing' || row.child?.kind !== 'record') return row;
    return { ...asked(row, row.candidates), child: null, effect: { kind: 'nothing' } };
  });
}

/** A row that was written for a new child whom somebody else has put on record meanwhile. */
export class Overtaken extends Error {
  readonly rows: ReadonlyMap<RowPlan, JudgedRow>;
  constructor(rows: ReadonlyMap<RowPlan, JudgedRow>) {
    super('Somebody has put a child of the list on record meanwhile');
    this.rows = rows;
  }
}

export type Newcomers = ReturnType<typeof watchNewcomers>;

/** Whom others put on record while a list comes in, from the number on that was given last when it was compared. */
export function watchNewcomers(serviceId: string, since: string) {
  const met = indexKnown([]);
  let last = since;
  return {
    /** Looks between the numbers of a piece that is written and those before, and throws the rows that are like somebody there. */
    look: async (tx: Tx, piece: readonly RowPlan[], numbers: readonly string[]): Promise<void> => {
      const [first] = numbers;
      if (first === undefined) return;
      for (const child of await childrenNumbered(tx, serviceId, last, first))
        met.add(knownFromRecord(child));
      const rows = new Map(
        piece.flatMap((row) => {
          if (!row.planned.values.child) return [];
          const { judged } = row;
          const alike = candidatesOf(
            likenesses({ line: judged.row, values: judged.values, findings: [] }, met).filter(
              ({ comparison }) => comparison.verdict !== 'different',
            ),
          );
          return alike.length === 0 ? [] : [[row, asked(judged, alike)] as const];
        }),
      );
      if (rows.size > 0) throw new Overtaken(rows);
    },
    /** The piece is in: the next is looked at from its last number on. */
    passed: (numbers: readonly string[]): void => {
      last = numbers.at(-1) ?? last;
    },
  };
}
