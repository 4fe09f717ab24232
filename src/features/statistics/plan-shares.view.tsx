import { mul, type Rational, rational } from '../../domain/figures/rational.ts';
import { printed } from '../../domain/figures/round.ts';
import type { PlanShare } from '../../domain/statistics/plan-shares.ts';
import type { Html } from '../../ui/html.ts';
import { FigureTable } from './figure-table.view.tsx';

const COLUMNS = [
  'Group',
  'Share of',
  'Share in the plan, %',
  'Beside',
  'Share there, %',
  'Gap, percentage points',
  'Times all other children',
] as const;

/** What the area's youth justice plan 2024-25 says of the shares of groups, beside its comparator and the census. */
export function PlanShares({
  plan,
  area,
}: {
  readonly plan: readonly PlanShare[];
  readonly area: string;
}): Html | null {
  if (plan.length === 0) return null;
  const percent = (share: Rational, places: number) => ({
    number: printed(mul(share, rational(100n)), places),
  });
  return (
    <section aria-labelledby="plan">
      <h2 class="govuk-heading-m" id="plan">
        What the youth justice plan 2024-25 says
      </h2>
      <FigureTable
        title={`Shares in the plan of ${area}, beside who lives there`}
        columns={COLUMNS}
        labels={1}
        rows={plan.flatMap(({ group, share, ofWhom, besides }) =>
          besides.map((beside, at) => [
            group,
            ofWhom,
            percent(share, 0),
            beside.name,
            percent(beside.share, at === 0 ? 0 : 1),
            { number: printed(beside.points, at === 0 ? 0 : 1) },
            beside.times ? { number: printed(beside.times, 2) } : 'None',
          ]),
        )}
      />
      <p class="govuk-body">
        The plan prints whole percentages without the counts behind them, so that no interval can be
        given. It does not say which months its shares are of.
      </p>
    </section>
  );
}
