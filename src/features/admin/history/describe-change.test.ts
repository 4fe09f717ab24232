import { describe, expect, test } from 'vitest';
import { describeChange, listsOf } from './describe-change.ts';

const words = {
  names: new Map([['018f0000-0000-7000-8000-00000000b001', 'Youth caution']]),
  labels: new Map([
    ['contact_type/supervision', 'Planned meeting'],
    ['information_source/self', 'The child'],
    ['send_status/sen-support', 'SEN support'],
  ]),
};
const told = (table: string, row: Record<string, string>) =>
  describeChange(table, null, row, words).map(({ label, after: now }) => [label, now]);

describe('the history of a record', () => {
  test('shows the words of a code list, not its codes', () => {
    expect(told('contact', { type: 'supervision' })).toEqual([['Type', 'Planned meeting']]);
    expect(told('characteristic', { source: 'self', code: 'sen-support' })).toEqual([
      ['Source', 'The child'],
      ['Value', 'SEN support'],
    ]);
  });

  test('leaves what somebody wrote as they wrote it', () => {
    expect(told('contact', { notes: 'ok' })).toEqual([['Notes', 'ok']]);
    expect(told('change_event', { source: 'self' })).toEqual([['Source', 'self']]);
  });

  test('puts the few values that the record itself fixes in plain letters', () => {
    expect(told('contact', { child_seen: 'with-others' })).toEqual([['Child seen', 'With others']]);
  });

  test('names the work that an entry belongs to, and leaves out a link that says nothing', () => {
    const [work, other] = ['b001', 'b002'].map((end) => `018f0000-0000-7000-8000-00000000${end}`);
    expect(told('contact', { involvement_id: work ?? '' })).toEqual([
      ['Involvement', 'Youth caution'],
    ]);
    expect(told('plan_line', { plan_id: other ?? '' })).toEqual([]);
  });

  test('asks only for the lists of the tables shown', () => {
    expect(listsOf(['contact'])).toContain('contact_type');
    expect(listsOf(['contact'])).not.toContain('warning_type');
  });
});
