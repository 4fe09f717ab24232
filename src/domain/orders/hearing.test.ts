import { describe, expect, it } from 'vitest';
import { hearingFaults } from './hearing.ts';

const today = '2026-10-06';
const came = {
  state: 'held',
  child_attended: 'in-person',
  remand: null,
  remand_conditions: null,
  note: null,
  without_day: false,
  next_on: null,
  next_kind: null,
};
const boxes = (
  more: Partial<typeof came> | Readonly<Record<string, unknown>>,
  hearing: { listed_on: string; next: object | null } = { listed_on: today, next: null },
) => hearingFaults({ ...came, ...more }, hearing, today).map(({ field }) => field);

describe('what is asked again of a hearing', () => {
  it.each([
    ['nothing of one that ended the matter', {}, []],
    ['whether the child came', { child_attended: null }, ['child_attended']],
    ['which bail or remand has conditions', { remand_conditions: 'Curfew' }, ['remand']],
    ['the day on which it goes on', { state: 'adjourned' }, ['next_on-day']],
    ['nothing when the court gave no day', { state: 'adjourned', without_day: true }, []],
    [
      'either a day or none, and not both',
      { state: 'adjourned', without_day: true, next_on: '2026-10-20', next_kind: 'plea' },
      ['without_day'],
    ],
    ['what the next day is for', { state: 'adjourned', next_on: '2026-10-20' }, ['next_kind']],
    [
      'a next day that is not before this one',
      { state: 'adjourned', next_on: '2026-10-05', next_kind: 'plea' },
      ['next_on-day'],
    ],
    [
      'whether what goes on is really over',
      { next_on: '2026-10-20', next_kind: 'plea' },
      ['state'],
    ],
    ['why it was taken out of the list', { state: 'vacated', child_attended: null }, ['note']],
    [
      'nothing when it was put off before its day, with a reason',
      {
        state: 'vacated',
        child_attended: null,
        note: 'Moved',
        next_on: '2026-10-20',
        next_kind: 'plea',
      },
      [],
    ],
  ])('%s', (_what, more, asked) => {
    expect(boxes(more)).toEqual(asked);
  });

  it('the day itself, where it has not come; what is taken out of the list needs no day', () => {
    const toCome = { listed_on: '2026-10-07', next: null };
    expect(boxes({}, toCome)).toEqual(['state']);
    expect(boxes({ state: 'vacated', note: 'The charge was withdrawn' }, toCome)).toEqual([]);
  });

  it('what stands beside it, where a next hearing is recorded already', () => {
    const goesOn = { listed_on: today, next: {} };
    expect(boxes({}, goesOn)).toEqual(['state']);
    expect(boxes({ state: 'adjourned' }, goesOn)).toEqual([]);
  });
});
