import { expect, it } from 'vitest';
import { type CaseDays, caseTimeline } from './case-timeline.ts';

const known = {
  offence: '2026-06-01',
  arrest: null,
  charge: '2026-07-01',
  first_hearing: '2026-07-15',
  finding: null,
  sentence: null,
  ended: null,
};
const said = (more: Partial<CaseDays>) => {
  const { steps, total, isOver } = caseTimeline({ ...known, ...more }, '2026-10-06');
  return [steps.map(({ name, since }) => `${name} ${since ?? '-'}`), total, isOver];
};

it('counts days from one known day to the next, and so far from the first', () => {
  expect(said({})).toEqual([
    [
      'Offence -',
      'Arrest or interview -',
      'Charge 30',
      'First hearing 14',
      'Finding -',
      'Sentence -',
    ],
    127,
    false,
  ]);
});

it('ends with the sentence', () => {
  const [steps, total, isOver] = said({ finding: '2026-08-01', sentence: '2026-09-01' });
  expect(steps).toContain('Sentence 31');
  expect([total, isOver]).toEqual([92, true]);
});

it('ends with the charge where it was withdrawn, and waits for no sentence then', () => {
  expect(said({ ended: '2026-08-01' })).toEqual([
    ['Offence -', 'Arrest or interview -', 'Charge 30', 'First hearing 14', 'The charge ended 17'],
    61,
    true,
  ]);
});
