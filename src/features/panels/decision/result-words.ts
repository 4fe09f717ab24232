/** How a level answered a disagreement. */
export const resultWords = {
  upheld: 'Upheld',
  changed: 'To be changed',
  escalated: 'Taken up a level',
} as const;
