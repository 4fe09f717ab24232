type Named = { readonly id: string; readonly label: string };

/** The words of a row of a fixed list; what the list does not have reads as it stands. */
export const labelIn = (rows: readonly Named[], id: string): string =>
  rows.find((row) => row.id === id)?.label ?? id;
