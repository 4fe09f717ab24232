import { expect, it } from 'vitest';
import { changesSince } from './frozen-figure.ts';
import { knownFaults, likelyCauses } from './likely-causes.ts';

const row = (unit: string, reason: string, hit = false) => ({
  ...{ unit, person: 'EM-1', counted: hit, hit, reason, breakdowns: {} },
});

it.each([
  ['aged 18 at the first hearing', 'age'],
  ['no date of birth', 'age'],
  ['the outcome was changed on appeal', 'appeal'],
  ['the child was resident elsewhere', 'residence'],
  ['another outcome was the first', 'duplicate'],
  ['another order of this child that ended in the quarter counts', 'duplicate'],
  ['the record is deleted', 'deleted'],
])('they may count what we leave out because “%s”', (reason, cause) => {
  expect(likelyCauses([row('a', reason)], [])).toMatchObject([{ cause, by: 1 }]);
});

it('the national code drops what we count with a blank appeal', () => {
  expect(
    likelyCauses([row('a', 'first entry; appeal blank, taken as none', true)], []),
  ).toMatchObject([{ cause: 'blank', by: -1 }]);
});

it('what was entered after our quarter was frozen may have missed theirs', () => {
  const now = [row('a', 'first entry', true), row('b', 'first entry', true)];
  expect(likelyCauses(now, changesSince(now.slice(1), now))).toMatchObject([
    { unit: 'a', cause: 'late', by: -1 },
  ]);
});

it('a row that both would count alike explains nothing', () => {
  expect(likelyCauses([row('a', 'first entry', true), row('b', 'not all suitable')], [])).toEqual(
    [],
  );
});

it('faults of the national code are named for the measures that they touch', () => {
  expect(knownFaults('kpi3')).toHaveLength(2);
  expect(knownFaults('fte')).toHaveLength(1);
  expect(knownFaults('custody')).toEqual([]);
});
