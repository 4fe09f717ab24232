// What Windows-1252 shows for the bytes 80 to 9F; the other bytes show the letter of their own number.
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * What a text was before its UTF-8 was read as Windows-1252 (InÃªs was Inês); null when nothing shows that it was. Some of the
 * damage is made of letters alone, so that no odd sign gives it away.
 */
export function undamaged(text: string): string | null {
  const bytes: number[] = [];
  for (const sign of text) {
    const windows = WINDOWS_SIGNS.indexOf(sign);
    const byte = windows >= 0 ? 0x80 + windows : (sign.codePointAt(0) ?? 256);
    if (byte > 255) return null;
    bytes.push(byte);
  }
  if (bytes.every((byte) => byte < 0x80)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
