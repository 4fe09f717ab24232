import { div, fromDecimal, mul, type Rational, rational, sub } from '../figures/rational.ts';

/** One row of plan-shares.csv: whole percentages as a plan prints them. */
type PlanShareRow = Readonly<
  Record<'area' | 'group' | 'share' | 'of_whom' | 'comparator_share' | 'comparator', string>
>;

export type PlanShare = {
  readonly group: string;
  readonly share: Rational;
  readonly ofWhom: string;
  /** The plan's own comparator, then ours, each with its name; null where we have none. */
  readonly besides: readonly {
    readonly name: string;
    readonly share: Rational;
    readonly points: Rational;
    /** How many times as often as all other children, from the shares alone. */
    readonly times: Rational | null;
  }[];
};

const CENSUS = 'Residents aged 10 to 17, Census 2021';

/** Shares that a plan prints, beside the plan's own comparator and the share of residents on census day. */
export function planShares(
  rows: readonly PlanShareRow[],
  residents: ReadonlyMap<string, number>,
): readonly PlanShare[] {
  const all = [...residents.values()].reduce((sum, value) => sum + value, 0);
  const residentsOf = (group: string) =>
    group === 'All but White' ? all - (residents.get('White') ?? 0) : residents.get(group);
  return rows.flatMap((row) => {
    const share = percentage(row.share);
    const stated = percentage(row.comparator_share);
    const counted = residentsOf(row.group);
    if (!share || !stated) return [];
    const census =
      counted === undefined || all === 0
        ? []
        : [{ name: CENSUS, share: rational(BigInt(counted), BigInt(all)) }];
    const besides = [{ name: row.comparator, share: stated }, ...census].map((one) => ({
      ...one,
      points: mul(sub(share, one.share), rational(100n)),
      times: timesOthers(share, one.share),
    }));
    return [{ group: row.group, share, ofWhom: row.of_whom, besides }];
  });
}

const ONE = rational(1n);
const percentage = (text: string) => {
  const number = fromDecimal(text);
  return number && div(number, rational(100n));
};

function timesOthers(share: Rational, comparator: Rational): Rational | null {
  const others = sub(ONE, share);
  if (others.p === 0n || comparator.p === 0n) return null;
  return mul(div(share, others), div(sub(ONE, comparator), comparator));
}
