/** What each word of attendance is on a page. */
export const attendanceWords = {
  expected: 'Expected',
  attended: 'Came',
  apologies: 'Sent apologies',
  absent: 'Did not come',
} as const;
export type Attended = keyof typeof attendanceWords;

export const isAttended = (word: string): word is Attended => word in attendanceWords;
