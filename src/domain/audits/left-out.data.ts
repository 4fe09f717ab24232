/** Why a case is left out before a sample is drawn, in the order in which they are asked. */
export const leftOutReasons = {
  'other-type': 'The child has work of other kinds only, which were not chosen',
  'other-theme': 'The child does not belong to the audit’s theme, or nothing is recorded about it',
  'read-lately': 'The case was in another audit not long ago',
  'too-short': 'The work has lasted too short a time to be judged',
  'no-free-reader': 'Every reader worked the case, countersigned it or oversees it',
} as const;

export type LeftOutReason = keyof typeof leftOutReasons;
