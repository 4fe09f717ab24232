// What a file of XML may hold; a database refuses the null character among the rest.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text without the characters that XML 1.0 forbids; the line break that a word processor pastes becomes an ordinary one. */
export const storable = (text: string): string =>
  text.replaceAll('\v', '\n').replaceAll(forbidden, '');
