import { addDays, addMonths, ageOn, type Day } from '../../src/domain/calendar/day.ts';
import {
  type Asked,
  type Bundle,
  kindOf,
  type Line,
  later,
  of,
  type Row,
  stands,
  startOfQuarter,
  TIERS,
  text,
  within,
} from './second-bundle.ts';

type Proved = {
  outcome: Row;
  offence: Row;
  person: Row;
  tier: string;
  age: number | null;
  hearingAge: number | null;
  in: boolean;
};

/** Outcomes of tier pre-court and above with whom and what they are of. */
function proved(b: Bundle): Proved[] {
  return b.outcomes.flatMap((outcome) => {
    const { tier } = kindOf(outcome.legal_outcome);
    if (!TIERS.includes(tier)) return [];
    const offence = of(b.offences, 'offence', text(outcome, 'offence'))[0] as Row;
    const person = of(b.people, 'person', text(offence, 'person'))[0] as Row;
    const born = person.date_of_birth;
    const on = (day: string) => (born && day ? ageOn(born, day) : null);
    return [
      {
        outcome,
        offence,
        person,
        tier,
        age: on(text(offence, 'arrested_on') || text(offence, 'offence_on')),
        hearingAge: on(text(offence, 'first_hearing_on')),
        in: person.deleted !== 'yes' && stands(outcome),
      },
    ];
  });
}
const isChild = (age: number | null) => age !== null && age >= 10 && age <= 17;
const entersAsChild = ({ age, hearingAge }: Proved) =>
  isChild(age) && (hearingAge === null || hearingAge <= 17);

export const isSerious = ({ offence }: Proved) =>
  ['DRUGS', 'ROBBERY', 'VIOLENCE_AGAINST_THE_PERSON'].includes(text(offence, 'category')) &&
  Number(offence.seriousness ?? 0) >= 5;

export const provedOffences =
  (pick: (one: Proved) => boolean, isHit: (one: Proved) => boolean, unit: 'offence' | 'person') =>
  (b: Bundle, { from, to }: Asked) => {
    const found = proved(b).filter(
      (one) => pick(one) && within(text(one.outcome, 'outcome_on'), from, to),
    );
    return [...Map.groupBy(found, (one) => text(one[unit], unit))].map(([id, own]): Line => {
      const counted = own.filter((one) => one.in && isChild(one.hearingAge ?? one.age));
      return { unit: id, in: counted.length > 0, hit: counted.some(isHit) };
    });
  };

export function firstEntries(b: Bundle, { from, to }: Asked): Line[] {
  const appealed = ({ outcome }: Proved) =>
    ['changed', 'successful'].includes(text(outcome, 'appeal'));
  const all = proved(b);
  return all
    .filter(({ outcome }) => within(text(outcome, 'outcome_on'), from, to))
    .map((one) => {
      const first = all
        .filter(
          (other) =>
            other.person === one.person &&
            other.person.deleted !== 'yes' &&
            !appealed(other) &&
            entersAsChild(other),
        )
        .toSorted(
          (a, c) =>
            later(text(c.outcome, 'outcome_on'), text(a.outcome, 'outcome_on')) ||
            TIERS.indexOf(c.tier) - TIERS.indexOf(a.tier) ||
            later(text(c.outcome, 'outcome'), text(a.outcome, 'outcome')),
        )[0];
      const isIn = first?.outcome === one.outcome && one.in;
      return { unit: text(one.outcome, 'outcome'), in: isIn, hit: isIn };
    });
}

export function sentences(b: Bundle, { from, to }: Asked): Line[] {
  const own = proved(b).filter(
    ({ tier, outcome }) => tier === 'custody' && within(text(outcome, 'outcome_on'), from, to),
  );
  const counts = (one: Proved) => one.in && entersAsChild(one);
  return own.map((one) => {
    const same = own.filter(
      (other) =>
        counts(other) &&
        other.person === one.person &&
        other.outcome.outcome_on === one.outcome.outcome_on,
    );
    const isIn =
      counts(one) &&
      same.toSorted((a, c) => later(text(c.outcome, 'outcome'), text(a.outcome, 'outcome')))[0] ===
        one;
    return { unit: text(one.outcome, 'outcome'), in: isIn, hit: isIn };
  });
}

/** Children of the cohorts, each with the further offences. */
export function cohort(b: Bundle, { from, to }: Asked) {
  return b.people
    .filter((person) => person.deleted !== 'yes')
    .flatMap((person) => {
      const id = text(person, 'person');
      const days = [
        ...proved(b)
          .filter((one) => one.person === person && one.in && one.tier !== 'custody')
          .map((one) => text(one.outcome, 'outcome_on')),
        ...of(b.involvements, 'person', id)
          .filter((work) => kindOf(work.disposal).tier === 'custody')
          .map((work) => text(work, 'licence_from')),
      ].filter((day) => within(day, from, to));
      return [...Map.groupBy(days, startOfQuarter)].map(([quarter, own]) => {
        const index = own.toSorted()[0] as Day;
        const again = of(b.offences, 'person', id).filter(
          (offence) =>
            within(text(offence, 'offence_on'), addDays(index, 1), addMonths(index, 12)) &&
            !text(offence, 'category').startsWith('BREACH_') &&
            of(b.outcomes, 'offence', text(offence, 'offence')).some(
              (outcome) =>
                TIERS.includes(kindOf(outcome.legal_outcome).tier) &&
                text(outcome, 'outcome_on') <= addMonths(index, 18),
            ),
        );
        return {
          unit: `${id} ${quarter}`,
          quarter,
          again: again.map((offence) => text(offence, 'offence')),
        };
      });
    });
}
export const furtherOffences =
  (isIn: (again: readonly string[]) => boolean) => (b: Bundle, asked: Asked) =>
    cohort(b, asked).flatMap(({ unit, quarter, again }): Line[] => [
      { unit, in: isIn(again), hit: false },
      ...again.map((offence) => ({ unit: `${offence} ${quarter}`, in: false, hit: true })),
    ]);
