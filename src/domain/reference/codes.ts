/** A row of a code list: its words, how sure we are of it, and what only that list has. */
export type Code = {
  readonly code: string;
  readonly label: string;
  readonly confidence: string;
  /** Whether it may be chosen today; one whose days are over keeps its words in old records. */
  readonly inForce: boolean;
  /** Further columns of the list, as text. */
  readonly attributes: Record<string, string>;
};

/** What may be chosen of a code list today, as choices of a form. */
export const choicesOf = (codes: readonly Code[]) =>
  codes.filter(({ inForce }) => inForce).map(({ code, label }) => ({ value: code, text: label }));

/** The words of a code; one that is not in the list, such as a reason for not knowing, reads as words. */
export const labelOf = (codes: readonly Code[], code: string | null) =>
  code === null
    ? ''
    : (codes.find((each) => each.code === code)?.label ?? code.replaceAll('-', ' '));
