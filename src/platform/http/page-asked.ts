const lastPage = 10_000;

/** The page of a list that an address asks for, from 1; anything else is the first, and no list is longer than the last. */
export const pageAsked = (text: string): number =>
  Math.min(lastPage, Math.max(1, Math.trunc(Number(text)) || 1));
