import { describe, expect, test } from 'vitest';
import { foothold } from '../assessments/template.fixture.ts';
import { questionsOf } from '../assessments/template.ts';
import { assessmentForPlan } from './from-assessment.ts';
import { isForTheChild } from './who-does-it.ts';

describe('what a plan takes from the signed assessment', () => {
  const row = {
    risk: 'Sleeps out',
    control: 'A room at Nan’s',
    who: 'Nan',
    agency: '',
    reviewOn: '2026-11-02',
  };

  test('whole safety and contingency rows come over, half-written ones do not', () => {
    const found = assessmentForPlan(
      {
        safetyRows: [row, { ...row, control: '' }],
        contingencyRows: [
          {
            about: 'harm',
            trigger: 'A fight',
            action: 'Ring',
            who: 'Sam',
            within: '',
            tell: 'Nan',
          },
        ],
      },
      null,
      { safety: 'medium' },
    );
    expect(found.safetyRows).toEqual([row]);
    expect(found.contingencyRows).toEqual([]);
    expect(found.levels).toEqual({ safety: 'medium' });
  });

  test('what was said of risks, of exploitation and by the child comes over by the role of its question', () => {
    const answers = Object.fromEntries(
      questionsOf(foothold).flatMap(({ id, role }) =>
        role ? [[id, role === 'exploitation' ? 'yes' : `of ${role}`]] : [],
      ),
    );
    expect(assessmentForPlan({ answers }, foothold, {})).toMatchObject({
      risks: ['of risks-to-child', 'of risks-to-others'],
      isExploitationSuspected: true,
      adaptationsNeeded: 'of adaptations',
      childWords: 'of childs-words',
      parentWords: 'of parents-words',
    });
    expect(assessmentForPlan({ answers }, null, {})).toMatchObject({ risks: [], childWords: '' });
  });

  test('content that cannot be read asks nothing and breaks nothing', () => {
    expect(assessmentForPlan('?', foothold, {}).risks).toEqual([]);
  });
});

test('a step is the child’s when it names them, alone or with somebody', () => {
  expect(isForTheChild('Kit and mum', ['Kit'])).toBe(true);
  expect(isForTheChild('Me', ['Kit'])).toBe(true);
  expect(isForTheChild('Kitty Sampson', ['Kit'])).toBe(false);
  expect(isForTheChild('Education worker', ['Kit'])).toBe(false);
  expect(isForTheChild('Nan.', ['Kit ', ''])).toBe(false);
});
