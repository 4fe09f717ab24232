import { expect, it } from 'vitest';
import { unready } from './unready.ts';

type Standing = Parameters<typeof unready>[0];
const row = {
  id: 'r',
  standard: 'V1',
  rating: 'Good',
  reason: 'Seen',
  decisionId: 'd',
  version: 1,
};
const ready = {
  lines: [
    {
      standard: { id: 'V1', rated: 'judged', counts: true },
      rating: { name: 'Good', points: 2 },
      notYet: 0,
      unfit: null,
    },
  ],
  inspection: {
    kind: 'mock',
    meetings: 1,
    ratings: [row],
    audits: [{ id: 'a', title: 'Cases', status: 'finished', standards: ['2.1'] }],
    points: { all: 1, open: 0 },
  },
} as const satisfies Standing;
const but = (inspection: Partial<Standing['inspection']>) =>
  unready({ ...ready, inspection: { ...ready.inspection, ...inspection } });

it('an inspection that its panel decided, whose cases are read and whose points are answered is published', () => {
  expect(unready(ready)).toBeUndefined();
  expect(
    but({ audits: [{ id: 'a', title: 'Cases', status: 'cancelled', standards: [] }] }),
  ).toBeUndefined();
});

it('one is not while its panel has not met or its ratings are proposals, save the inspectorate’s own', () => {
  expect(but({ meetings: 0 })).toBe('Record the meeting of the ratings panel first');
  const proposed = [{ ...row, decisionId: null }];
  expect(but({ ratings: proposed })).toContain('proposals that the panel has not decided: V1');
  expect(but({ kind: 'inspectorate', meetings: 0, ratings: proposed })).toBeUndefined();
});

it('one is not while a reading that it counts is open', () => {
  for (const status of ['planned', 'reading'])
    expect(but({ audits: [{ id: 'a', title: 'Cases of May', status, standards: [] }] })).toBe(
      'Finish the reading first, or count it no longer: Cases of May',
    );
});
