/** What somebody said, in one pair of quotation marks: those that were typed around it are not set twice. */
export const inQuotes = (words: string): string => {
  const said = words.trim();
  const [, inner = said] =
    /^["“]([^"“”]*)["”]$/.exec(said) ?? /^['‘]([^'‘].*)['’]$/s.exec(said) ?? [];
  return `“${inner}”`;
};
