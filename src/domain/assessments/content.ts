import { z } from 'zod';
import type { Answers } from './answers.ts';
import type { AssessmentDraft, NamedSource } from './completeness.ts';
import { type JudgementId, judgements } from './levels.data.ts';
import { type IndicatorMark, suggestedLevel } from './suggestion.ts';
import type { Template } from './template.ts';

const level = z.enum(['low', 'medium', 'high', 'very-high']);
const answer = z.union([
  z.object({
    state: z.literal('answered'),
    value: z.union([z.string(), z.array(z.string())]),
    comment: z.string().optional(),
  }),
  z.object({
    state: z.enum(['unknown', 'declined', 'not-asked', 'not-applicable']),
    reason: z.string(),
    comment: z.string().optional(),
  }),
]);
const source = z.object({
  from: z.enum([
    'child',
    'parent',
    'school',
    'police',
    'health',
    'social-care',
    'records',
    'other',
  ]),
  name: z.string(),
  use: z.enum(['used', 'not-relevant', 'no-reply']),
});
const judgement = z.object({
  level: level.nullable().default(null),
  suggested: level.nullable().default(null),
  reason: z.string().default(''),
  overrideReason: z.string().default(''),
  sources: z.array(source).default([]),
});
const safetyRow = z.object({
  id: z.string(),
  risk: z.string(),
  control: z.string(),
  who: z.string(),
  agency: z.string(),
  reviewOn: z.iso.date().nullable(),
});
const contingencyRow = z.object({
  id: z.string(),
  about: z.enum(['safety', 'harm', 'exploitation']),
  trigger: z.string(),
  action: z.string(),
  who: z.string(),
  within: z.string(),
  tell: z.string(),
});

const contentSchema = z.object({
  answers: z.record(z.string(), answer).default({}),
  indicators: z.record(z.string(), z.enum(['present', 'absent', 'unknown'])).default({}),
  judgements: z
    .object({
      likelihood: judgement.prefault({}),
      safety: judgement.prefault({}),
      harm: judgement.prefault({}),
    })
    .prefault({}),
  safetyRows: z.array(safetyRow).default([]),
  contingencyRows: z.array(contingencyRow).default([]),
});

/** Everything that one assessment holds, as kept in assessment.content. */
export type Content = Omit<z.infer<typeof contentSchema>, 'answers'> & { answers: Answers };
export type JudgementContent = Content['judgements'][JudgementId];
export type JudgementSource = JudgementContent['sources'][number];
export type SafetyRow = Content['safetyRows'][number];
export type ContingencyContentRow = Content['contingencyRows'][number];

/** Reads what the database keeps; a shape that is none of ours is an error, never half read. */
export function readContent(json: unknown): Content {
  return contentSchema.parse(json ?? {});
}

/** What `contentOf` takes: only the answers are needed, the rest begins empty. */
export type ContentParts = {
  readonly answers: Answers;
  readonly indicators?: Readonly<Record<string, IndicatorMark>>;
  readonly judgements?: Partial<Record<JudgementId, Partial<JudgementContent>>>;
  readonly safetyRows?: readonly WithoutId<SafetyRow>[];
  readonly contingencyRows?: readonly WithoutId<ContingencyContentRow>[];
};
type WithoutId<Row extends { id: string }> = Omit<Row, 'id'> & { id?: string };

/**
 * Makes the content of an assessment from its parts. `suggested` follows from the indicators when every sign of a
 * judgement is marked, and otherwise is what was given; a safety or contingency row without an id is numbered.
 */
export function contentOf(parts: ContentParts): Content {
  const { indicators = {}, judgements: given = {}, safetyRows = [], contingencyRows = [] } = parts;
  return withSuggestions(
    readContent({
      answers: parts.answers,
      indicators,
      judgements: given,
      safetyRows: safetyRows.map(numbered),
      contingencyRows: contingencyRows.map(numbered),
    }),
  );
}

const numbered = <Row extends { id?: string }>(row: Row, index: number) => ({
  ...row,
  id: row.id ?? `row-${index + 1}`,
});

/** The content with each suggestion worked out anew from the signs marked. */
export function withSuggestions(content: Content): Content {
  const suggested = (id: JudgementId): JudgementContent => ({
    ...content.judgements[id],
    suggested:
      suggestedLevel(id, content.indicators)?.level ?? content.judgements[id].suggested ?? null,
  });
  return {
    ...content,
    judgements: {
      likelihood: suggested('likelihood'),
      safety: suggested('safety'),
      harm: suggested('harm'),
    },
  };
}

/** The content as the rules of completeness read it. */
export function draftOf(template: Template, content: Content): AssessmentDraft {
  const sources = judgements.flatMap(({ id }) =>
    content.judgements[id].sources.map(
      ({ name, use }): NamedSource => ({ judgement: id, name, use }),
    ),
  );
  return { ...content, template, sources };
}
