import { expect, it } from 'vitest';
import { ageFaults } from './judge-facts.ts';

const ages = {
  surname: 'Reed',
  forename: 'Ada',
  dateOfBirth: '2012-05-04',
  offenceDate: '2026-05-03' as string | null,
  referredOn: '2026-05-04' as string | null,
};

it.each([
  ['nothing of a child of thirteen', {}, null],
  ['nothing where the day of birth is not known', { dateOfBirth: null }, null],
  ['nothing where no day is known', { offenceDate: null, referredOn: null }, null],
  [
    'a birth after the offence',
    { offenceDate: '2012-05-03' },
    'is after the offence of 3 May 2012',
  ],
  [
    'a birth after the referral, where the day of the offence is not known',
    { offenceDate: null, referredOn: '2012-05-03' },
    'is after the referral of 3 May 2012',
  ],
  [
    'an offence the day before the tenth birthday',
    { offenceDate: '2022-05-03' },
    'Ada Reed was 9 on the day of the offence',
  ],
  ['nothing of an offence on the tenth birthday', { offenceDate: '2022-05-04' }, null],
])('a referral is refused for an age that cannot be: %s', (_what, more, says) => {
  expect(ageFaults({ ...ages, ...more })).toEqual(
    says === null ? [] : [expect.stringContaining(says)],
  );
});
