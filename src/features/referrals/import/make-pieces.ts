import { setTimeout as rest } from 'node:timers/promises';
import type { JudgedRow } from '../../../domain/referrals/judged-row.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { learnSizes } from '../../../platform/db/learn-sizes.ts';
import { newId } from '../../../platform/db/new-id.ts';
import { type Meanwhile, Overtaken } from './meanwhile.ts';
import { inPieces, learnPace, watchGrowth } from './pieces.ts';
import type { RowPlan } from './plan-import.ts';
import { holdRow, type RowContext } from './plan-row.ts';
import { findFault, RowNotSaved, writePlan } from './write-plan.ts';

/** Does some work in a transaction of its own. */
export type Step = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Hears how many rows are through. */
type Told = (done: number) => Promise<void>;

class Undone extends Error {}

/** Tries to make every row and undoes it again, in short transactions: throws by number the first row that the database would not take. */
export async function tryRows(step: Step, plan: readonly RowPlan[], told: Told): Promise<void> {
  await eachPiece(step, plan, async (piece, done) => {
    try {
      await step(async (tx) => {
        await writePlan(tx, plannedOf(piece));
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw (await faultOf(step, piece)) ?? error;
    }
    await told(done);
  });
}

/**
 * Makes the rows, which were tried, in short transactions; `keep` says in the same transaction what became of them. It only goes
 * forward: a row that the database takes no longer, since the record has changed, waits for a person instead.
 */
export async function makeRows(
  step: Step,
  plan: readonly RowPlan[],
  context: RowContext,
  meanwhile: Meanwhile,
  keep: (tx: Tx, piece: readonly RowPlan[], done: number) => Promise<void>,
): Promise<void> {
  await eachPiece(step, plan, async (piece, done) => {
    let rows = piece;
    for (let times = 1; ; times += 1) {
      try {
        const numbers = await step(async (tx) => {
          rows = await standing(tx, rows, context, meanwhile);
          const given = await writePlan(tx, plannedOf(rows));
          await meanwhile.look(tx, rows, given);
          await keep(tx, rows, done);
          return given;
        });
        meanwhile.passed(numbers);
        return;
      } catch (error) {
        if (error instanceof Overtaken) {
          const { rows: overtaken } = error;
          rows = rows.map((row) => {
            const asked = overtaken.get(row);
            return asked ? asHeld(row, context, asked) : row;
          });
          continue;
        }
        const fault = await faultOf(step, rows);
        const atFault = rows.find(({ judged }) => judged.row === fault?.row);
        // Two who write at once may meet: what no row is to blame for is tried again.
        if (atFault ? atFault.report.makes === 'hold' : times >= MOST_TRIES) throw error;
        rows = rows.map((row) => (row === atFault ? asHeld(row, context, refused(row)) : row));
      }
    }
  });
}

// A child may have been merged, sealed, erased or corrected since the list was judged.
async function standing(
  tx: Tx,
  rows: readonly RowPlan[],
  context: RowContext,
  meanwhile: Meanwhile,
): Promise<readonly RowPlan[]> {
  const asked = await meanwhile.notStanding(tx, rows);
  return rows.map((row) => {
    const why = asked.get(row);
    return why === undefined ? row : asHeld(row, context, why ?? refused(row));
  });
}

const MOST_TRIES = 3;

// Others are answered between two pieces; a page asks the database a few times, and would wait for a piece each time.
const REST = 15;

async function eachPiece(
  step: Step,
  plan: readonly RowPlan[],
  work: (piece: readonly RowPlan[], done: number) => Promise<void>,
): Promise<void> {
  const pace = learnPace();
  const growth = watchGrowth(plan.length);
  let done = 0;
  for (const piece of inPieces(plan, pace)) {
    if (growth.isDue(done)) await step(learnSizes);
    const since = performance.now();
    done += piece.length;
    await work(piece, done);
    pace.took(piece.length, performance.now() - since);
    await rest(REST);
  }
}

const plannedOf = (piece: readonly RowPlan[]) => piece.map(({ planned }) => planned);

async function faultOf(step: Step, piece: readonly RowPlan[]): Promise<RowNotSaved | null> {
  try {
    await step(async (tx) => {
      await findFault(tx, plannedOf(piece));
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof RowNotSaved) return error;
  }
  return null;
}

const changed =
  'It could not be made as the preview said, for the record has changed since: decide who it is';

const refused = ({ judged }: RowPlan): JudgedRow => ({
  ...judged,
  reasons: [changed, ...judged.reasons],
});

function asHeld(row: RowPlan, context: RowContext, asked: JudgedRow): RowPlan {
  const holdId = newId();
  const { childId: _child, referralId: _referral, decided: _decided, ...said } = row.report;
  const { reasons } = asked;
  return {
    judged: row.judged,
    recordId: null,
    planned: {
      row: asked.row,
      values: { referral_hold: [holdRow(context, holdId, asked, () => null)] },
    },
    report: { ...said, verdict: 'hold', makes: 'hold', reasons, holdId },
  };
}
