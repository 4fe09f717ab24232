const STARTS_A_FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A cell of an export that no spreadsheet will run. Text that could start a formula gets an
 * apostrophe before it, which spreadsheets read as "this is text". Numbers stay numbers, negative
 * ones too: give them as numbers, not as text. A phone number is text: +44 is guarded.
 */
export function safeCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return startsFormula(value) ? `'${value}` : value;
}

/** Whether a spreadsheet might take the text for a formula: = + - @, a tab or a new line first. */
export function startsFormula(text: string): boolean {
  return STARTS_A_FORMULA.test(text);
}
