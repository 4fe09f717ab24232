import { expect, it } from 'vitest';
import { whyNotYet } from './unready.ts';

type Standing = Parameters<typeof whyNotYet>[1];
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
    state: 'factual-accuracy',
    meetings: 1,
    ratings: [row],
    audits: [{ id: 'a', title: 'Cases', status: 'finished', standards: ['2.1'] }],
    points: { all: 1, open: 0 },
  },
} as const satisfies Standing;
const but = (inspection: Partial<Standing['inspection']>) =>
  whyNotYet('published', { ...ready, inspection: { ...ready.inspection, ...inspection } });

it('an inspection that its panel decided, whose cases are read and whose points are answered is published', () => {
  expect(whyNotYet('published', ready)).toBeUndefined();
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

it('an inspection is not moved on with nothing read or nothing rated, and always back', () => {
  const judged = ready.lines[0];
  const fromCases = {
    standard: { id: '2.1', rated: 'lowest-key-question', counts: true },
    rating: null,
    notYet: 3,
    unfit: null,
  } as const;
  const inspection = { ...ready.inspection, state: 'fieldwork', audits: [] } as const;
  const moved = (state: Parameters<typeof whyNotYet>[0], some: Partial<Standing> = {}) =>
    whyNotYet(state, { lines: [fromCases, { ...judged, rating: null }], inspection, ...some });
  expect(moved('preparing')).toBeUndefined();
  expect(moved('fieldwork')).toBeUndefined();
  expect(moved('ratings-panel')).toBe('Cases are still to be read for: 2.1');
  expect(moved('draft')).toBe('Rate every standard first: 2.1, V1');
  expect(moved('factual-accuracy')).toBe('Rate every standard first: 2.1, V1');
  const read = [{ ...fromCases, rating: { name: 'Good', points: 2 }, notYet: 0 }, judged] as const;
  expect(moved('ratings-panel', { lines: read })).toBeUndefined();
  expect(moved('draft', { lines: read })).toBeUndefined();
  const unmet = { ...inspection, meetings: 0 };
  expect(moved('draft', { lines: read, inspection: unmet })).toContain('meeting of the ratings');
  const few = [{ ...read[0], rating: null, unfit: 'only 3 are drawn' }, judged] as const;
  expect(moved('draft', { lines: few })).toBe('Standard 2.1 cannot be rated: only 3 are drawn');
  expect(moved('draft', { inspection: { ...inspection, kind: 'inspectorate' } })).toBeUndefined();
});
