/** What one file may hold at most; a month's list of a large force is under one twentieth of each. */
export const TABLE_LIMITS = {
  bytes: 8 * 1024 * 1024,
  /** Bytes that a workbook may unpack to, counted while it is unpacked. */
  unpackedBytes: 60 * 1024 * 1024,
  rows: 20_000,
  columns: 500,
  /** Places of cells up to the last that is filled in each row. */
  cells: 1_000_000,
  /** Signs of all cells together, however often a file says the same ones. */
  signs: 20_000_000,
  /** As many signs as a cell of Excel can hold. */
  cellLength: 32_767,
  seconds: 20,
  memoryMegabytes: 512,
} as const;

/** A number in a sentence: 20,000. */
export const inWords = (count: number): string => count.toLocaleString('en-GB');
