import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestEdit } from './shortest-edit.ts';

/** The longest common subsequence by the plain table, to compare with. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      const best = Math.max(next[j] ?? 0, row[j + 1] ?? 0);
      next.push(word === other ? (row[j] ?? 0) + 1 : best);
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });

test('no comparison could keep more words than this one does', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const kept = shortestEdit(before, after)
        .filter((edit) => edit.kind === 'same')
        .reduce((sum, edit) => sum + edit.to - edit.from, 0);
      expect(kept).toBe(commonLength(before, after));
    }),
    { numRuns: 1000 },
  );
});
