/**
 * Fewest slips of the keyboard from one text to another: a letter added, left out, changed, or two
 * neighbours changed round.
 */
export function slipsBetween(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let twoBack: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = at(above, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      let best = Math.min(at(row, j - 1) + 1, at(above, j) + 1, changed);
      const isTurned = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isTurned) best = Math.min(best, at(twoBack, j - 2) + 1);
      row.push(best);
    }
    twoBack = above;
    above = row;
  }
  return at(above, to.length);
}

/** Whether two normalised names differ by so little that either may be a slip for the other. */
export function isNearlySpelt(a: string, b: string): boolean {
  // Two slips at most: whatever is much longer, or differs at both ends of a short name, needs no closer look.
  if (Math.abs(a.length - b.length) > 4) return false;
  const [lengthA, lengthB] = [[...a].length, [...b].length];
  const longer = Math.max(lengthA, lengthB);
  if (longer < 3 || a === '' || b === '') return false;
  const allowed = longer >= 8 ? 2 : 1;
  if (allowed === 1 && a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
  // Each letter more or less is a slip already.
  if (Math.abs(lengthA - lengthB) > allowed) return false;
  return slipsBetween(a, b) <= allowed;
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.POSITIVE_INFINITY;
}
