export type LensId = 'desistance' | 'childs-safety' | 'others-safety';

/** The three questions that every assessment, plan and review answers with equal care. */
export const lenses = [
  { id: 'desistance', label: 'What helps the child move on', inSentence: 'what helps the child' },
  { id: 'childs-safety', label: 'The child’s safety', inSentence: 'the child’s safety' },
  { id: 'others-safety', label: 'Other people’s safety', inSentence: 'other people’s safety' },
] as const satisfies readonly { id: LensId; label: string; inSentence: string }[];
