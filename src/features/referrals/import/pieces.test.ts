import { describe, expect, it } from 'vitest';
import { inPieces, learnPace, watchGrowth } from './pieces.ts';
import type { RowPlan } from './plan-import.ts';

const row = (number: number, childId?: string) =>
  ({ judged: { row: number }, report: childId === undefined ? {} : { childId } }) as RowPlan;
const rowsOf = (piece: readonly RowPlan[]) => piece.map(({ judged }) => judged.row);

describe('the pieces of a list', () => {
  it('keep all rows of one child together, wherever they stand in the list', () => {
    const plan = [row(1, 'a'), row(2), row(3, 'b'), row(4, 'a'), row(5, 'c'), row(6, 'b')];
    const pieces = [...inPieces(plan, { rows: () => 2, took: () => undefined })].map(rowsOf);
    expect(pieces).toEqual([[1, 4], [2, 3, 6], [5]]);
  });

  it('let the planner look before a long list and each time that four times as much of it is in, for a short one never', () => {
    const looks = (total: number) => {
      const growth = watchGrowth(total);
      return Array.from({ length: total / 100 }, (_, at) => at * 100).filter(growth.isDue);
    };
    expect(looks(300)).toEqual([]);
    expect(looks(10_000)).toEqual([0, 400, 1600, 6400]);
  });

  it('grow no faster than twofold, are never longer than a quick page allows, and never so short that they take for ever', () => {
    const pace = learnPace();
    pace.took(50, 10);
    expect(pace.rows()).toBe(100);
    pace.took(100, 800);
    expect(pace.rows()).toBe(50);
    pace.took(50, 60_000);
    expect(pace.rows()).toBe(50);
    for (let turn = 0; turn < 20; turn += 1) pace.took(pace.rows(), 1);
    expect(pace.rows()).toBe(1000);
  });
});
