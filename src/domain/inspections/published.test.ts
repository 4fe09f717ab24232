import { describe, expect, test } from 'vitest';
import havering from '../../../db/reference/inspections/havering-2022.json' with { type: 'json' };
import results from '../../../db/reference/inspections/published-results.json' with {
  type: 'json',
};
import { publishedPercentage } from './bands.ts';
import { frameworks, shipped } from './frameworks.fixture.ts';
import { standardsOf } from './in-framework.ts';
import { publishedInspectionFile, publishedResultsFile } from './published.ts';
import { rateRecords } from './rate-records.ts';
import { readAs } from './shape.ts';
import { tallyJudgements } from './tally.ts';

function rated(json: unknown) {
  const outcome = rateRecords(frameworks, json);
  if (outcome.kind === 'refused') throw new Error(outcome.problems.join('\n'));
  return outcome.results;
}

describe('the published results', () => {
  test('are forty-five, each with a source, and nothing in them contradicts the rules', () => {
    expect(readAs(publishedResultsFile, results)).toMatchObject({ kind: 'read' });
    expect(results).toHaveLength(45);
    expect(rated(results).flatMap(({ contradictions }) => contradictions)).toEqual([]);
  });

  test('have the published rating wherever one follows, and none follows where no score is known', () => {
    const outcomes = rated(results);
    const followed = outcomes.filter(({ basis }) => basis !== 'none');
    expect(followed).toHaveLength(30);
    for (const [at, result] of results.entries()) {
      const { basis, overall, score, resettlement } = outcomes[at] ?? {};
      if (basis === 'none') expect([result.overallScore, overall]).toEqual([null, null]);
      else expect(overall, result.service).toBe(result.overallRating);
      if (basis === 'score') expect(score).toBe(result.overallScore);
      expect(resettlement).toBe(result.resettlement);
    }
  });
});

describe('the inspection of 2022, entered whole', () => {
  const read = readAs(publishedInspectionFile, havering);
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  const example = read.value;
  const framework = shipped('2021');
  const tally = (id: string) =>
    tallyJudgements(
      example.cases.flatMap(({ judgements }) => (judgements[id] ? [judgements[id]] : [])),
    );

  test('comes to 20 of 36, Good, with resettlement Good beside it, and contradicts nothing', () => {
    expect(rated(havering)).toMatchObject([
      {
        basis: 'standards',
        score: 20,
        max: 36,
        overall: 'Good',
        resettlement: 'Good',
        contradictions: [],
      },
    ]);
  });

  test('has 18 court and 27 out-of-court cases that give all 21 printed percentages', () => {
    const fromCases = standardsOf(framework).filter(({ rated: how }) => how !== 'judged');
    const printed = fromCases.flatMap(({ id }) =>
      Object.entries(example.standards[id]?.keyQuestions ?? {}),
    );
    expect(printed).toHaveLength(21);
    for (const [id, percentage] of printed) {
      expect(tally(id).of).toBe(id.startsWith('2') ? 18 : 27);
      expect(publishedPercentage(tally(id)), id).toBe(percentage);
    }
  });

  test('is rated the same from the cases as from the percentages', () => {
    const standards = Object.fromEntries(
      Object.entries(example.standards).map(([id, { rating, keyQuestions }]) => [
        id,
        keyQuestions
          ? {
              rating,
              keyQuestions: Object.fromEntries(
                Object.keys(keyQuestions).map((one) => [one, tally(one)]),
              ),
            }
          : { rating },
      ]),
    );
    expect(rated({ ...havering, standards })).toMatchObject([{ score: 20, contradictions: [] }]);
  });

  test('says what kind of outcome each case had, and addresses seven recommendations', () => {
    const count = (disposal: string) =>
      example.cases.filter((one) => one.disposal === disposal).length;
    for (const { made } of example.samples.slice(0, 2))
      for (const { what, count: said } of made) expect(count(what), what).toBe(said);
    expect(new Set(example.cases.map(({ ref }) => ref)).size).toBe(45);
    expect(example.recommendations.map(({ number, addressees }) => [number, addressees])).toEqual([
      [1, ['Chair of the management board']],
      [2, ['Chair of the management board']],
      [3, ['Management board']],
      [4, ['Management board']],
      [5, ['Youth justice service', 'Police']],
      [6, ['Youth justice service']],
      [7, ['Youth justice service']],
    ]);
  });
});
