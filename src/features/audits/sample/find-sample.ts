import type { Actor } from '../../../domain/access/can.ts';
import type { Barred, StaysFree } from '../../../domain/audits/allocate-readers.ts';
import type { Tie } from '../../../domain/audits/conflicts.data.ts';
import { type Drawn, drawSample } from '../../../domain/audits/draw-sample.ts';
import type { SampleFrame, SamplePlan } from '../../../domain/audits/sample-plan.ts';
import { sizeWords } from '../../../domain/audits/sample-size.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { peopleOf, settlerRoles } from '../people.queries.ts';
import { type FrameRow, frameOf, themesOf, tiesOf } from './sample.queries.ts';

export type Found = {
  readonly rows: readonly FrameRow[];
  readonly drawn: Drawn<FrameRow>;
  readonly frame: SampleFrame;
  readonly isBarred: Barred;
  readonly hasFreeReader: (childId: string) => boolean;
  readonly staysFree: StaysFree;
};

/** What a plan would draw from the service's cases as they are today. Nothing is kept. */
export async function findSample(
  tx: Tx,
  actor: Pick<Actor, 'serviceId'>,
  plan: SamplePlan,
  today: Day,
  /** Every kind of work that the audit's questions are asked of, where it matters what was not chosen. */
  askedTypes: readonly string[] = plan.types,
): Promise<Found> {
  const found = await frameOf(tx, plan);
  const others = await notChosen(tx, plan, askedTypes, found);
  const children = found.map(({ childId }) => childId);
  const isThemed = (plan.themes ?? []).length > 0;
  const themes = isThemed ? await themesOf(tx, children, plan.opens) : new Map();
  const rows = found.map((row) => ({ ...row, themes: themes.get(row.childId) ?? [] }));
  const settlers = (await peopleOf(tx, actor.serviceId, settlerRoles, today)).map(({ id }) => id);
  const isBarred = barredBy(await tiesOf(tx, children, [...plan.readers, ...settlers]));
  const hasFreeReader = (childId: string) => plan.readers.some((id) => !isBarred(childId, id));
  const drawn = drawSample(rows, plan, today, hasFreeReader);
  const { population, left, strata, cases } = drawn;
  return {
    rows,
    drawn,
    frame: {
      population,
      size: cases.length,
      sizeWords: sizeWords(plan.size, population),
      left: others.length > 0 ? [{ reason: 'other-type', cases: others.length }, ...left] : left,
      strata,
      leftTiers: [...new Set(others.map(({ tier }) => tier))],
    },
    isBarred,
    hasFreeReader,
    staysFree: (childId, readers) =>
      settlers.some((id) => !readers.includes(id) && !isBarred(childId, id)),
  };
}

/** The children of the window who have work of other kinds alone. */
async function notChosen(
  tx: Tx,
  plan: SamplePlan,
  askedTypes: readonly string[],
  found: readonly FrameRow[],
): Promise<readonly FrameRow[]> {
  const types = askedTypes.filter((type) => !plan.types.includes(type));
  if (types.length === 0) return [];
  const chosen = new Set(found.map(({ childId }) => childId));
  return (await frameOf(tx, { ...plan, types })).filter(({ childId }) => !chosen.has(childId));
}

/** Whether a tie of any kind stands between a child's case and a reader. */
function barredBy(ties: readonly Tie[]): Barred {
  const pairs = new Set(ties.map(({ childId, staffId }) => `${childId}/${staffId}`));
  return (childId, readerId) => pairs.has(`${childId}/${readerId}`);
}
