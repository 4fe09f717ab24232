import { expect, it } from 'vitest';
import { periodMeaning } from './cohort.ts';

it.each([
  ['children in the cohort', 'children of the area', true],
  ['reoffences', 'Children in the cohorts of the year', true],
  ['Cohort', null, true],
  ['reoffences', 'Children who reoffended', true],
  ['days', 'Reoffences', true],
  ['first-time entrants', 'residents aged 10 to 17', false],
  ['first-time entrants', null, false],
  ['Reoffences', 'Children who reoffended before', false],
])('the period of %s over %s follows a cohort: %s', (numerator, denominator, isOfCohort) => {
  expect(periodMeaning({ numerator, denominator })).toMatch(
    isOfCohort
      ? /^That of the cohort: .* followed for twelve months, and six more/
      : /^That of what is counted\.$/,
  );
});
