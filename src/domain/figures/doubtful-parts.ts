import { type FoundSum, isTotalWord } from './find-sums.ts';
import type { Grid } from './grid.ts';
import { isWithin, saysSo } from './nested-lines.ts';
import { smallNumberRules } from './small-numbers.data.ts';

/** A line that says only who or what is counted, and so may have any other in it. Welsh too. */
const ANYBODY =
  /^(?:the )?(?:children|young people|people|cases|orders|offences|referrals|plant|pobl ifanc|pobl|achosion|gorchmynion|troseddau)$/;
const smallest = smallNumberRules.count.most;

/**
 * Lines of which one may be a part of another without a sum or a word that says so, where the rest of it would be a small count:
 * beside “Children” 15, “Girls” 12 tells of three boys. Whether it is a part nobody can tell from the table, so it is asked.
 */
export function doubtfulParts(grid: Grid, sums: readonly FoundSum[]): readonly string[] {
  const { rows: labels, counts } = grid;
  return labels.flatMap((whole, outer) =>
    labels.flatMap((part, inner) => {
      const [more = [], less = []] = [counts[outer], counts[inner]];
      const isOpen =
        outer !== inner &&
        mayHave(whole, part) &&
        !saysSo(part) &&
        !saysSo(whole) &&
        !partsOf(outer, sums).has(inner) &&
        isWithin(less, more) &&
        more.some((cell, at) => isSmall((cell.value ?? 0) - (less[at]?.value ?? cell.value ?? 0)));
      return isOpen
        ? [
            `“${part}” may be a part of “${whole}”, and what is left of it would give a small count away: add a line for the rest, or give the two in different tables`,
          ]
        : [];
    }),
  );
}

const isSmall = (count: number): boolean => count > 0 && count <= smallest;
const wordsOf = (label: string): readonly string[] =>
  label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// The name of a part says more than that of what it is a part of: “Boys”, and “Boys in care”.
function mayHave(whole: string, part: string): boolean {
  const [few, many] = [wordsOf(whole), wordsOf(part)];
  return (
    isTotalWord(whole) ||
    ANYBODY.test(few.join(' ')) ||
    (few.length > 0 && few.length < many.length && few.every((word) => many.includes(word)))
  );
}

/** What a line adds up, and what that adds up. */
function partsOf(total: number, sums: readonly FoundSum[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [total];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const { parts } of sums.filter((sum) => sum.total === at))
      for (const part of parts)
        if (!found.has(part)) {
          found.add(part);
          open.push(part);
        }
  return found;
}
