import { describe, expect, test } from 'vitest';
import { type DecisionDraft, decisionProblems, dissenters } from './decision.ts';
import { sampleOutcomes } from './outcomes.fixture.ts';

const agreed: DecisionDraft = {
  question: 'What should follow from the damage to the shelter?',
  options: ['Community resolution', 'Youth caution'],
  positions: [
    { agency: 'police', by: 'Ben', outcome: 'community-resolution', words: 'First time, sorry' },
    { agency: 'youth-justice', by: 'Ada', outcome: 'community-resolution', words: 'We agree' },
  ],
  information: 'Assessment, school, victim’s wishes',
  diversity: 'Kit is often stopped; this was taken into account',
  outcome: sampleOutcomes.resolution,
  gravity: 2,
  rationale: 'Small damage, and the shelter’s owner wants it mended',
  departureReason: '',
  dissent: '',
  decidedBy: 'Ada',
  decidedOn: '2026-10-05',
  reviewOn: '2027-01-05',
};
const messages = (change: Partial<DecisionDraft>) =>
  decisionProblems({ ...agreed, ...change }).map((problem) => problem.message);

describe('a decision record', () => {
  test('with both positions, reasons and a review date may be kept', () => {
    expect(decisionProblems(agreed)).toEqual([]);
  });

  test('needs the position of police and of the service', () => {
    expect(messages({ positions: [] })).toEqual([
      'Enter the position of police',
      'Enter the position of the youth justice service',
    ]);
  });

  test('needs two different options, or there was nothing to decide', () => {
    expect(messages({ options: ['Youth caution', ' ', 'Youth caution'] })).toEqual([
      'Enter at least two options that were considered',
    ]);
  });

  test('needs a line on identity and unfair treatment', () => {
    expect(messages({ diversity: '' })).toHaveLength(1);
  });

  test('lighter than gravity usually leads to needs a reason', () => {
    expect(messages({ gravity: 4 })).toEqual([
      'Enter why: Community resolution is lighter than gravity 4 usually leads to',
    ]);
    expect(messages({ gravity: 4, departureReason: 'Exploited by adults' })).toEqual([]);
  });

  test('keeps the words of an agency that wanted another outcome', () => {
    const [police, service] = agreed.positions;
    const split = police && service ? [{ ...police, outcome: 'youth-caution' }, service] : [];
    expect(dissenters({ ...agreed, positions: split })).toEqual(['police']);
    expect(messages({ positions: split })).toEqual(['Enter what those who disagreed said']);
    expect(messages({ positions: split, dissent: 'Police wanted a caution' })).toEqual([]);
  });

  test('is reviewed after the day it was made', () => {
    expect(messages({ reviewOn: '2026-10-05' })).toEqual([
      'The review date must be after the date of the decision',
    ]);
    expect(messages({ reviewOn: null })).toEqual(['Enter when the decision will be reviewed']);
  });
});

describe('each part that is missing is asked for', () => {
  test.each<[Partial<DecisionDraft>, string]>([
    [{ question: ' ' }, 'Enter the question that was decided'],
    [{ information: '' }, 'Enter what the decision relies on'],
    [{ outcome: null }, 'Select the outcome'],
    [{ rationale: '' }, 'Enter the reasons for the decision'],
    [{ decidedBy: ' ' }, 'Enter who made the decision'],
    [{ decidedOn: null }, 'Enter when the decision was made'],
    [{ diversity: '' }, 'Enter how the child’s identity and any unfair treatment were weighed'],
  ])('%j', (change, message) => expect(messages(change)).toEqual([message]));

  test('a position without words is none', () => {
    const [police, service] = agreed.positions;
    expect(
      messages({ positions: police && service ? [police, { ...service, words: ' ' }] : [] }),
    ).toEqual(['Enter the position of the youth justice service']);
  });

  test('where no outcome or no score is known there is no departure and no dissent', () => {
    expect(messages({ gravity: null })).toEqual([]);
    expect(dissenters({ ...agreed, outcome: null })).toEqual([]);
    const [police, service] = agreed.positions;
    const silent = police && service ? [{ ...police, outcome: null }, service] : [];
    expect(dissenters({ ...agreed, positions: silent })).toEqual([]);
  });
});
