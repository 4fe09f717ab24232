/** Which children a themed audit may be drawn from; the database says who belongs to which (audit_themes). */
export const sampleThemes = {
  girls: 'Girls',
  'in-care': 'Children in care and care leavers, now or since the window began',
  exploitation: 'Children with a live warning of exploitation',
  'not-white': 'Children whose recorded ethnicity is other than White',
} as const;

export type SampleTheme = keyof typeof sampleThemes;

/** Whether a word names a theme. */
export const isSampleTheme = (word: string): word is SampleTheme =>
  Object.hasOwn(sampleThemes, word);
