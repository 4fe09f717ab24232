/** Who said what they thought of a report. */
export const feedbackSources = {
  bench: 'The bench',
  judge: 'A judge',
  'legal-adviser': 'The legal adviser',
  panel: 'A panel',
  other: 'Somebody else at court',
} as const;

/** How useful it was to them. */
export const usefulness = {
  very: 'Very useful',
  partly: 'Useful in part',
  not: 'Not useful',
} as const;

/** To whom a report is given. */
export const recipients = {
  court: 'The court',
  defence: 'The child’s solicitor',
  prosecution: 'The prosecution',
  child: 'The child',
  parent: 'A parent or carer',
  panel: 'The panel',
  other: 'Somebody else by order of the court',
} as const;
