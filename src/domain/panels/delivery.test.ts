import { expect, test } from 'vitest';
import { type DeliveryDraft, deliveryProblems } from './delivery.ts';
import { sampleOutcomes } from './outcomes.fixture.ts';
import type { Outcome } from './outcomes.ts';

const kept: DeliveryDraft = {
  givenOn: '2026-10-09',
  conditions: 'Six sessions with a worker',
  attendanceHours: 20,
  dueBy: '2027-01-29',
};
const messages = (change: Partial<DeliveryDraft>, outcome: Outcome = sampleOutcomes.outcome23) =>
  deliveryProblems(outcome, '2026-10-05', { ...kept, ...change }, 20).map(({ message }) => message);

test('twenty hours of attendance may be asked, and twenty-one may not', () => {
  expect(messages({})).toEqual([]);
  expect(messages({ attendanceHours: 21 })).toEqual(['Hours of attendance must be 20 or fewer']);
});

test('an outcome that is kept by doing something says what and by when', () => {
  expect(messages({ conditions: null, dueBy: null })).toEqual([
    'Enter the conditions or the plan to be kept',
    'Enter the day by which it must be finished',
  ]);
});

test('a youth caution cannot carry conditions', () => {
  expect(messages({}, sampleOutcomes.caution)).toEqual(['Youth caution cannot carry conditions']);
});

test('nothing is given before it was decided, or finished before it was given', () => {
  expect(messages({ givenOn: '2026-10-04' })).toHaveLength(1);
  expect(messages({ dueBy: '2026-10-09' })).toEqual([
    'The last day must be after the day it was given',
  ]);
});

test('an outcome that carries no conditions may carry no hours either, and needs neither words nor a last day', () => {
  const bare = { conditions: null, attendanceHours: null, dueBy: null };
  expect(messages(bare, sampleOutcomes.caution)).toEqual([]);
  for (const one of [{ conditions: 'Stay away' }, { attendanceHours: 2 }])
    expect(messages({ ...bare, ...one }, sampleOutcomes.caution)).toEqual([
      'Youth caution cannot carry conditions',
    ]);
});

test('it may be given on the day of the decision, or still be to give', () => {
  expect(messages({ givenOn: '2026-10-05' })).toEqual([]);
  expect(messages({ givenOn: null, dueBy: '2026-10-01' })).toEqual([]);
  expect(messages({ dueBy: '2026-10-10' })).toEqual([]);
});

test('hours need no limit where none is set, and none need be asked', () => {
  expect(messages({ attendanceHours: null })).toEqual([]);
  expect(
    deliveryProblems(
      sampleOutcomes.outcome23,
      '2026-10-05',
      { ...kept, attendanceHours: 90 },
      null,
    ),
  ).toEqual([]);
});
