/** A total that a sample is to keep: one number a case, which is added up. */
type Total = readonly number[];

/**
 * Draws from a row of cases that all have the same chance, so that each total in the sample keeps to its share of the row's:
 * exactly while there is room, and at the end by letting go of the last total first. The first must count each case as 1.
 * Gives for each case whether it is drawn. The cube method: J.-C. Deville and Y. Tillé, Efficient balanced sampling: the cube
 * method, Biometrika 91 (2004); dropping totals at the end is its section on landing by suppression of variables.
 */
export function balancedDraw(
  cases: number,
  size: number,
  totals: readonly Total[],
  random: () => number,
): readonly boolean[] {
  const chances = Array.from({ length: cases }, () => size / cases);
  const isOpen = (index: number) => {
    const chance = chances[index] ?? 0;
    return chance > tiny && chance < 1 - tiny;
  };
  let open = chances.flatMap((_, index) => (isOpen(index) ? [index] : []));
  let kept = totals;
  while (open.length > 0) {
    const some = open.slice(0, kept.length + 1);
    const way = wayThatKeeps(kept.map((total) => some.map((index) => total[index] ?? 0)));
    if (way) step(chances, some, way, random);
    else if (kept.length > 0) kept = kept.slice(0, -1);
    else break;
    open = open.filter(isOpen);
  }
  return chances.map((chance) => chance > 0.5);
}

const tiny = 1e-9;

/** Goes along a way, forwards or back, until a chance is 0 or 1. Which is chosen so that every chance stays what it was on average. */
function step(
  chances: number[],
  some: readonly number[],
  way: readonly number[],
  random: () => number,
): void {
  const room = (direction: 1 | -1) =>
    Math.min(
      ...some.flatMap((index, at) => {
        const by = direction * (way[at] ?? 0);
        const chance = chances[index] ?? 0;
        if (Math.abs(by) < tiny) return [];
        return [by > 0 ? (1 - chance) / by : -chance / by];
      }),
    );
  const [forwards, back] = [room(1), room(-1)];
  const by = random() * (forwards + back) < back ? forwards : -back;
  some.forEach((index, at) => {
    chances[index] = (chances[index] ?? 0) + by * (way[at] ?? 0);
  });
}

/** A change of the cases' chances that leaves each total as it is; null when there is none. By elimination. */
function wayThatKeeps(totals: readonly (readonly number[])[]): readonly number[] | null {
  const rows = totals.map((total) => [...total]);
  const width = rows[0]?.length ?? 0;
  const pivots: number[] = [];
  let free = -1;
  for (let column = 0; column < width; column += 1) {
    const done = pivots.length;
    const found = rows.findIndex((row, at) => at >= done && Math.abs(row[column] ?? 0) > tiny);
    const [pivot, top] = [rows[found], rows[done]];
    if (!pivot || !top) {
      free = column;
      break;
    }
    rows[found] = top;
    const by = pivot[column] ?? 1;
    rows[done] = pivot.map((value) => value / by);
    rows.forEach((row, at) => {
      const times = at === done ? 0 : (row[column] ?? 0);
      if (times !== 0)
        rows[at] = row.map((value, each) => value - times * (rows[done]?.[each] ?? 0));
    });
    pivots.push(column);
  }
  if (free < 0) return null;
  const way = Array.from({ length: width }, () => 0);
  way[free] = 1;
  pivots.forEach((column, at) => {
    way[column] = -(rows[at]?.[free] ?? 0);
  });
  return way;
}
