import type { DataRows } from './data-rows.ts';
import type { ColumnMapping } from './map-columns.ts';

const MOST_NAMED = 12;

/** What of a list is not read, in sentences: columns that mean nothing to us, columns without a heading, rows passed over. */
export function notReadOf(
  mapping: ColumnMapping,
  { rows, passedOver }: DataRows,
): readonly string[] {
  const unheaded = mapping.headings.length;
  const bare = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell, index) =>
        cell.trim() !== '' && (index >= unheaded || mapping.headings[index] === '') ? [index] : [],
      ),
    ),
  );
  for (const index of Object.values(mapping.columns)) bare.delete(index);
  const columns = mapping.unmapped.map(({ heading, index }) => `${heading} (column ${index + 1})`);
  const without = [...bare].sort((a, b) => a - b).map((index) => `${index + 1}`);
  return [
    ...(columns.length > 0 ? [`Columns not read: ${someOf(columns)}`] : []),
    ...(without.length > 0 ? [`Columns without a heading, not read: ${someOf(without)}`] : []),
    ...(passedOver.length > 0
      ? [
          `Rows passed over: ${someOf(passedOver.map(({ line, text }) => `row ${line} (“${text}”)`))}`,
        ]
      : []),
  ];
}

/** A list in words that stays short however long it is. */
export const someOf = (items: readonly string[]): string =>
  items.length <= MOST_NAMED
    ? items.join(', ')
    : `${items.slice(0, MOST_NAMED).join(', ')} and ${items.length - MOST_NAMED} more`;
