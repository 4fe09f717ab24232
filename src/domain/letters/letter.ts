/** The ways in which a letter reaches somebody from hand to hand. */
export const waysByHand = {
  'by-hand': 'By hand',
  post: 'By post',
  'read-out': 'Read out to them',
} as const;
export type WayByHand = keyof typeof waysByHand;
