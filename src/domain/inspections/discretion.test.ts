import { describe, expect, test } from 'vitest';
import { reasonsToConsider, withDiscretion } from './discretion.ts';
import { shipped } from './frameworks.fixture.ts';
import { ratingNamed, standardOf } from './in-framework.ts';

const framework = shipped('2021');

describe('whether the panel may look again', () => {
  test('a percentage within five points of a boundary', () => {
    expect(reasonsToConsider(framework, { yes: 61, of: 100 })).toEqual([
      '61% is within 5 points of 65%',
    ]);
    expect(reasonsToConsider(framework, { yes: 65, of: 100 })[0]).toBe(
      '65% stands on the boundary',
    );
    expect(reasonsToConsider(framework, { yes: 72, of: 100 })).toEqual([]);
  });

  test('one case that would change the rating', () => {
    expect(reasonsToConsider(framework, { yes: 12, of: 18 })).toContain(
      'One case judged the other way would change the rating',
    );
  });

  test('five cases or fewer', () => {
    expect(reasonsToConsider(framework, { yes: 5, of: 5 })).toContain('Only 5 cases were read');
  });
});

test('what discretion is not for, and what it may not do, is said', () => {
  const good = ratingNamed(framework, 'Good');
  const assessment = standardOf(framework, '2.1');
  const governance = standardOf(framework, '1.1');
  if (!good || !assessment || !governance) throw new Error('the framework has changed');
  const decide = (standard: typeof assessment, to: string, reason = 'Because.') => {
    const after = withDiscretion(framework, standard, good, { to, reason });
    return after.kind === 'refused' ? after.reason : after.to.name;
  };
  expect(decide(assessment, 'Outstanding')).toBe('Outstanding');
  expect(decide(assessment, 'Inadequate')).toContain('by one band');
  expect(decide(assessment, 'Outstanding', ' ')).toContain('Write down why');
  expect(decide(governance, 'Outstanding')).toContain('not for standard 1.1');
});
