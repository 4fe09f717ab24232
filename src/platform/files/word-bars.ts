import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Tone } from '../../domain/documents/written-document.ts';

// In twentieths of a point: the words, a bar of so many steps, and what it says (a rating on one line, or its bar is taller than others), within the width of the text.
const wordsWidth = 3766;
const steps = 50;
const step = 52;
const saysWidth = 2660;
/** Dark enough to be seen against an empty bar, on paper without colour too. */
const bars: Readonly<Record<Tone | 'none', string>> = {
  poor: 'A5311B',
  fair: 'C9861A',
  good: '3B7F56',
  best: '1E5B3A',
  none: '0B3D47',
};
const empty = 'E4E9EA';
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = { top: none, bottom: none, left: none, right: none };
const padding = { top: 50, bottom: 50, left: 100, right: 100 };

/** Bars drawn as shaded cells of a table: real words beside each, no picture, and the same in every program that reads the file. */
export function wordBars({ most, bars: all }: Extract<Block, { readonly kind: 'bars' }>): Table {
  return new Table({
    columnWidths: [wordsWidth, ...Array.from({ length: steps }, () => step), saysWidth],
    width: { size: wordsWidth + steps * step + saysWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: all.map(({ what, value, says, tone }, at) => {
      const long = stepsOf(value, most);
      const text = (words: string, width: number) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: padding,
          borders,
          children: [new Paragraph({ text: words, keepNext: at < all.length - 1 })],
        });
      return new TableRow({
        cantSplit: true,
        children: [
          text(what, wordsWidth),
          ...barCell(long, bars[tone ?? 'none']),
          ...barCell(steps - long, empty),
          text(says, saysWidth),
        ],
      });
    }),
  });
}

/** How many steps a bar takes: something that is there is never drawn as nothing, nor what is not all as all. */
function stepsOf(value: number | null, most: number): number {
  if (value === null || value <= 0) return 0;
  if (value >= most) return steps;
  return Math.min(steps - 1, Math.max(1, Math.round((steps * value) / most)));
}

const barCell = (span: number, fill: string): TableCell[] =>
  span === 0
    ? []
    : [
        new TableCell({
          columnSpan: span,
          width: { size: span * step, type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, fill },
          // A white line above and below parts one bar from the next.
          borders: {
            ...borders,
            top: { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' },
            bottom: { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' },
          },
          children: [new Paragraph({ text: '' })],
        }),
      ];
