import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oversightQuestion } from './oversight-question.data.ts';
import { programmeMonths, programmeState, programmeYear } from './programme.ts';
import { agreement, type Outcome, oversightViews, questionResult } from './results.ts';

const outcome = (given: Partial<Outcome>): Outcome => ({
  audit_id: 'a',
  tier: 'court',
  team_id: null,
  key_question: '2.1.1',
  answer: 'yes',
  first_answer: 'yes',
  second_answer: null,
  is_moderated: false,
  self_view: null,
  ...given,
});
const times = (count: number, given: Partial<Outcome>) =>
  Array.from({ length: count }, () => outcome(given));

describe('percentages of an audit', () => {
  it('are of all cases, with the relevant ones beside them', () => {
    const rows = [
      ...times(11, {}),
      ...times(6, { answer: 'no' }),
      outcome({ answer: 'not-relevant' }),
    ];
    expect(questionResult(rows, '2.1.1')).toEqual({
      yes: 11,
      of: 18,
      percent: '61%',
      relevant: 17,
      waiting: 0,
    });
  });

  it('leave a case out while its readings are open or differ', () => {
    const rows = [...times(2, {}), outcome({ answer: null })];
    expect(questionResult(rows, '2.1.1')).toMatchObject({ yes: 2, of: 2, waiting: 1 });
  });

  it('are none where no case was read, and never over a hundred', () => {
    expect(questionResult([], '2.1.1').percent).toBeNull();
    fc.assert(
      fc.property(fc.array(fc.constantFrom('yes', 'no', 'not-relevant', null)), (answers) => {
        const rows = answers.map((answer) => outcome({ answer }));
        const { yes, of, relevant, waiting } = questionResult(rows, '2.1.1');
        expect(yes).toBeLessThanOrEqual(relevant);
        expect(relevant).toBeLessThanOrEqual(of);
        expect(of + waiting).toBe(rows.length);
      }),
    );
  });

  it('say how often two readers agreed', () => {
    const rows = [
      ...times(7, { second_answer: 'yes' }),
      outcome({ second_answer: 'no', answer: 'no', is_moderated: true }),
      outcome({}),
    ];
    expect(agreement(rows)).toEqual({ yes: 7, of: 8, percent: '88%' });
  });

  it('lay readers’ view of oversight beside managers’ own, court and out of court apart', () => {
    const id = { key_question: oversightQuestion.id };
    const rows = [
      ...times(9, { ...id, self_view: 'effective' }),
      ...times(8, { ...id, answer: 'no', self_view: 'effective' }),
      outcome({ ...id, answer: 'not-relevant', self_view: 'effective' }),
      ...times(3, { self_view: 'effective' }),
      outcome({ ...id, answer: null, self_view: 'effective' }),
      ...times(15, { ...id, tier: 'out-of-court' }),
      ...times(9, { ...id, tier: 'out-of-court', answer: 'no', self_view: 'effective' }),
    ];
    expect(oversightViews(rows)).toEqual([
      {
        cases: 'court',
        judged: { yes: 9, of: 17, percent: '53%' },
        selfView: { yes: 17, of: 17, percent: '100%' },
      },
      {
        cases: 'out-of-court',
        judged: { yes: 15, of: 24, percent: '63%' },
        selfView: { yes: 9, of: 24, percent: '38%' },
      },
    ]);
  });
});

describe('the programme', () => {
  it('runs from April to March', () => {
    expect(programmeYear('2026-03-31')).toBe(2025);
    expect(programmeYear('2026-04-01')).toBe(2026);
    expect(programmeMonths(2025)).toHaveLength(12);
    expect(programmeMonths(2025)[11]).toBe('2026-03-01');
  });

  it('shows what is late, and not what is done or given up', () => {
    const on = (status: string) => programmeState({ status, dueOn: '2026-02-28' }, '2026-03-01');
    expect(['planned', 'reading', 'finished', 'cancelled'].map(on)).toEqual([
      'overdue',
      'overdue',
      'done',
      'cancelled',
    ]);
    expect(programmeState({ status: 'reading', dueOn: '2026-03-01' }, '2026-03-01')).toBe(
      'reading',
    );
  });
});
