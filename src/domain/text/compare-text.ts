/** How two texts stand in a sorted list: a number below 0, 0 for the same text, or one above it. */
export const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);
