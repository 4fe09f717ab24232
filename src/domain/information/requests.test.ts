import { describe, expect, it } from 'vitest';
import { questionFor } from './agencies.data.ts';
import { notYetAsked, requestState } from './requests.ts';

const today = '2026-10-12';

describe('where a request for information stands', () => {
  it.each([
    ['asked', '2026-10-12', null, 'waiting'],
    ['asked', '2026-10-11', null, 'overdue'],
    ['answered', '2026-10-01', null, 'to-weigh'],
    ['answered', '2026-10-01', 'used', 'used'],
    ['answered', '2026-10-01', 'not-relevant', 'not-relevant'],
    ['nothing-held', '2026-10-01', null, 'nothing-held'],
    ['declined', '2026-10-01', null, 'declined'],
    ['withdrawn', '2026-10-01', null, 'withdrawn'],
  ])('%s, due %s, marked %s, is %s', (status, due_on, use, state) => {
    expect(requestState({ status, due_on, use }, today)).toBe(state);
  });

  it('an agency whose only question was withdrawn has not been asked', () => {
    const requests = [
      { agency: 'police', status: 'answered' },
      { agency: 'health', status: 'withdrawn' },
    ];
    expect(notYetAsked(['police', 'health', 'education'], requests)).toEqual([
      'health',
      'education',
    ]);
  });

  it('each partner keeps its detail in its own class, and an agency without one keeps none here', () => {
    expect(questionFor('police').recordClass).toBe('RC7');
    expect(questionFor('health').recordClass).toBe('RC8');
    expect(questionFor('education').recordClass).toBe('RC9');
    expect(questionFor('social-care').recordClass).toBe('RC10');
    expect(questionFor('some-new-agency').recordClass).toBe('RC4');
  });
});
