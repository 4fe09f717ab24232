import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { LeftOutReason } from './left-out.data.ts';
import type { SamplePlan } from './sample-plan.ts';
import { sampleSize } from './sample-size.ts';
import { seededOrder } from './seeded-order.ts';
import { type Strata, shareOut, stratumOf } from './strata.ts';

/** A piece of work that may be read: one a child. */
export type FrameCase = Strata & {
  /** Null for a record that is sealed to whoever draws. */
  readonly childId: string | null;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly lastAuditedOn: Day | null;
};
export type OpenCase<C extends FrameCase> = C & { readonly childId: string };

export type Drawn<C extends FrameCase> = {
  /** In the order drawn; their places in the sample follow it. */
  readonly cases: readonly OpenCase<C>[];
  readonly population: number;
  readonly left: readonly { readonly reason: LeftOutReason; readonly cases: number }[];
  readonly strata: readonly (Strata & { readonly frame: number; readonly sample: number })[];
};

/** Draws a sample. The same cases with the same plan give the same sample; each child is in it once. */
export function drawSample<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
): Drawn<C> {
  const { eligible, left } = eligibleOf(frame, plan, today, hasFreeReader);
  const groups = Map.groupBy(eligible, (each) => stratumOf(each, plan.strata));
  const shares = shareOut(groups, sampleSize(plan.size, eligible.length));
  const drawn = shares.flatMap(({ key, members, sample }) =>
    seededOrder(members, `${plan.seed}/${key}`, ({ childId }) => childId).slice(0, sample),
  );
  return {
    cases: seededOrder(drawn, `${plan.seed}/order`, ({ childId }) => childId),
    population: eligible.length,
    left,
    strata: shares.map(({ members, sample }) => ({
      ...namesOf(members[0], plan),
      frame: members.length,
      sample,
    })),
  };
}

/** The next case for one that has to be given back: of the same group, in the seed's own order; null when none is left. */
export function nextInStratum<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
  gone: { readonly strata: Strata; readonly drawn: ReadonlySet<string> },
): OpenCase<C> | null {
  const key = stratumOf(gone.strata, plan.strata);
  const members = eligibleOf(frame, plan, today, hasFreeReader).eligible.filter(
    (each) => stratumOf(each, plan.strata) === key,
  );
  const order = seededOrder(members, `${plan.seed}/${key}`, ({ childId }) => childId);
  return order.find(({ childId }) => !gone.drawn.has(childId)) ?? null;
}

function eligibleOf<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
) {
  const counts = new Map<LeftOutReason, number>();
  const eligible: OpenCase<C>[] = [];
  for (const each of frame) {
    const { childId } = each;
    const reason =
      childId === null ? 'sealed' : reasonFor(each, childId, plan, today, hasFreeReader);
    if (childId !== null && reason === null) eligible.push({ ...each, childId });
    else if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return { eligible, left: [...counts].map(([reason, cases]) => ({ reason, cases })) };
}

function reasonFor(
  each: FrameCase,
  childId: string,
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
): LeftOutReason | null {
  const since = addMonths(today, -plan.notSinceMonths);
  if (plan.notSinceMonths > 0 && each.lastAuditedOn !== null && each.lastAuditedOn > since)
    return 'read-lately';
  const until = each.endedOn ?? today;
  if (addDays(each.startedOn, plan.leastDays) > until) return 'too-short';
  return hasFreeReader(childId) ? null : 'no-free-reader';
}

const namesOf = (one: Strata | undefined, plan: SamplePlan): Strata => ({
  sex: plan.strata.includes('sex') ? (one?.sex ?? '') : '',
  disposal: plan.strata.includes('disposal') ? (one?.disposal ?? '') : '',
  risk: plan.strata.includes('risk') ? (one?.risk ?? '') : '',
});
