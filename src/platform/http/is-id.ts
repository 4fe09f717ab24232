/** What the id of a row looks like, within an address. */
export const idPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const whole = new RegExp(`^${idPattern}$`);

/** Whether a part of an address can be the id of a row; anything else is the address of nothing. */
export const isId = (text: string): boolean => whole.test(text);
