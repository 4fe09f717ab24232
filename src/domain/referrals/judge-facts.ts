import { addDays, ageOn, type Day, formatDay, reachesAge } from '../calendar/day.ts';
import { fullName } from '../people/display-name.ts';
import { type Finding, finding, ofWeight } from './finding.ts';
import type { ReadRow, ReferralValues } from './referral-values.ts';
import { AGE_LIMITS } from './row-rules.data.ts';

const TEN = AGE_LIMITS.criminalResponsibility.years;
const ADULT = AGE_LIMITS.adult.years;

/** What a row says against itself, without looking at any other: dates, ages, what is missing. */
export function factFindings({ values, findings }: ReadRow, today: Day): readonly Finding[] {
  // What is there and damaged is said already.
  const isDamaged = findings.some(({ rule }) => rule === 'reference-damaged');
  const missing = missingFindings(values).filter(
    ({ rule }) => !(isDamaged && rule === 'urn-missing'),
  );
  return [...missing, ...dateFindings(values, today), ...ageFindings(values)];
}

/**
 * Missing things hold a row while police could still say whom it means: by two of a name, a URN, and a date of birth with an
 * offence. With less, the row is refused.
 */
function missingFindings(values: ReferralValues): readonly Finding[] {
  const { urn, surname, forename, dateOfBirth, offences, offenceDate } = values;
  const hasAName = surname !== null || forename !== null;
  const isTold = dateOfBirth !== null && offences.length > 0;
  const canAsk = urn === null ? hasAName && isTold : hasAName || isTold;
  const missing: readonly (readonly [boolean, Finding['rule'], string])[] = [
    [surname === null, 'name-missing', 'Surname'],
    [forename === null, 'name-missing', 'Forename'],
    [urn === null, 'urn-missing', 'URN'],
    [dateOfBirth === null, 'birth-missing', 'Date of birth'],
    [offences.length === 0, 'offence-missing', 'Offence'],
    [offenceDate === null, 'offence-date-missing', 'Offence date'],
  ];
  const found = missing.filter(([isMissing]) => isMissing);
  if (!canAsk) {
    const names = found.map(([, , what]) => what).join(', ');
    return [
      finding(
        'nothing-to-ask-about',
        `${names} missing: police cannot tell from the rest who is meant. Ask them to send the row again in full`,
      ),
    ];
  }
  return found.map(([, rule, what]) =>
    finding(
      rule,
      `${what} is missing: ask police for it${values.officer ? ` (${values.officer})` : ''}, then decide the row`,
    ),
  );
}

function dateFindings({ offenceDate, referredOn }: ReferralValues, today: Day): readonly Finding[] {
  const found: Finding[] = [];
  if (offenceDate !== null && referredOn !== null && referredOn < offenceDate) {
    found.push(
      finding(
        'dates-contradict',
        `Referred on ${formatDay(referredOn)}, before the offence of ${formatDay(offenceDate)}: ask police which date is wrong`,
      ),
    );
  }
  for (const [day, what] of [
    [offenceDate, 'The offence'],
    [referredOn, 'The referral'],
  ] as const) {
    if (day !== null && day > today) {
      found.push(
        finding(
          'in-the-future',
          `${what} is dated ${formatDay(day)}, which is still to come: ask police for the right date`,
        ),
      );
    }
  }
  return found;
}

type Ages = Pick<
  ReferralValues,
  'surname' | 'forename' | 'dateOfBirth' | 'offenceDate' | 'referredOn'
>;

/** Why an offence cannot be this child's, by their age on its day: for a referral made by hand as for a row of a list. */
export const ageFaults = (values: Ages): readonly string[] =>
  ofWeight(ageFindings(values), 'refuse').map(({ text }) => text);

function ageFindings(values: Ages): readonly Finding[] {
  const { dateOfBirth: born, offenceDate, referredOn } = values;
  const onDay = offenceDate ?? referredOn;
  if (born === null || onDay === null) return [];
  const name = fullName(values);
  const event = offenceDate === null ? 'referral' : 'offence';
  if (born > onDay) {
    return [
      finding(
        'born-after-offence',
        `Date of birth ${formatDay(born)} is after the ${event} of ${formatDay(onDay)}: ask police for the right dates`,
      ),
    ];
  }
  const age = ageOn(born, onDay);
  const eighteenth = reachesAge(born, ADULT);
  if (age < TEN) {
    return [
      finding(
        'under-ten',
        `${name} was ${age} on the day of the ${event} (born ${formatDay(born)}, ${event} ${formatDay(onDay)}). A child under ${TEN} is below the age of criminal responsibility: send it to children’s services`,
      ),
    ];
  }
  if (age >= ADULT && offenceDate !== null) {
    return [
      finding(
        'adult-at-offence',
        `${name} was ${age} on the day of the offence (born ${formatDay(born)}, offence ${formatDay(offenceDate)}), an adult: send it back to police for adult services`,
      ),
    ];
  }
  if (referredOn !== null && eighteenth <= referredOn) {
    return [
      finding(
        'turned-eighteen',
        `${name} turned 18 on ${formatDay(eighteenth)}, ${offenceDate === null ? 'before the referral' : `between offence and referral`}: decide with police who works with them`,
      ),
    ];
  }
  if (eighteenth <= addDays(referredOn ?? onDay, AGE_LIMITS.soonAdult.days)) {
    return [
      finding(
        'turns-eighteen-soon',
        `${name} is 18 from ${formatDay(eighteenth)}, soon after the referral: time is short`,
      ),
    ];
  }
  return [];
}
