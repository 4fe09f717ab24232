import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  isOfFigures,
  type Section,
  type Tone,
  type WrittenDocument,
} from '../../domain/documents/written-document.ts';
import { storable } from '../../domain/text/storable.ts';
import { wordBars } from './word-bars.ts';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const run = { font: 'Arial', size: 24 };
const after = { spacing: { after: 160 } };
// A4 between margins of an inch, in twentieths of a point, and what stands beside the words in a cell.
const textWidth = 9026;
const sides = 260;
const wideEnough = 8400;
const fewWords = 20;
const shortTable = 12;
/** Pale enough for black words, which say the same. */
const fills: Readonly<Record<Tone, string>> = {
  poor: 'F4CDC6',
  fair: 'FFF2CC',
  good: 'D2E6D8',
  best: 'A9D3B5',
};
const padding = { top: 60, bottom: 60, left: 100, right: 100 };

/** A document as a Word file: real headings, tables whose first row is repeated on every page, page numbers. */
export async function writeWord(
  written: WrittenDocument,
  about: { readonly author: string; readonly site: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, banner, opening, sections } = withoutForbidden(written);
  const file = new Document({
    title,
    creator: about.author,
    lastModifiedBy: about.author,
    description: opening[0] ?? title,
    styles: {
      default: {
        document: { run: { ...run, language: { value: 'en-GB' } } },
        title: { run: { size: 48, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading1: heading(36),
        heading2: heading(28),
        heading3: heading(24),
      },
    },
    sections: [
      {
        ...(banner ? { headers: { default: header(banner) } } : {}),
        footers: { default: footer(title) },
        children: [
          ...(banner ? [bold(banner)] : []),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...opening.map((text) => new Paragraph({ text, ...after })),
          ...sections.flatMap((section) => drawn(section, 0, about.site)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

// What was saved before such characters were taken out of forms, or came in with a list, would make the whole file unreadable.
const withoutForbidden = (document: WrittenDocument): WrittenDocument =>
  JSON.parse(
    JSON.stringify(document, (_, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    ),
  );

function heading(size: number) {
  return {
    run: { size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 320, after: 160 }, keepNext: true },
  };
}

const bold = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], ...after });

const header = (text: string) =>
  new Header({ children: [new Paragraph({ children: [new TextRun({ text, size: 18 })] })] });

function footer(title: string): Footer {
  const page = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [`${title}. `, ...page], size: 18 })],
      }),
    ],
  });
}

function drawn(
  { title, blocks, sections = [] }: Section,
  level: number,
  site: string,
): FileChild[] {
  const heading = headings[level] ?? HeadingLevel.HEADING_3;
  return [
    new Paragraph({ text: title, heading }),
    ...blocks.flatMap((block) => blockOf(block, site)),
    ...sections.flatMap((section) => drawn(section, level + 1, site)),
  ];
}

// A link within the site leads nowhere from a file, so it takes the site's address.
function blockOf(block: Block, site: string): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      // What leads to a list stays with it.
      return [
        new Paragraph({
          text: block.text,
          keepNext: block.text.endsWith(':'),
          widowControl: true,
          ...after,
        }),
      ];
    case 'bullets':
      return block.items.map(
        (text, at) =>
          new Paragraph({
            text,
            bullet: { level: 0 },
            ...(at === block.items.length - 1 ? after : {}),
          }),
      );
    case 'numbered':
      return block.items.map(
        ({ number, text }) =>
          new Paragraph({
            children: [new TextRun({ children: [`${number}.`, new Tab(), text] })],
            indent: { left: 720, hanging: 480 },
            ...after,
          }),
      );
    case 'quotation':
      return [
        new Paragraph({
          children: [new TextRun({ text: `“${block.text}” – ${block.by}`, italics: true })],
          indent: { left: 720 },
          keepLines: true,
          ...after,
        }),
      ];
    case 'link': {
      const text = new TextRun({ text: block.text, style: 'Hyperlink' });
      return [
        new Paragraph({
          children: [
            new ExternalHyperlink({ children: [text], link: new URL(block.href, site).href }),
          ],
        }),
      ];
    }
    case 'table':
      return [captioned(block), table(block), new Paragraph({ text: '' })];
    case 'bars':
      return [captioned(block), wordBars(block), new Paragraph({ text: '' })];
  }
}

const captioned = ({ caption }: { readonly caption: string }) =>
  new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: caption, bold: true })],
    ...after,
  });

function table({ head, rows, tones }: Extract<Block, { kind: 'table' }>): Table {
  const widths = columnWidths(head, rows);
  const last = rows.length - 1;
  const row = (cells: readonly (string | number)[], at: number) =>
    new TableRow({
      tableHeader: at < 0,
      cantSplit: true,
      children: cells.map((cell, index) => {
        const tone = tones?.column === index ? tones.of[at] : null;
        return new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: padding,
          ...(tone
            ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: fills[tone] } }
            : {}),
          children: [
            new Paragraph({
              alignment: isOfFigures(rows, index) ? AlignmentType.RIGHT : AlignmentType.LEFT,
              // No table leaves one row behind: its head goes with two, and its last two stay together; a short one is not parted.
              keepNext: at < last && (rows.length <= shortTable || at < 1 || at === last - 1),
              children: [new TextRun({ text: String(cell), bold: at < 0 })],
            }),
          ],
        });
      }),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [row(head, -1), ...rows.map((cells, at) => row(cells, at))],
  });
}

/** How wide words are at most, in bold Arial of twelve points: its narrow letters, its widest, its capitals and all others. */
const widthOf = (words: string) =>
  sum(
    [...words].map((letter) =>
      /[ fijlrt.,:;()’]/.test(letter)
        ? 93
        : /[mwMW%]/.test(letter)
          ? 227
          : /[A-Z]/.test(letter)
            ? 187
            : 147,
    ),
  );

const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);

/** Each column is as wide as its longest word, so that none is broken; what is left goes to those with most to say. */
function columnWidths(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): number[] {
  const columns = head.map((title, index) => [
    title,
    ...rows.map((row) => String(row[index] ?? '')),
  ]);
  const longest = (texts: readonly string[]) => Math.max(...texts.map(widthOf));
  const words = columns.map((cells) => longest(cells.flatMap((cell) => cell.split(/\s+/))) + sides);
  // A few words stay on one line where there is room for it.
  const lines = columns.map((cells, index) =>
    Math.max(
      words[index] ?? 0,
      longest(cells.map((cell) => (cell.length <= fewWords ? cell : ''))) + sides,
    ),
  );
  const least = sum(lines) < textWidth ? lines : words;
  const wish = columns.map((cells, index) =>
    Math.max(least[index] ?? 0, Math.min(longest(cells), wideEnough) + sides),
  );
  if (sum(least) >= textWidth)
    return least.map((width) => Math.floor((width * textWidth) / sum(least)));
  const more = wish.map((width, index) => width - (least[index] ?? 0));
  const spare = textWidth - sum(least);
  return least.map((width, index) =>
    Math.floor(width + (spare * (more[index] ?? 0)) / Math.max(1, sum(more))),
  );
}
