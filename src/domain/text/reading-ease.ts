import { type PlainWordsRule, plainWordsRule } from './reading-ease.data.ts';

export type Reading = {
  words: number;
  sentences: number;
  /** Words to a sentence; 0 for an empty text. */
  averageSentenceLength: number;
  /** Each long word once, in order of appearance. */
  longWords: string[];
  longWordShare: number;
};

/** Measures a text by its sentences and long words; English only, so Welsh texts are not judged by it. */
export function reading(text: string, rule: PlainWordsRule = plainWordsRule): Reading {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const sentences = text.split(/\n|[.!?]+(?:\s|$)/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const long = words.filter(
    (word) => word.replace(/[^\p{L}]/gu, '').length >= rule.longWordLetters,
  );
  return {
    words: words.length,
    sentences: sentences.length,
    averageSentenceLength: sentences.length === 0 ? 0 : words.length / sentences.length,
    longWords: [...new Set(long.map((word) => word.toLowerCase()))],
    longWordShare: words.length === 0 ? 0 : long.length / words.length,
  };
}

/** Advice to the writer of a text that a child will read; null when it is plain enough. */
export function plainWordsHint(text: string, rule: PlainWordsRule = plainWordsRule): string | null {
  const found = reading(text, rule);
  const advice: string[] = [];
  if (found.averageSentenceLength > rule.maxAverageSentence) {
    const length = Math.round(found.averageSentenceLength);
    advice.push(`Use shorter sentences: they have about ${length} words each.`);
  }
  // One long word in a short line is often a name, so a single one is let pass.
  if (found.longWords.length > 1 && found.longWordShare > rule.maxLongWordShare) {
    advice.push(`Use shorter words in place of ${found.longWords.slice(0, 5).join(', ')}.`);
  }
  return advice.join(' ') || null;
}
