import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type Block,
  isFigure,
  type Section,
  type WrittenDocument,
} from '../../domain/documents/written-document.ts';
import { storable } from '../../domain/text/storable.ts';

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const run = { font: 'Arial', size: 24 };
const after = { spacing: { after: 160 } };
const padding = { top: 60, bottom: 60, left: 100, right: 100 };

/** A document as a Word file: real headings, tables whose first row is repeated on every page, page numbers. */
export async function writeWord(
  written: WrittenDocument,
  about: { readonly author: string; readonly site: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, opening, sections } = withoutForbidden(written);
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
        footers: { default: footer(title) },
        children: [
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
      return [new Paragraph({ text: block.text, ...after })];
    case 'bullets':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'numbered':
      return block.items.map(
        ({ number, text }) =>
          new Paragraph({
            children: [new TextRun({ children: [`${number}.`, new Tab(), text] })],
            indent: { left: 720, hanging: 480 },
            ...after,
          }),
      );
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
      return [
        new Paragraph({
          keepNext: true,
          children: [new TextRun({ text: block.caption, bold: true })],
          ...after,
        }),
        table(block),
        new Paragraph({ text: '' }),
      ];
  }
}

function table({ head, rows }: Extract<Block, { kind: 'table' }>): Table {
  const columns = head.length;
  const first = Math.max(40, 100 - 15 * (columns - 1));
  const percent = (index: number) =>
    index === 0 ? first : (100 - first) / Math.max(1, columns - 1);
  const row = (cells: readonly (string | number)[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: percent(index), type: WidthType.PERCENTAGE },
            margins: padding,
            children: [
              new Paragraph({
                alignment: index > 0 && isFigure(cell) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ text: String(cell), bold: isHead })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
