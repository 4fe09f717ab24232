import {
  type DecisionPointId,
  decisionPoints,
  isDecisionPoint,
} from '../../../domain/statistics/decision-points.data.ts';
import {
  ALL,
  type GroupBy,
  groupName,
  inOrder,
  NOT_KNOWN,
  USUAL_REFERENCE,
} from '../../../domain/statistics/group-names.ts';
import { groupRates, type RateRow } from '../../../domain/statistics/group-rates.ts';
import {
  type Period,
  type PublishedGroups,
  publishGroups,
  type Shown,
} from '../../../domain/statistics/publish-groups.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import {
  type CountRow,
  groupCounts,
  groupedData,
  type SourceRow,
} from './disproportionality.queries.ts';
import { type PopulationModel, readPopulation } from './population-page.ts';

/** What the address asks for; anything that it names wrongly is the first there is. */
export type DisproportionalityAsked = Readonly<
  Record<'area' | 'point' | 'by' | 'years' | 'reference', string>
>;

export type RatesOf = {
  readonly period: string;
  readonly rows: readonly RateRow[];
  readonly notKnown: Shown;
  readonly all: Shown;
};

type RatesModel = {
  readonly kind: 'rates';
  readonly point: DecisionPointId;
  readonly points: readonly DecisionPointId[];
  readonly by: GroupBy;
  readonly bys: readonly GroupBy[];
  readonly periods: readonly Period[];
  /** The chosen one. */
  readonly period: string;
  readonly reference: string;
  readonly groups: readonly string[];
  /** All chosen years together, then each. */
  readonly together: RatesOf;
  readonly each: readonly RatesOf[];
};

export type DisproportionalityModel = {
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly area: { readonly code: string; readonly name: string };
  readonly sources: readonly SourceRow[];
  readonly shown:
    | RatesModel
    | PopulationModel
    /** The chosen decision is published of other areas and not of this one. */
    | {
        readonly kind: 'nothing';
        readonly point: DecisionPointId;
        readonly points: readonly DecisionPointId[];
      }
    | { readonly kind: 'refused'; readonly problems: readonly string[] };
};

/** What the page, its chart and its downloads are made of. */
export async function readDisproportionality(
  tx: Tx,
  asked: DisproportionalityAsked,
): Promise<DisproportionalityModel> {
  const data = await groupedData(tx);
  const areas = [...new Map(data.map(({ area_code, area }) => [area_code, area]))].map(
    ([code, name]) => ({ code, name }),
  );
  const area = areas.find(({ code }) => code === asked.area) ?? areas[0];
  if (!area) throw new Error('No published figures by group are loaded: run foothold migrate');
  const here = data.filter(({ area_code }) => area_code === area.code);
  const points = pointsWith(here);
  // A point of which one group alone is published says little of any other: it opens where all are.
  const point = isDecisionPoint(asked.point)
    ? asked.point
    : (points.find((id) => decisionPoints[id].isWhole) ?? points[0]);
  const shared = { areas, area };
  if (!point || points.length === 0)
    return { ...shared, sources: here, shown: await readPopulation(tx, area.code) };
  if (!points.includes(point))
    return { ...shared, sources: [], shown: { kind: 'nothing', point, points } };
  const sources = here.filter(({ measure_id }) => measure_id === decisionPoints[point].measure);
  const counts = await groupCounts(tx, point, area.code);
  return { ...shared, sources, shown: ratesModel(point, points, counts, asked) };
}

function pointsWith(data: readonly SourceRow[]): DecisionPointId[] {
  return Object.keys(decisionPoints)
    .filter(isDecisionPoint)
    .filter((id) => {
      const { measure, title } = decisionPoints[id];
      const found = data.filter(({ measure_id }) => measure_id === measure);
      return measure === 'relative-rate-index'
        ? found.some(({ kinds }) => kinds.includes(title))
        : found.length > 0;
    });
}

/** One decision point's figures for what is asked, from its counts; also for tests, without a database. */
export function ratesModel(
  point: DecisionPointId,
  points: readonly DecisionPointId[],
  rows: readonly CountRow[],
  asked: Omit<DisproportionalityAsked, 'area' | 'point'>,
): RatesModel | { readonly kind: 'refused'; readonly problems: readonly string[] } {
  const named = rows.map((row) => ({ ...row, group: groupName(row.group) }));
  const grouped = new Set(named.filter(({ by }) => by !== 'all').map(({ period }) => period));
  const published = publishGroups(
    named
      .filter(({ period }) => grouped.has(period))
      .map(({ by, group, period, ...row }) => ({
        by,
        group,
        period,
        events: row.events_withheld ? 'withheld' : row.events,
        among: row.among_withheld ? 'withheld' : row.among,
      })),
    decisionPoints[point].isWhole,
  );
  if (published.kind === 'refused') return published;
  const bys = (['ethnicity', 'sex'] as const).filter((by) => named.some((row) => row.by === by));
  const by = bys.find((each) => each === asked.by) ?? bys[0] ?? 'ethnicity';
  const groups = inOrder(named.filter((row) => row.by === by).map(({ group }) => group));
  const reference = groups.find((group) => group === asked.reference) ?? USUAL_REFERENCE[by];
  const { periods } = published;
  const chosen = periods.find(({ name }) => name === asked.years) ?? periods[0];
  const of = (period: Period) => ratesOf(published, { point, by, groups, reference }, period);
  const single = (year: string): Period => ({ name: year, years: [year] });
  const years = chosen?.years ?? [];
  return {
    kind: 'rates',
    point,
    points,
    by,
    bys,
    periods,
    period: chosen?.name ?? '',
    reference,
    groups,
    together: of(chosen ?? single('')),
    each: years.length > 1 ? years.map((year) => of(single(year))) : [],
  };
}

type Of = Pick<RatesModel, 'point' | 'by' | 'groups' | 'reference'>;

function ratesOf(
  { shown }: Extract<PublishedGroups, { kind: 'published' }>,
  { point, by, groups, reference }: Of,
  { name, years }: Period,
): RatesOf {
  const { per, among, isWhole } = decisionPoints[point];
  const isMissing = (group: string) => (year: string) =>
    isThere(shown('events', by, group, year)) && !isThere(shown('among', by, group, year));
  const counts = groups.map((group) => ({
    group,
    events: shown('events', by, group, name),
    // Events of years whose children are not counted must not be divided by those of the others.
    among: years.some(isMissing(group)) ? NONE : shown('among', by, group, name),
  }));
  const notKnown = shown('events', by, NOT_KNOWN, name);
  const all = shown('events', 'all', ALL, name);
  return {
    period: name,
    rows: groupRates(counts, {
      reference,
      per: BigInt(per),
      comparator: among,
      whole: { isWhole, notKnown, all },
    }),
    notKnown,
    all,
  };
}

const NONE: Shown = { value: null, mark: null };
const isThere = ({ value, mark }: Shown) => value !== null || mark !== null;
