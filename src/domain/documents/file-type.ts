/** What may be put on a record: kinds of file that hold a paper and run nothing. */
export const fileTypes = {
  pdf: { text: 'PDF', extension: 'pdf', media: 'application/pdf' },
  jpeg: { text: 'picture (JPEG)', extension: 'jpg', media: 'image/jpeg' },
  png: { text: 'picture (PNG)', extension: 'png', media: 'image/png' },
  docx: {
    text: 'Word',
    extension: 'docx',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;
export type FileType = keyof typeof fileTypes;

export const mostFileBytes = 5 * 1024 * 1024;

const beginnings: readonly (readonly [FileType, string])[] = [
  ['pdf', '%PDF-'],
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
];

/** What a file is by its content, whatever it is called; null for what is not one of these, and for Word with macros. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const text = Buffer.from(bytes).toString('latin1');
  const found = beginnings.find(([, beginning]) => text.startsWith(beginning));
  if (found) return found[0];
  const isWord = text.startsWith('PK\x03\x04') && text.includes('word/document.xml');
  return isWord && !/vbaProject\.bin/i.test(text) ? 'docx' : null;
}
