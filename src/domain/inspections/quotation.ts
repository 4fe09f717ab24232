/** Words as they are compared: whatever their marks, spaces and capitals. */
const plain = (text: string) =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Whether a quotation says what its source says: its words in their order, with “…” where something was left out. */
export function isQuotedFrom(quotation: string, source: string): boolean {
  let rest = ` ${plain(source)} `;
  const parts = quotation.split(/…|\.{3}/).map(plain);
  if (parts.every((part) => part === '')) return false;
  for (const part of parts.filter(Boolean)) {
    const at = rest.indexOf(` ${part} `);
    if (at < 0) return false;
    rest = rest.slice(at + part.length + 1);
  }
  return true;
}
