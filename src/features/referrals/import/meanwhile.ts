import type { Candidate, ExistingChild, JudgedRow } from '../../../domain/referrals/judged-row.ts';
import { indexKnown } from '../../../domain/referrals/known-index.ts';
import {
  candidatesOf,
  childKey,
  type Known,
  knownFromRecord,
  likenesses,
  sayWho,
} from '../../../domain/referrals/known-people.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import {
  childrenChanged,
  childrenNow,
  childrenNumbered,
  lastChange,
} from '../../../record/known/known-children.queries.ts';
import type { RowPlan } from './plan-import.ts';

/** Where the record stood when a list was compared with it: the number and the change that were last. */
export type RecordMark = { readonly number: string; readonly change: string };

/** What is asked of a row when the record of somebody it is like has been made or changed since the list was compared. */
const askedAgain = (row: JudgedRow, candidates: readonly Candidate[]): JudgedRow => ({
  ...row,
  verdict: 'hold',
  candidates,
  reasons: candidates.map(
    ({ child, reasons }) =>
      `${sayWho(child)} has been put on record or corrected since the list was compared: ${reasons.join('; ')}. Decide whether it is the same child, and whether the referral is there already`,
  ),
});

/**
 * Rows whose child was new when the list was compared and is somebody on record now, or the other way round: whoever put them there
 * or corrected them may have logged the same referral, or knows more than the list. A person decides them.
 */
export function askOfChanged(
  rows: readonly JudgedRow[],
  before: readonly JudgedRow[],
): readonly JudgedRow[] {
  const children = new Map(before.map(({ row, child }) => [row, child]));
  return rows.map((row) => {
    const then = children.get(row.row);
    if (row.effect.kind === 'nothing') return row;
    const waits = { child: null, effect: { kind: 'nothing' } } as const;
    if (row.child?.kind === 'record' && (then?.kind === 'new' || then?.kind === 'row'))
      return { ...askedAgain(row, row.candidates), ...waits };
    if (row.child?.kind === 'new' && then?.kind === 'record') {
      const gone = `${sayWho(then)} was the same child when the list was compared, and has been corrected since: decide whose referral it is`;
      return { ...row, ...waits, verdict: 'hold' as const, reasons: [gone] };
    }
    return row;
  });
}

/** A row that was written for a new child who is like somebody whom others have put on record or corrected meanwhile. */
export class Overtaken extends Error {
  readonly rows: ReadonlyMap<RowPlan, JudgedRow>;
  constructor(rows: ReadonlyMap<RowPlan, JudgedRow>) {
    super('Somebody has changed the record of a child of the list meanwhile');
    this.rows = rows;
  }
}

export type Meanwhile = ReturnType<typeof watchRecord>;

/** Whom others put on record or correct while a list comes in, from where the record stood when it was compared. */
export function watchRecord(
  serviceId: string,
  since: RecordMark,
  existing: readonly ExistingChild[],
) {
  const before = new Map(existing.map((child) => [child.id, factsOf(child)]));
  const met = indexKnown([]);
  let number = since.number;
  // A change gets its place before others see it: each look begins where the one before the last ended.
  let changes = [since.change, since.change] as const;
  return {
    /** The rows whose child on record is not as when the list was compared, with what is to be asked; null where the record is gone. */
    notStanding: async (
      tx: Tx,
      piece: readonly RowPlan[],
    ): Promise<ReadonlyMap<RowPlan, JudgedRow | null>> => {
      const ids = [...new Set(piece.flatMap(({ recordId }) => recordId ?? []))];
      const found = ids.length === 0 ? [] : await childrenNow(tx, serviceId, ids);
      const now = new Map(found.map((child) => [child.id, child]));
      return new Map(
        piece.flatMap((row): [RowPlan, JudgedRow | null][] => {
          if (row.recordId === null) return [];
          const child = now.get(row.recordId);
          if (!child) return [[row, null]];
          if (before.get(child.id) === factsOf(child)) return [];
          const asked = notMeant(row, knownFromRecord(child));
          return asked ? [[row, asked]] : [];
        }),
      );
    },
    /** Looks between the numbers of a piece that is written and those before, and among the changes, and throws the rows that are like somebody there. */
    look: async (tx: Tx, piece: readonly RowPlan[], numbers: readonly string[]): Promise<void> => {
      const [first] = numbers;
      if (first === undefined) return;
      changes = [changes[1], await lastChange(tx)];
      for (const child of [
        ...(await childrenNumbered(tx, serviceId, number, first)),
        ...(await childrenChanged(tx, serviceId, changes[0], since.number)),
      ])
        met.add(knownFromRecord(child));
      const rows = new Map(
        piece.flatMap((row) => {
          if (!row.planned.values.child) return [];
          const { judged } = row;
          const asked = new Set(judged.candidates.map(({ child }) => childKey(child)));
          const alike = candidatesOf(alikeTo(judged, met)).filter(
            ({ child, verdict }) => verdict !== 'different' && !asked.has(childKey(child)),
          );
          return alike.length === 0 ? [] : [[row, askedAgain(judged, alike)] as const];
        }),
      );
      if (rows.size > 0) throw new Overtaken(rows);
    },
    /** The piece is in: the next is looked at from its last number on. */
    passed: (numbers: readonly string[]): void => {
      number = numbers.at(-1) ?? number;
    },
  };
}

// A row may still go to a child who was corrected if by what is known of them now it is the same child or, where a person decided,
// as like as it was then. Otherwise: what is to be asked of it.
function notMeant({ judged, report }: RowPlan, now: Known): JudgedRow | null {
  const [is] = candidatesOf(alikeTo(judged, indexKnown([now])));
  const was = judged.candidates.find(({ child }) => childKey(child) === childKey(now.child));
  const stands = report.decided ? !was || is?.score === was.score : is?.verdict === 'same';
  if (stands) return null;
  const none = { child: now.child, verdict: 'different', score: 0 } as const;
  return askedAgain(judged, [is ?? { ...none, reasons: ['It is like this row no longer'] }]);
}

const factsOf = ({ referrals: _referrals, ...facts }: ExistingChild) => JSON.stringify(facts);

const alikeTo = (row: JudgedRow, known: ReturnType<typeof indexKnown>) => likenesses(row, known);
