import { describe, expect, it } from 'vitest';
import { arrestFaults, chargeFaults, hoCode } from './charge.ts';

const said = {
  charged_on: '2026-09-01',
  plea: null,
  plea_on: null,
  finding: null,
  found_on: null,
};
const boxes = (more: Partial<Parameters<typeof chargeFaults>[0]>) =>
  chargeFaults({ ...said, ...more }).map(({ field }) => field);

describe('what is asked again of a charge', () => {
  it.each([
    ['nothing of a charge that nobody has answered', {}, []],
    ['the day of a plea', { plea: 'guilty' }, ['plea_on-day']],
    ['what was pleaded on a day', { plea_on: '2026-09-10' }, ['plea']],
    ['a plea before the charge', { plea: 'guilty', plea_on: '2026-08-31' }, ['plea_on-day']],
    [
      'nothing of a child who is charged, pleads and is found guilty in one day',
      {
        plea: 'guilty',
        plea_on: '2026-09-01',
        finding: 'guilty',
        found_on: '2026-09-01',
      },
      [],
    ],
    ['the day of a finding', { finding: 'guilty' }, ['found_on-day']],
    ['what was found on a day', { found_on: '2026-09-10' }, ['finding']],
    [
      'a finding before the charge',
      { finding: 'guilty', found_on: '2026-08-31' },
      ['found_on-day'],
    ],
    [
      'a finding before the plea',
      { plea: 'not-guilty', plea_on: '2026-09-10', finding: 'guilty', found_on: '2026-09-09' },
      ['found_on-day'],
    ],
  ])('%s', (_what, more, asked) => {
    expect(boxes(more)).toEqual(asked);
  });
});

it.each([
  [null, 0],
  ['2026-08-31', 0],
  ['2026-09-01', 0],
  ['2026-09-02', 1],
])('a child was arrested before the charge or on its day: %s', (arrested_on, faults) => {
  expect(arrestFaults({ charged_on: '2026-09-01', arrested_on })).toHaveLength(faults);
});

it.each([
  ['8/26', '008/26'],
  ['008 26', '008/26'],
  ['195.94', '195/94'],
  ['PL96001', 'PL96001'],
  ['8/266', '8/266'],
])('a code typed as %s is kept as %s', (typed, kept) => {
  expect(hoCode(typed)).toBe(kept);
});
