/** The path to go to next, when it is one of ours; anything else (another site, a script) gives the fallback. */
export function safePath(text: string | undefined, fallback: string): string {
  if (!text?.startsWith('/') || text.startsWith('//') || /[\\\p{Cc}]/u.test(text)) return fallback;
  return text;
}
