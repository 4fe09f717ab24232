/** What the panel of a referral order meets for. */
export const orderMeetings = {
  first: 'First meeting',
  review: 'Review',
  progress: 'Progress meeting',
  final: 'Final meeting',
} as const;
export type OrderMeeting = keyof typeof orderMeetings;
