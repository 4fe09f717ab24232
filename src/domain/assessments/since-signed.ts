import { type Answer, hasContent, isSameAnswer, valuesOf } from './answers.ts';
import type { Content } from './content.ts';
import { namedParts, partWords } from './part-words.ts';
import { partsOf } from './parts.ts';
import { type QuestionRole, questionWithRole, type Template } from './template.ts';

export type Difference = {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

/** What differs between two states of an assessment, in page order. */
export function differencesOf(template: Template, from: Content, to: Content): Difference[] {
  const before = partsOf(from);
  const after = partsOf(to);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSameAnswer(before[key], after[key]),
  );
  return namedParts(template, keys).map(({ key, label }) => ({
    key,
    label,
    before: partWords(template, key, before[key]),
    after: partWords(template, key, after[key]),
  }));
}

/** What stands word for word as it was last signed: answers, judgements and lines, by their names. */
export function unchangedSince(template: Template, signed: Content, now: Content): string[] {
  const before = partsOf(signed);
  const keys = Object.entries(partsOf(now)).flatMap(([key, answer]) =>
    isRead(key, answer) && isSameAnswer(before[key], answer) ? [key] : [],
  );
  return namedParts(template, keys).map(({ label }) => label);
}

// Signs and sources are many and small: a reader weighs the level and its reasons.
const isRead = (key: string, answer: Answer) =>
  hasContent(answer) && !key.startsWith('sign:') && !key.startsWith('source:');

/** What the record holds that an answer can be held against. */
export type RecordNow = {
  /** Where the child lives now, in words, and whether that is settled and suitable. */
  readonly homes: readonly { readonly text: string; readonly holds: boolean }[];
  /** What was recorded since the last signature. */
  readonly changes: readonly { readonly text: string; readonly ofHome: boolean }[];
  /** Live warnings and changes that speak of exploitation, in words. */
  readonly exploitation: readonly string[];
};

export type Contradiction = { readonly question: string; readonly message: string };

/** Answers that the record contradicts: each leads back to its question. */
export function contradictionsOf(
  template: Template,
  { signed, now }: { readonly signed: Content | null; readonly now: Content },
  record: RecordNow,
): Contradiction[] {
  const held = (role: QuestionRole, wanted: string, against: (id: string) => readonly string[]) => {
    const question = questionWithRole(template, role);
    if (!question || !valuesOf(now.answers[question.id]).includes(wanted)) return [];
    return against(question.id).map((says) => ({
      question: question.id,
      message: `“${question.label}” is answered ${wanted}, and the record says: ${says}`,
    }));
  };
  return [
    ...held('home-is-settled', 'yes', (id) => {
      const isAsSigned = signed !== null && isSameAnswer(signed.answers[id], now.answers[id]);
      return [
        ...record.homes.filter(({ holds }) => !holds).map(({ text }) => text),
        ...record.changes
          .filter(({ ofHome }) => ofHome && isAsSigned)
          .map(({ text }) => `${text}, since it was answered`),
      ];
    }),
    ...held('exploitation', 'no', () => record.exploitation),
  ];
}
