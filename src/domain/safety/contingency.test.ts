import { describe, expect, test } from 'vitest';
import { type ContingencyRow, contingencyNeeded, contingencyProblems } from './contingency.ts';
import { type SafetyLine, safetyLineProblems } from './safety-lines.ts';

const row: ContingencyRow = {
  about: 'safety',
  trigger: 'Kit does not come home by ten',
  action: 'Ring Kit, then Nan, then 101',
  who: 'Nan',
  within: '1 hour',
  tell: 'Sam at the youth justice service',
};

describe('when something must be agreed in advance', () => {
  test('low and low asks for nothing; medium for others asks for one row', () => {
    const low = { safety: 'low', harm: 'low' } as const;
    expect(contingencyNeeded(low, false)).toEqual([]);
    expect(contingencyNeeded({ ...low, harm: 'medium' }, false)).toEqual(['harm']);
  });

  test('exploitation asks for its own row beside those of the levels', () => {
    expect(contingencyNeeded({ safety: 'very-high' }, true)).toEqual(['safety', 'exploitation']);
  });

  test('a row for the child’s safety does not stand in for other people’s', () => {
    expect(contingencyProblems(['safety', 'harm'], [row])).toEqual([
      {
        field: 'contingency-harm',
        message: 'Add what will be done if things change for the safety of other people',
      },
    ]);
  });

  test('a whole row is enough', () => {
    expect(contingencyProblems(['safety'], [row])).toEqual([]);
  });
});

describe('a safety line', () => {
  const line: SafetyLine = {
    risk: 'Sleeps out',
    control: 'A room at Nan’s',
    who: 'Nan',
    agency: '',
    reviewOn: '2026-11-02',
  };

  test('covers its risk when it says what, who and when it is looked at again', () => {
    expect(safetyLineProblems(['Sleeps out'], [line])).toEqual([]);
  });

  test('asks for each part that is empty', () => {
    const empty = { risk: ' ', control: '', who: ' ', agency: '', reviewOn: null };
    expect(safetyLineProblems([], [line, empty])).toEqual([
      { field: 'safety-1-risk', message: 'Enter the risk' },
      { field: 'safety-1-control', message: 'Enter what keeps people safe from this risk' },
      { field: 'safety-1-who', message: 'Enter who will act on this risk' },
      { field: 'safety-1-review-on', message: 'Enter when this risk will be looked at again' },
    ]);
  });

  test('names the risk in each error, so that it makes sense in the summary', () => {
    const half = { ...line, control: ' ', reviewOn: null };
    expect(safetyLineProblems(['Sleeps out'], [half])).toEqual([
      { field: 'safety-0-control', message: 'Enter what keeps people safe from “Sleeps out”' },
      { field: 'safety-0-review-on', message: 'Enter when “Sleeps out” will be looked at again' },
    ]);
  });
});

test('both judgements at medium ask for both rows, and one below for none', () => {
  expect(contingencyNeeded({ safety: 'medium', harm: 'high' }, false)).toEqual(['safety', 'harm']);
  expect(contingencyNeeded({ safety: 'low', harm: 'very-high' }, false)).toEqual(['harm']);
  expect(contingencyNeeded({}, true)).toEqual(['exploitation']);
});

test('each empty part of a row is asked for, at its own row', () => {
  const half = { ...row, trigger: ' ', tell: '' };
  expect(contingencyProblems(['safety'], [row, half])).toEqual([
    { field: 'contingency-1-trigger', message: 'Enter what would happen first' },
    { field: 'contingency-1-tell', message: 'Enter who would be told' },
  ]);
  expect(contingencyProblems(['exploitation'], [row])).toHaveLength(1);
});
