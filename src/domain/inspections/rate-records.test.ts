import { describe, expect, test } from 'vitest';
import { frameworks } from './frameworks.fixture.ts';
import { rateRecords } from './rate-records.ts';

const numbers = '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4'.split(' ');
const all = (rating: string) => Object.fromEntries(numbers.map((id) => [id, { rating }]));
const lenses = (desistance: unknown, childSafety: unknown, othersSafety: unknown) => ({
  keyQuestions: { desistance, childSafety, othersSafety },
});

function rated(record: object) {
  const outcome = rateRecords(frameworks, { service: 'Eastmarsh', framework: '2021', ...record });
  if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
  const [result] = outcome.results;
  if (!result) throw new Error('nothing was rated');
  return result;
}
const contradictedFields = (record: object) =>
  rated(record).contradictions.map(({ field }) => field);
const problems = (json: unknown) => {
  const outcome = rateRecords(frameworks, json);
  return outcome.kind === 'refused' ? outcome.problems : [];
};

test.each([
  ['what they give', 'Good', [70, 75, 80], []],
  ['lower than they give', 'Requires improvement', [70, 75, 80], ['standards.2.1']],
  ['higher than they give', 'Outstanding', [70, 75, 80], ['standards.2.1']],
  ['what those that are there allow', 'Good', [70, 75], []],
  ['less than those that are there allow', 'Inadequate', [70, 75], []],
  ['more than those that are there allow', 'Outstanding', [70, 75], ['standards.2.1']],
])('a rating that is %s', (_what, rating, percentages, fields) => {
  const [desistance, childSafety, othersSafety] = percentages;
  const { keyQuestions } = lenses(desistance, childSafety, othersSafety);
  const known = Object.fromEntries(
    Object.entries(keyQuestions).filter(([, percentage]) => percentage !== undefined),
  );
  expect(contradictedFields({ standards: { '2.1': { rating, keyQuestions: known } } })).toEqual(
    fields,
  );
});

describe('what a rating rests on', () => {
  test('the standards, once every one that counts is there', () => {
    expect(rated({ standards: { ...all('Good'), '4.1': { rating: 'Inadequate' } } })).toMatchObject(
      {
        basis: 'standards',
        score: 24,
        max: 36,
        overall: 'Good',
        resettlement: 'Inadequate',
        contradictions: [],
      },
    );
  });

  test('the score, while a standard is missing; the standards given still show', () => {
    const { '3.4': _left, ...eleven } = all('Good');
    const result = rated({ standards: eleven, overallScore: 23, overallMax: 36 });
    expect(result).toMatchObject({ basis: 'score', score: 23, overall: 'Good' });
    expect(Object.keys(result.standards)).toHaveLength(11);
  });

  test('nothing, when there is neither', () => {
    expect(
      rated({ standards: { '1.1': { rating: 'Good' } }, overallRating: 'Good' }),
    ).toMatchObject({
      standards: { '1.1': { rating: 'Good', points: 2 } },
      basis: 'none',
      score: null,
      max: null,
      overall: null,
      contradictions: [],
    });
  });

  test('a score and its highest score alone are enough, without a framework', () => {
    const outcome = rateRecords(frameworks, [
      { overallScore: 18, overallMax: 36 },
      { overallScore: 19, overallMax: 36 },
      { overallScore: 1, overallMax: 24 },
      { overallScore: 11, overallMax: 12 },
      { overallScore: 17, overallMax: 21 },
    ]);
    expect(outcome.kind === 'rated' && outcome.results.map(({ overall }) => overall)).toEqual([
      'Requires improvement',
      'Good',
      'Inadequate',
      'Outstanding',
      'Good',
    ]);
  });

  test('eight standards are all of them where no court cases were inspected', () => {
    const eight = Object.entries(all('Requires improvement')).filter(([id]) => id[0] !== '2');
    const result = rated({ standards: Object.fromEntries(eight), overallMax: 24 });
    expect(result).toMatchObject({ basis: 'standards', score: 8, max: 24, contradictions: [] });
    expect(result.provisional).not.toBeNull();
  });

  test('an inspection of 2025 is rated from its four or its seven standards', () => {
    const four = Object.fromEntries(
      ['2.1', '2.2', '2.3', 'V1'].map((id) => [id, { rating: 'Good' }]),
    );
    const seven = {
      ...four,
      '1.1': { rating: 'Good' },
      '1.2': { rating: 'Good' },
      '1.3': { rating: 'Inadequate' },
    };
    expect(rated({ framework: '2025', standards: four })).toMatchObject({
      score: 8,
      max: 12,
      overall: 'Good',
    });
    expect(rated({ framework: 2025, standards: seven })).toMatchObject({
      score: 12,
      max: 21,
      overall: 'Good',
    });
    expect(rated({ framework: '2025', inspectionType: 'IYJS', standards: four }).basis).toBe(
      'none',
    );
  });
});

describe('a standard with key questions', () => {
  test('takes its lowest, as a percentage or as cases, by lens or by number, in any spelling', () => {
    const standards = {
      '2.1': lenses(83, 61, 78),
      '2.2': lenses({ yes: 16, of: 18 }, { yes: 12, of: 18 }, { yes: 13, of: 18 }),
      '2.3': { rating: 'GOOD', keyQuestions: { '2.3.1': 83, '2.3.2': 67, '2.3.3': 67 } },
      '3.2': { keyQuestions: { Desistance: 85, 'childs-safety': 81, 'Other people’s safety': 85 } },
      '2.4': { rating: 'requires-improvement', keyQuestions: null },
    };
    const result = rated({ standards });
    expect(Object.values(result.standards).map(({ rating }) => rating)).toEqual([
      'Requires improvement',
      'Good',
      'Good',
      'Requires improvement',
      'Outstanding',
    ]);
    expect(result.contradictions).toEqual([]);
  });

  test('a rating that its key questions do not give is a contradiction, and what follows is shown', () => {
    const result = rated({ standards: { '2.1': { rating: 'Good', ...lenses(83, 61, 78) } } });
    expect(result.standards['2.1']).toEqual({ rating: 'Requires improvement', points: 1 });
    expect(result.contradictions).toMatchObject([
      { field: 'standards.2.1', stated: 'Good', follows: 'Requires improvement' },
    ]);
  });

  test('a panel’s reason explains one band, and no more', () => {
    const discretion = { reason: 'One of eighteen cases decides it, and the others are strong.' };
    const stated = (rating: string) => ({ '2.1': { rating, ...lenses(83, 61, 78), discretion } });
    expect(rated({ standards: stated('Good') })).toMatchObject({
      standards: { '2.1': { rating: 'Good' } },
      contradictions: [],
    });
    expect(contradictedFields({ standards: stated('Outstanding') })).toEqual(['standards.2.1']);
  });

  test('with a key question unknown it keeps the rating stated, unless a known one rules that out', () => {
    const stated = (rating: string) => ({ '2.1': { rating, ...lenses(83, null, 60) } });
    expect(contradictedFields({ standards: stated('Requires improvement') })).toEqual([]);
    expect(contradictedFields({ standards: stated('Good') })).toEqual(['standards.2.1']);
    expect(rated({ standards: { '2.1': lenses(83, null, 78) } }).standards).toEqual({});
    expect(rated({ standards: { '2.1': lenses(83, null, 40) } }).standards).toEqual({
      '2.1': { rating: 'Inadequate', points: 0 },
    });
  });
});

describe('what does not follow is told', () => {
  const good = all('Good');
  test.each([
    ['a score that is not the sum', { standards: good, overallScore: 25 }, ['overallScore']],
    ['a highest score of other standards', { standards: good, overallMax: 24 }, ['overallMax']],
    [
      'an overall rating of another band',
      { standards: good, overallRating: 'Outstanding' },
      ['overallRating'],
    ],
    [
      'an overall rating that the score does not give',
      { overallScore: 18, overallMax: 36, overallRating: 'Good' },
      ['overallRating'],
    ],
    ['a score over the highest', { overallScore: 37, overallMax: 36 }, ['overallScore']],
    [
      'a highest score without bands',
      { overallScore: 20, overallMax: 30 },
      ['overallMax', 'overallScore'],
    ],
    [
      'a score below the standards given',
      { standards: { '1.1': { rating: 'Outstanding' } }, overallScore: 2, overallMax: 36 },
      ['overallScore'],
    ],
    [
      'a score the standards given cannot reach',
      { standards: { '1.1': { rating: 'Inadequate' } }, overallScore: 34, overallMax: 36 },
      ['overallScore'],
    ],
    [
      'resettlement in two ways',
      { standards: { '4.1': { rating: 'Good' } }, resettlement: 'Outstanding' },
      ['resettlement'],
    ],
    [
      'resettlement where it has no rating',
      { framework: '2025', resettlement: 'Good' },
      ['resettlement'],
    ],
    [
      'a standard of another type of inspection',
      { framework: '2025', inspectionType: 'IYJWCV', standards: { '1.1': { rating: 'Good' } } },
      ['standards.1.1'],
    ],
    [
      'a standard that the framework does not have',
      { framework: '2018', standards: { '4.1': { rating: 'Good' } } },
      ['standards.4.1'],
    ],
    [
      'percentages for a standard that is judged',
      { standards: { '1.1': { keyQuestions: { '1.1.1': 80 } } } },
      ['standards.1.1'],
    ],
  ])('%s', (_what, record, fields) => {
    expect(contradictedFields(record)).toEqual(fields);
  });

  test('resettlement not rated is not the same as not known', () => {
    expect(rated({ resettlement: 'Not rated' }).resettlement).toBe('Not rated');
    expect(rated({ resettlement: null }).resettlement).toBeNull();
  });
});

describe('what cannot be read names its record and field', () => {
  const standard = (value: unknown) => ({
    service: 'Eastmarsh',
    framework: '2021',
    standards: { '2.1': value },
  });
  test.each([
    [
      standard(lenses(101, 50, 50)),
      'record 1 (Eastmarsh), standards.2.1.keyQuestions.desistance: must be 0 to 100, not 101',
    ],
    [standard(lenses(-1, 50, 50)), 'standards.2.1.keyQuestions.desistance: must be 0 to 100'],
    [
      standard(lenses({ yes: 19, of: 18 }, 50, 50)),
      'standards.2.1.keyQuestions.desistance.yes: must not be more than “of”',
    ],
    [
      standard(lenses({ yes: 0, of: 0 }, 50, 50)),
      'standards.2.1.keyQuestions.desistance.of: must be a whole number from 1',
    ],
    [
      standard(lenses({ yes: 1.5, of: 18 }, 50, 50)),
      'standards.2.1.keyQuestions.desistance.yes: must be a whole number from 0',
    ],
    [
      standard(lenses('83%', 50, 50)),
      'standards.2.1.keyQuestions.desistance: must be a percentage',
    ],
    [
      standard({ keyQuestions: { mood: 50 } }),
      'standards.2.1.keyQuestions.mood: standard 2.1 has no such key question: use “desistance” (2.1.1), “childs-safety” (2.1.2), “others-safety” (2.1.3)',
    ],
    [standard({ rating: 'Adequate' }), 'standards.2.1.rating: “Adequate” is no rating'],
    [{ framework: '1999' }, 'record 1, framework: there is no framework “1999”'],
    [{ overallScore: -1 }, 'record 1, overallScore: must be a whole number from 0'],
    ['Havering', 'record 1: must be an object'],
  ])('%j', (json, message) => {
    expect(problems(json)[0]).toContain(message);
  });

  test('every problem of every record at once, and nothing is rated', () => {
    const list = [
      { overallScore: 20, overallMax: 36 },
      { overallScore: 'x' },
      { resettlement: 'Fine', framework: '2021' },
    ];
    expect(problems(list)).toHaveLength(2);
  });
});
