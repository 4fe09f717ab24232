import { expect, test } from 'vitest';
import { comesFirst, inOrder, waitsAs } from './inbox.ts';

const row = (standard: string, dueOn: string, urgency: 'overdue' | 'today' | 'week' | 'later') => ({
  standard,
  waits: waitsAs(standard),
  dueOn,
  urgency,
});

test('what came back stands before live risk, and both before what is only due, however late that is', () => {
  const rows = [
    row('plan-review', '2026-01-01', 'overdue'),
    row('worry-look', '2026-06-02', 'today'),
    row('sent-back', '2026-06-03', 'week'),
    row('countersign', '2026-05-01', 'overdue'),
  ];
  expect(inOrder(rows).map(({ standard }) => standard)).toEqual([
    'sent-back',
    'worry-look',
    'plan-review',
    'countersign',
  ]);
});

test('of what is late, a child who is new stands before old work that is to be checked', () => {
  const rows = [
    row('exception-review', '2024-01-17', 'overdue'),
    row('referral-allocation', '2026-05-29', 'overdue'),
    row('referral-screen', '2026-06-03', 'week'),
    row('plan-review', '2026-06-02', 'today'),
  ];
  expect(inOrder(rows).map(({ standard }) => standard)).toEqual([
    'referral-allocation',
    'exception-review',
    'plan-review',
    'referral-screen',
  ]);
});

test('a live risk stands before a child who is new and late', () => {
  const rows = [
    row('referral-allocation', '2026-05-29', 'overdue'),
    row('worry-look', '2026-06-02', 'today'),
  ];
  expect(inOrder(rows)[0]?.standard).toBe('worry-look');
});

test('a risk whose day is far off waits among what is due', () => {
  expect(comesFirst(row('risk-look', '2026-07-01', 'later'))).toBe(false);
  expect(comesFirst(row('risk-look', '2026-06-05', 'week'))).toBe(true);
  expect(comesFirst(row('plan-review', '2026-01-01', 'overdue'))).toBe(false);
});

test('a standard that nobody named is plainly due', () => {
  expect(waitsAs('contact-note')).toBe('due');
  expect(waitsAs('countersign')).toBe('check');
  expect(waitsAs('home-lost-look')).toBe('risk');
});
