/** Why a case is left out before a sample is drawn, in the order in which they are asked. */
export const leftOutReasons = {
  sealed: 'The record is sealed, and who draws the sample is not on its list',
  'read-lately': 'The case was in another audit not long ago',
  'too-short': 'The work has lasted too short a time to be judged',
  'no-free-reader': 'Every reader worked the case, countersigned it or oversees it',
} as const;

export type LeftOutReason = keyof typeof leftOutReasons;
