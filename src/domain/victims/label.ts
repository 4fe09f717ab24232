/** The label of a child's next victim: Victim A to Victim Z, then Victim AA. Never a name. */
export function nextVictimLabel(taken: readonly string[]): string {
  const used = new Set(taken);
  for (let number = 0; ; number += 1) {
    const label = `Victim ${lettersOf(number)}`;
    if (!used.has(label)) return label;
  }
}

const lettersOf = (number: number): string =>
  (number >= 26 ? lettersOf(Math.floor(number / 26) - 1) : '') +
  String.fromCharCode(65 + (number % 26));
