import { describe, expect, test } from 'vitest';
import json from '../../../db/reference/inspection-frameworks/2021.json' with { type: 'json' };
import { chooseType } from './choose-framework.ts';
import { frameworks, shipped } from './frameworks.fixture.ts';
import { countingStandards, highestScore, provisionalParts, standardsOf } from './in-framework.ts';
import { loadedFramework } from './loaded-framework.ts';
import { readStated } from './read-stated.ts';

function problemsWith(change: (file: typeof json) => void): readonly string[] {
  const file = structuredClone(json);
  change(file);
  const loaded = loadedFramework(file);
  return loaded.kind === 'refused' ? loaded.problems : [];
}

describe('the shipped frameworks', () => {
  test('twelve standards count in 2018 and 2021, and resettlement stands beside them from 2021', () => {
    for (const id of ['2018', '2021']) {
      const framework = shipped(id);
      const [usual] = framework.inspectionTypes;
      expect(countingStandards(framework, usual)).toHaveLength(12);
      expect(highestScore(framework, usual)).toBe(36);
    }
    const beside = (id: string) => standardsOf(shipped(id)).filter(({ counts }) => !counts);
    expect(beside('2021').map(({ id }) => id)).toEqual(['4.1']);
    expect(beside('2018')).toEqual([]);
  });

  test('an inspection of 2025 is out of 12 for work with children and victims, or 21 for a whole service', () => {
    const framework = shipped('2025');
    expect(
      framework.inspectionTypes.map((type) => [type.id, highestScore(framework, type)]),
    ).toEqual([
      ['IYJWCV', 12],
      ['IYJS', 21],
    ]);
  });

  test('the bands nobody has confirmed are called provisional, and those out of 36 are not', () => {
    const parts = frameworks.flatMap((framework) =>
      provisionalParts(framework).map(({ part }) => `${framework.id} ${part}`),
    );
    expect(parts).toEqual(
      expect.arrayContaining([
        '2021 Score bands out of 24',
        '2025 Score bands out of 12',
        '2025 Score bands out of 21',
        '2021 Professional discretion',
      ]),
    );
    expect(parts).not.toContain('2021 Score bands out of 36');
  });

  test('the samples of 2026 are 14 to 91 children and 9 to 24 victims', () => {
    const limits = shipped('2025').sampling.limits.filter((one) => one.programmeYear === 2026);
    expect(limits.map(({ cases, min, max }) => [cases, min, max])).toEqual([
      ['children', 14, 91],
      ['victims', 9, 24],
    ]);
  });

  test('each case-read key question has prompts that are questions, and no two are the same in it', () => {
    for (const framework of frameworks)
      for (const { id, prompts } of standardsOf(framework).flatMap((one) => one.keyQuestions)) {
        const texts = prompts.map(({ text }) => text);
        expect(texts.filter((text) => !text.endsWith('?'))).toEqual([]);
        expect(new Set(texts).size, id).toBe(texts.length);
      }
  });
});

describe('a framework file that is wrong says what to mend', () => {
  test('bands with a gap, an overlap, or an end short of the top', () => {
    const change = (at: number, to: Partial<{ from: number; to: number }>) =>
      problemsWith((file) => {
        const band = file.percentageBands[at];
        if (band) Object.assign(band, to);
      });
    expect(change(1, { from: 52 })).toEqual(['percentageBands: nothing covers 50 to 51']);
    expect(change(1, { from: 49 })).toEqual([
      'percentageBands: Requires improvement begins at 49, which has a band',
    ]);
    expect(change(3, { to: 99 })).toEqual(['percentageBands: the bands end at 99 and not at 100']);
  });

  test('an id used twice, a standard that is not there, a highest score without bands', () => {
    const found = problemsWith((file) => {
      const [first, second] = file.domains[0]?.standards ?? [];
      if (first && second) second.id = first.id;
      file.scoreBands.splice(0, 1);
    });
    expect(found).toEqual(
      expect.arrayContaining([
        'standard 1.1: the id is used twice',
        'inspection type single: there is no standard 1.2',
        expect.stringContaining('there are no score bands out of'),
      ]),
    );
  });

  test('a field that is missing, mistyped or of the wrong kind', () => {
    const found = problemsWith((file) => {
      Object.assign(file, { title: '', colour: 'blue' });
      Object.assign(file.ratings[0] ?? {}, { points: 'none' });
    });
    expect(found).toEqual([
      'colour: is not known',
      'title: must be words',
      'ratings.0.points: must be a whole number from 0',
    ]);
    expect(loadedFramework(null)).toMatchObject({ kind: 'refused' });
  });
});

test('a result whose standards are as many as another type’s, and not that type’s, is not of it', () => {
  const ids = (...chapters: readonly number[]) =>
    chapters.flatMap((chapter) => [1, 2, 3, 4].map((part) => `${chapter}.${part}`));
  const read = readStated({});
  if (read.kind !== 'read') throw new Error('Nothing is stated');
  const { value: stated } = read;
  expect(chooseType(shipped('2021'), stated, ids(1, 3)).id).toBe('without-court');
  expect(chooseType(shipped('2021'), stated, ids(1, 2)).id).toBe('single');
  // As it says, unless its highest score is that of another.
  const says = (inspectionType: string, overallMax: number) =>
    chooseType(shipped('2021'), { ...stated, inspectionType, overallMax }, ids(1, 3)).id;
  expect(says('Joint', 36)).toBe('joint');
  expect(says('joint', 24)).toBe('without-court');
  expect(says('joint', 30)).toBe('joint');
});
