/** Words as a sentence or a heading begins. */
export const capitalised = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1);
