/** The largest count that every command and page takes: above it, arithmetic on counts is no longer exact everywhere. */
export const MOST_COUNT = BigInt(Number.MAX_SAFE_INTEGER);

/** A count as it is typed: a whole number of 0 or more in figures alone, up to the limit; or what is wrong with it, to stand after what was typed. */
export function readCount(text: string, most = MOST_COUNT): bigint | string {
  if (!/^\d+$/.test(text)) return 'is not a whole number of 0 or more';
  const digits = text.replace(/^0+(?=\d)/, '');
  const isMore = digits.length > String(most).length || BigInt(digits) > most;
  return isMore ? `is too large: the most is ${most.toLocaleString('en-GB')}` : BigInt(digits);
}
