import { addDays, addMonths, type Day } from '../calendar/day.ts';
import { compareText } from '../text/compare-text.ts';
import { balancedDraw } from './balanced-draw.ts';
import type { LeftOutReason } from './left-out.data.ts';
import type { SamplePlan } from './sample-plan.ts';
import { sampleSize } from './sample-size.ts';
import { seededChance, seededOrder } from './seeded-order.ts';
import { nearness, type Strata, type Stratum, type StratumKind, stratumOf } from './strata.ts';

/** A piece of work that may be read: one a child. */
export type FrameCase = Strata & {
  readonly childId: string;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly lastAuditedOn: Day | null;
  /** The themes that the child belongs to, where the plan asks for any. */
  readonly themes?: readonly string[];
};

export type Drawn<C extends FrameCase> = {
  /** In the order drawn; their places in the sample follow it. */
  readonly cases: readonly C[];
  readonly population: number;
  readonly left: readonly { readonly reason: LeftOutReason; readonly cases: number }[];
  readonly strata: readonly Stratum[];
};

/**
 * Draws a sample: every case of the frame has the same chance, and the totals by each kind that is matched on keep close to the
 * population's. The same cases with the same plan give the same sample; each child is in it once.
 */
export function drawSample<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
): Drawn<C> {
  const { eligible, left } = eligibleOf(frame, plan, today, hasFreeReader);
  const row = seededOrder(eligible, `${plan.seed}/row`, ({ childId }) => childId);
  const isDrawn = balancedDraw(
    row.length,
    sampleSize(plan.size, row.length),
    [row.map(() => 1), ...plan.strata.flatMap((kind) => totalsOf(row, kind))],
    seededChance(`${plan.seed}/draw`),
  );
  const cases = row.filter((_, index) => isDrawn[index]);
  const groups = Map.groupBy(eligible, (each) => stratumOf(each, plan.strata));
  return {
    cases: seededOrder(cases, `${plan.seed}/order`, ({ childId }) => childId),
    population: eligible.length,
    left,
    strata: [...groups]
      .sort(([one], [other]) => compareText(one, other))
      .map(([key, members]) => ({
        ...namesOf(members[0], plan),
        frame: members.length,
        sample: cases.filter((each) => stratumOf(each, plan.strata) === key).length,
      })),
  };
}

/** Each value of a kind as a total to keep, the commonest first: what is let go of at the end is the rarest. */
function totalsOf(row: readonly Strata[], kind: StratumKind): number[][] {
  return [...Map.groupBy(row, (each) => each[kind])]
    .sort(([one, few], [other, many]) => many.length - few.length || compareText(one, other))
    .map(([value]) => row.map((each) => (each[kind] === value ? 1 : 0)));
}

/**
 * The next case for one that has to be given back, never one drawn before: of the same group or, where none of it is left, of
 * the nearest, in the seed's own order. Null when nobody is left.
 */
export function nextInStratum<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
  gone: { readonly strata: Strata; readonly drawn: ReadonlySet<string> },
): { readonly next: C; readonly isSameGroup: boolean } | null {
  const near = (each: Strata) => nearness(each, gone.strata, plan.strata);
  const order = seededOrder(
    eligibleOf(frame, plan, today, hasFreeReader).eligible,
    `${plan.seed}/next`,
    ({ childId }) => childId,
  ).filter(({ childId }) => !gone.drawn.has(childId));
  const [next] = [...order].sort((one, other) => near(other) - near(one));
  return next ? { next, isSameGroup: near(next) === near(gone.strata) } : null;
}

function eligibleOf<C extends FrameCase>(
  frame: readonly C[],
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
) {
  const counts = new Map<LeftOutReason, number>();
  const eligible: C[] = [];
  for (const each of frame) {
    const reason = reasonFor(each, plan, today, hasFreeReader);
    if (reason === null) eligible.push(each);
    else counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return { eligible, left: [...counts].map(([reason, cases]) => ({ reason, cases })) };
}

function reasonFor(
  each: FrameCase,
  plan: SamplePlan,
  today: Day,
  hasFreeReader: (childId: string) => boolean,
): LeftOutReason | null {
  if (!(plan.themes ?? []).every((theme) => each.themes?.includes(theme))) return 'other-theme';
  const since = addMonths(today, -plan.notSinceMonths);
  if (plan.notSinceMonths > 0 && each.lastAuditedOn !== null && each.lastAuditedOn > since)
    return 'read-lately';
  const until = each.endedOn ?? today;
  if (addDays(each.startedOn, plan.leastDays) > until) return 'too-short';
  return hasFreeReader(each.childId) ? null : 'no-free-reader';
}

const namesOf = (one: Strata | undefined, plan: SamplePlan): Strata => ({
  sex: plan.strata.includes('sex') ? (one?.sex ?? '') : '',
  disposal: plan.strata.includes('disposal') ? (one?.disposal ?? '') : '',
  risk: plan.strata.includes('risk') ? (one?.risk ?? '') : '',
});
