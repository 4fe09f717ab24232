import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type OrderContact, tallyOf } from './contact-tally.ts';

const attendances = [
  'attended',
  'acceptable-absence',
  'unacceptable-absence',
  'cancelled-by-service',
  'not-required',
] as const;
const decisions = ['acceptable', 'not-acceptable', 'not-pursued', null] as const;

const cases: readonly [
  ...of: readonly [attendance: OrderContact['attendance'], decision: OrderContact['decision']],
  counts: string,
][] = [
  ['attended', null, 'kept'],
  ['acceptable-absence', null, 'goodReason'],
  ['unacceptable-absence', null, 'undecided'],
  ['unacceptable-absence', 'acceptable', 'goodReason'],
  ['unacceptable-absence', 'not-acceptable', 'noGoodReason'],
  ['unacceptable-absence', 'not-pursued', 'notPursued'],
  ['acceptable-absence', 'not-acceptable', 'noGoodReason'],
  ['cancelled-by-service', null, 'notTheirs'],
  ['not-required', null, 'notTheirs'],
];

it.each(cases)('%s, decided %s, is counted under %s', (attendance, decision, counts) => {
  const tally = tallyOf([{ attendance, decision }]);
  expect(tally).toMatchObject({ [counts]: 1, offered: counts === 'notTheirs' ? 0 : 1 });
});

it('each contact that was offered is kept or missed in one way', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          attendance: fc.constantFrom(...attendances),
          decision: fc.constantFrom(...decisions),
        }),
      ),
      (contacts) => {
        const { offered, notTheirs, ...each } = tallyOf(contacts);
        expect(Object.values(each).reduce((sum, count) => sum + count, 0)).toBe(offered);
        expect(offered + notTheirs).toBe(contacts.length);
      },
    ),
  );
});
