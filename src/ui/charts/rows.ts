import { LETTER, WIDTH } from './draw.ts';

type Row = { readonly label: string; readonly value: number | null };

/** Rows without a value go last by name: a place among the others would tell what is hidden. */
export function hiddenLast<T extends Row>(rows: readonly T[]): T[] {
  const hidden = rows.filter(({ value }) => value === null);
  return [
    ...rows.filter(({ value }) => value !== null),
    ...hidden.sort((one, other) => one.label.localeCompare(other.label, 'en')),
  ];
}

/** Room for words beside a row, how many lines the longest takes there, and how to break each. */
export function roomFor(words: readonly string[]) {
  const longest = Math.max(0, ...words.map(({ length }) => length));
  const left = Math.min(WIDTH * 0.45, longest * LETTER + 14);
  const letters = Math.floor((left - 14) / LETTER);
  return {
    left,
    lines: Math.max(1, ...words.map((one) => linesOf(one, letters).length)),
    wrapped: (one: string) => linesOf(one, letters).join('\n'),
  };
}

function linesOf(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
