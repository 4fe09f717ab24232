/** One piece of a document. Text is plain: the web page and the Word file each give it their own look. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | {
      readonly kind: 'numbered';
      readonly items: readonly { readonly number: number; readonly text: string }[];
    }
  | { readonly kind: 'quotation'; readonly text: string; readonly by: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** The first cell of a row names it; numbers stand to the right. */
      readonly rows: readonly (readonly (string | number)[])[];
      /** How the words in a column are coloured, row by row: the words say it too. */
      readonly tones?: { readonly column: number; readonly of: readonly (Tone | null)[] };
    }
  | {
      readonly kind: 'bars';
      readonly caption: string;
      /** What a bar of the whole width stands for. */
      readonly most: number;
      readonly bars: readonly Bar[];
    };
/** One bar: its words say what it shows, so that nothing rests on its length or colour. */
export type Bar = {
  readonly what: string;
  /** Null where nothing is known: there is no bar. */
  readonly value: number | null;
  readonly says: string;
  readonly tone: Tone | null;
};
/** From the worst to the best. */
export const tones = ['poor', 'fair', 'good', 'best'] as const;
export type Tone = (typeof tones)[number];

export type Section = {
  /** For links within the page; differs from every other. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
};

/** A document that is read as a web page, on paper or in Word. */
export type WrittenDocument = {
  readonly title: string;
  /** Stands above everything, and at the head of every page of a Word file: until when it is held back. */
  readonly banner?: string;
  /** What it is and how it stands, before anything else is read. */
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
};

/** Whether a cell is a figure, which stands to the right. */
export function isFigure(cell: string | number | undefined): boolean {
  return typeof cell === 'number' || /^\d[\d,.]*%?$/.test(cell ?? '');
}

/** Whether a column is of figures: they stand to the right with its heading, and so does what is printed in place of one. */
export function isOfFigures(
  rows: readonly (readonly (string | number)[])[],
  column: number,
): boolean {
  const cells = rows.map((row) => row[column] ?? '');
  // A mark of a hidden count, or a blank, says nothing of its column.
  const telling = cells.filter((cell) => isFigure(cell) || String(cell).length > LONGEST_MARK);
  const figures = telling.filter(isFigure);
  const isShort = cells.every((cell) => String(cell).split(/\s+/).length <= MOST_WORDS);
  return column > 0 && figures.length > 0 && isShort && figures.length * 2 >= telling.length;
}
const LONGEST_MARK = 3;
const MOST_WORDS = 3;

/** The paragraphs of a text as somebody typed it, parted by empty lines. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
