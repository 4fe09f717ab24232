/** How far asking a victim what they want has come. A reason is needed where there are no wishes to bring. */
export const wishesStatuses = {
  'not-sought': { label: 'Not asked yet', hint: '', needsReason: false, isAnswer: false },
  sought: {
    label: 'Asked, no answer yet',
    hint: 'You have spoken or written, and they are thinking about it',
    needsReason: false,
    isAnswer: false,
  },
  given: {
    label: 'They told us what they want',
    hint: 'Including that they want nothing more',
    needsReason: false,
    isAnswer: true,
  },
  declined: {
    label: 'They do not wish to say',
    hint: 'They were asked and chose not to answer',
    needsReason: true,
    isAnswer: true,
  },
  'not-reached': {
    label: 'We could not reach them',
    hint: 'Each try must be in the contact log first',
    needsReason: true,
    isAnswer: true,
  },
  'no-consent': {
    label: 'They did not agree that police pass on their details',
    hint: '',
    needsReason: true,
    isAnswer: true,
  },
  'no-direct-victim': {
    label: 'There is no direct victim',
    hint: 'Say how that was established',
    needsReason: true,
    isAnswer: true,
  },
} as const satisfies Record<
  string,
  { label: string; hint: string; needsReason: boolean; isAnswer: boolean }
>;

export type WishesStatus = keyof typeof wishesStatuses;

/** Tries on different days before "could not be reached" may be recorded. Our own default. */
export const leastTries = 2;
