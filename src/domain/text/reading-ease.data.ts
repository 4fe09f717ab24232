import type { Provenance } from '../provenance.ts';

export type PlainWordsRule = Provenance & {
  maxAverageSentence: number;
  longWordLetters: number;
  maxLongWordShare: number;
};

/** When a text meant for a child is probably hard to read: a hint for the writer, never a bar. */
export const plainWordsRule = {
  maxAverageSentence: 15,
  longWordLetters: 9,
  maxLongWordShare: 0.1,
  source: 'Foothold default, from the common advice of short sentences and short words',
  confidence: 'local example',
} as const satisfies PlainWordsRule;
