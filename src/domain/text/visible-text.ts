/**
 * Signs that nobody sees: direction marks, zero-width spaces and joiners, soft hyphens. Programs leave them in what is
 * copied. A soft hyphen after Ã is half of a damaged letter (Ã­ for í), and stays so that the damage is noticed.
 */
const INVISIBLE =
  /(?<!Ã)\u00ad|[\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}]/gu;

/** Text without the signs that nobody sees. */
export const visibleText = (text: string): string => text.replaceAll(INVISIBLE, '');
