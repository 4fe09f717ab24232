import { mul, type Rational, rational } from '../../../domain/figures/rational.ts';
import { printed } from '../../../domain/figures/round.ts';
import { type DownloadTable, fileName } from '../../../domain/statistics/download-table.ts';
import type { PlanShare } from '../../../domain/statistics/plan-shares.ts';

/** What an area's youth justice plan 2024-25 says of the shares of groups, beside its comparator and the census. */
export function planTable(
  plan: readonly PlanShare[],
  area: string,
  aboutResidents: DownloadTable['about'],
): DownloadTable {
  return {
    name: fileName('plan shares', area),
    title: `Shares of groups in the youth justice plan 2024-25 of ${area}, beside who lives there`,
    columns: [
      'Group',
      'Share of',
      'Share in the plan, %',
      'Beside',
      'Share there, %',
      'Gap, percentage points',
      'Times all other children',
    ],
    rows: plan.flatMap(({ group, share, ofWhom, besides }) =>
      besides.map(({ name, share: there, points, times }, at) => {
        // The plan's own comparator is whole percentages, as it prints them.
        const places = at === 0 ? 0 : 1;
        return [
          group,
          ofWhom,
          percent(share, 0),
          name,
          percent(there, places),
          { number: printed(points, places) },
          times ? { number: printed(times, 2) } : 'None',
        ];
      }),
    ),
    about: [
      [
        'Shares in the plan',
        'Whole percentages as the plan prints them, without the counts behind them: no interval can be given. It does not say which months they are of.',
      ],
      ['Plan', `Youth justice plan 2024-25 of ${area}, facts quoted with their source`],
      ...aboutResidents,
    ],
  };
}

const percent = (share: Rational, places: number) => ({
  number: printed(mul(share, rational(100n)), places),
});
