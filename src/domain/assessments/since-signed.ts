import { type Answer, hasContent, isSameAnswer, valuesOf } from './answers.ts';
import { risksOf } from './completeness.ts';
import type { Content } from './content.ts';
import { indicators } from './indicators.data.ts';
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
  /** Risks by name that do not go with an answer, by the role of its question. */
  readonly risks: readonly { readonly label: string; readonly role: QuestionRole }[];
};

export type Contradiction = { readonly question: string; readonly message: string };

/** Signs that do not go with an answer, by the role of its question. */
const signsAgainst: { readonly [R in QuestionRole]?: (typeof indicators)[number]['id'] } = {
  'home-is-settled': 'unsafe-home',
  exploitation: 'exploitation',
};

/** Answers that the record contradicts, or that the assessment itself does: each leads back to its question. */
export function contradictionsOf(
  template: Template,
  { signed, now }: { readonly signed: Content | null; readonly now: Content },
  record: RecordNow,
): Contradiction[] {
  const held = (role: QuestionRole, wanted: string, against: (id: string) => readonly string[]) => {
    const question = questionWithRole(template, role);
    if (!question || !valuesOf(now.answers[question.id]).includes(wanted)) return [];
    const isAnswered = `“${question.label}” is answered ${wanted}, and`;
    return [
      ...ownWords(template, now, role, record).map(
        (says) => `${isAnswered} the same assessment says: ${says}`,
      ),
      ...against(question.id).map((says) => `${isAnswered} the record says: ${says}`),
    ].map((message) => ({ question: question.id, message }));
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

// What the same assessment says against an answer: a sign marked present, or a risk named.
function ownWords(
  template: Template,
  { answers, indicators: marks }: Content,
  role: QuestionRole,
  { risks }: RecordNow,
): string[] {
  const sign = indicators.find(({ id }) => id === signsAgainst[role] && marks[id] === 'present');
  const named = risksOf(template, answers).filter((risk) =>
    risks.some((known) => known.role === role && known.label === risk.trim()),
  );
  return [...(sign ? [sign.label] : []), ...named];
}
