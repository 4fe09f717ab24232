import { expect, test } from 'vitest';
import { antecedentLines } from './antecedents.ts';

test('what the record says of before stands in lines, oldest first and each once, with levels in their words', () => {
  const offence = { kind: 'offence', on: '2026-02-03', what: 'theft from a shop' } as const;
  expect(
    antecedentLines([
      { kind: 'referral', on: null, what: 'a school' },
      {
        kind: 'assessment',
        on: '2026-03-02',
        levels: { likelihood: 'low', safety: 'medium', harm: 'very-high' },
      },
      offence,
      offence,
      { kind: 'outcome', on: '2026-02-20', what: 'Outcome 22', completion: 'not-completed' },
      { kind: 'outcome', on: '2026-02-21', what: 'Outcome 8', completion: null },
    ]),
  ).toEqual([
    '3 February 2026: alleged, theft from a shop',
    '20 February 2026: outcome, Outcome 22, not completed',
    '21 February 2026: outcome, Outcome 8',
    '2 March 2026: earlier assessment (further offending low, own safety medium, other people very high)',
    'Date not known: referred by a school',
  ]);
});
