import { periodWords } from './period.ts';
import type { Recomputed } from './recomputed.ts';

/** One row of plan-statements.csv: one thing that a document says, and where; what it does not say is empty. */
export type PlanStatement = Readonly<
  Record<'document' | 'place' | 'about' | 'area' | 'period' | 'kind' | 'value' | 'unit', string>
>;

/** What a document says against itself: the rule that finds it, of what, and what is said at each place. */
export type Contradiction = {
  readonly rule: string;
  readonly about: string;
  readonly says: readonly string[];
};

type Rule = {
  readonly name: string;
  /** Which statements it compares, and what must be alike for two to be of one thing. */
  readonly kinds: readonly string[];
  readonly alike: (one: PlanStatement) => readonly string[];
  /** What must then be alike too. */
  readonly same: (one: PlanStatement) => string;
  readonly about: (one: PlanStatement) => string;
  readonly says: (one: PlanStatement) => string;
};

const withUnit = ({ value, unit }: PlanStatement) =>
  [figure(value), unit].filter(Boolean).join(unit === '%' ? '' : ' ');

const rules: readonly Rule[] = [
  {
    name: 'Two answers to one question',
    kinds: ['count', 'rate', 'change', 'words'],
    alike: ({ about, area, period, kind, unit }) => [about, area, period, kind, unit],
    same: ({ value }) => value,
    about: ({ about, area, period }) => `${about}, ${area}, ${periodWords(period)}`,
    says: withUnit,
  },
  {
    name: 'One rate in two units',
    kinds: ['rate'],
    alike: ({ about, period }) => [about, period],
    same: ({ unit }) => unit,
    about: ({ about, period }) => `${about}, ${periodWords(period)}`,
    says: withUnit,
  },
  {
    name: 'One population for two years',
    kinds: ['population'],
    alike: ({ about, area, value }) => [about, area, value],
    same: ({ period }) => period,
    about: ({ about, area }) => `${about}, ${area}`,
    says: ({ value, period }) => `${figure(value)} in ${periodWords(period)}`,
  },
  {
    name: 'Two periods, each given as the newest',
    kinds: ['newest'],
    alike: ({ document, about, area }) => [document, about, area],
    same: ({ period }) => period,
    about: ({ about, area }) => `${about}, ${area}`,
    says: (one) => `${withUnit(one)}, ${periodWords(one.period)}`,
  },
];

/** Everything that a document's statements and figures say against one another, found by rule. */
export function planContradictions(
  statements: readonly PlanStatement[],
  figures: readonly Recomputed[],
): readonly Contradiction[] {
  return [
    ...rules.flatMap((rule) => foundBy(rule, statements)),
    ...statements.filter(isNoYear).map((one) => ({
      rule: 'A year that does not end after it begins',
      about: one.about,
      says: [`${one.period} (${one.place})`],
    })),
    ...figures
      .filter(({ agrees }) => !agrees)
      .map(({ table, row, figure: name, printed, recomputed, reason }) => ({
        rule: 'A figure that does not follow from its counts',
        about: `${name}, ${row}`,
        says: [
          `Printed: ${printed} (${table})`,
          recomputed === null ? 'A count is not printed' : `From the counts: ${recomputed}`,
          ...(reason ? [reason] : []),
        ],
      })),
  ];
}

function foundBy(rule: Rule, statements: readonly PlanStatement[]): Contradiction[] {
  const compared = statements.filter(({ kind }) => rule.kinds.includes(kind));
  const groups = Map.groupBy(compared, (one) => JSON.stringify(rule.alike(one)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || new Set(group.map(rule.same).filter(Boolean)).size < 2) return [];
    const says = group.map((one) => `${rule.says(one)} (${one.place})`);
    return [{ rule: rule.name, about: rule.about(first), says }];
  });
}

/** "2023-2023": a year of the plan runs into the next one. */
function isNoYear({ kind, period }: PlanStatement): boolean {
  const [from, to] = period.split('-').map(Number);
  return kind === 'year' && to !== (from ?? 0) + 1;
}

const figure = (value: string) =>
  /^\d{4,}$/.test(value) ? Number(value).toLocaleString('en-GB') : value;
