const lastPage = 10_000;

/** The page of a list that an address asks for, from 1; anything else is the first, and no list is longer than the last. */
export const pageAsked = (text: string): number =>
  Math.min(lastPage, Math.max(1, Math.trunc(Number(text)) || 1));

/** The page of a list that is there whole, as an address asks for it; past its end it is the last. */
export function partOf<R>(rows: readonly R[], asked: string, size: number) {
  const number = Math.min(pageAsked(asked), Math.max(1, Math.ceil(rows.length / size)));
  return {
    rows: rows.slice((number - 1) * size, number * size),
    number,
    hasNext: rows.length > number * size,
  };
}
