/** A cell of a download: words, or a number with the places that it is printed with. */
export type DownloadCell = string | { readonly number: string };

/** Any table of statistics as it is handed out: the rows of the page, and what they are made of. */
export type DownloadTable = {
  /** Of the file, in small letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DownloadCell[])[];
  /** Source, vintage, licence, definition and what the marks mean: label and words. */
  readonly about: readonly (readonly [string, string])[];
};

/** A printed figure as a number where it is one (+5.0, 663,825, 1.28), and as words where it is not (<6, x, Withheld). */
export function figureOf(printed: string): DownloadCell {
  const plain = printed.replaceAll(',', '').replace(/^\+/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { number: plain } : printed;
}

/** A name for a file: small letters, figures and hyphens only. */
export const fileName = (...words: readonly string[]) =>
  words
    .join(' ')
    .toLowerCase()
    .replaceAll('’', '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
