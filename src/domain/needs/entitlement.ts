import { addDays, ageOn, type Day, dayOf, weekdayOf } from '../calendar/day.ts';
import { mustCheckLocally } from '../provenance.ts';
import type { ReferenceRow } from '../reference/reference-row.ts';

/** What a week holds for children of some years, by their age on the last day of August before the school year. */
export type Entitlement = {
  readonly code: string;
  readonly label: string;
  /** Null where a plan names the hours itself. */
  readonly ages: readonly [from: number, to: number] | null;
  readonly hours: number | null;
  readonly source: string;
  readonly mustCheck: boolean;
};

/** A row of `education_entitlement` as a rule. */
export function entitlementOf(row: ReferenceRow): Entitlement {
  const { ages = '', hours = '' } = row.attributes as Readonly<Record<string, string>>;
  const [from, to] = ages.split('-').map(Number);
  return {
    code: row.code,
    label: row.label,
    ages: from !== undefined && to !== undefined ? [from, to] : null,
    hours: hours === '' ? null : Number(hours),
    source: row.source,
    mustCheck: mustCheckLocally(row),
  };
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The last day of August before the school year that a day is in. */
export function yearBegan(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return dayOf(month >= 9 ? year : year - 1, 8, 31);
}

/** The last Friday in June of a school year, on which whoever is in Year 11 may leave. */
export function leavingDay(began: Day): Day {
  const last = dayOf(Number(began.slice(0, 4)) + 1, 6, 30);
  return addDays(last, -((weekdayOf(last) + 2) % 7));
}

const yearElevenAge = 15;

type Asked = {
  readonly dateOfBirth: Day | null;
  readonly week: Day;
  /** Where a plan for special needs names the hours. */
  readonly planHours: number | null;
};

/** What a child is to be offered in a week; undefined where nothing is expected, or their age is not known. */
export function entitledTo(
  rules: readonly Entitlement[],
  { dateOfBirth, week, planHours }: Asked,
): (Entitlement & { readonly hours: number }) | undefined {
  if (dateOfBirth === null) return undefined;
  const began = yearBegan(week);
  const age = ageOn(dateOfBirth, began);
  // Whoever was in Year 11 has left and has not begun what comes after.
  if (age === yearElevenAge && week > leavingDay(began)) return undefined;
  const rule = rules.find(({ ages }) => ages && age >= ages[0] && age <= ages[1]);
  const byPlan = planHours === null ? undefined : rules.find(({ ages }) => ages === null);
  const hours = byPlan ? planHours : rule?.hours;
  return rule && hours !== null && hours !== undefined ? { ...(byPlan ?? rule), hours } : undefined;
}

/** Between which days whoever is of age in a week was born, both included. */
export function bornBetween(rules: readonly Entitlement[], week: Day): readonly [Day, Day] {
  const ages = rules.flatMap(({ ages }) => ages ?? []);
  const year = Number(yearBegan(week).slice(0, 4));
  return [dayOf(year - Math.max(...ages) - 1, 9, 1), dayOf(year - Math.min(...ages), 8, 31)];
}
