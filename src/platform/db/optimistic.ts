/** What came of saving a row that someone else may have changed since it was read. */
export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'moved-on'; readonly id?: string };

/** An update matched on id and version touches one row, or none when the row has moved on. */
export const savedOf = (result: { readonly numUpdatedRows: bigint }): Saved =>
  result.numUpdatedRows === 1n ? { kind: 'saved' } : { kind: 'moved-on' };
