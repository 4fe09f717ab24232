import {
  checked,
  listOf,
  maybe,
  named,
  object,
  oneOf,
  type Reader,
  whole,
  words,
} from './shape.ts';

const file = <S extends Readonly<Record<string, Reader<unknown>>>>(shape: S) =>
  object(shape, 'told');
/** A year, a month or a day, as far as it is known. */
const when = checked(
  (value): value is string => typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value),
  'must be a year, month or day such as 2022-11',
  '2022',
);

/** What every published result says; the shape that `foothold rate` takes. */
const result = {
  service: words,
  published: maybe(when),
  framework: words,
  inspectionType: words,
  overallScore: maybe(whole),
  overallMax: maybe(whole),
  overallRating: words,
  resettlement: maybe(words),
};

/** Published results of services, one line each. */
export const publishedResultsFile = listOf(
  file({
    ...result,
    standards: named(file({ rating: words, keyQuestions: maybe(named(whole)) })),
    /** Whether a source states every standard that counts. */
    complete: checked(
      (value): value is boolean => typeof value === 'boolean',
      'true or false',
      false,
    ),
    sources: listOf(words, 1),
    note: maybe(words),
  }),
);
export type PublishedResult = ReturnType<typeof publishedResultsFile>[number];

const counted = file({ what: words, count: whole });

/** A published inspection entered whole: ratings, evidence, case judgements, recommendations. */
export const publishedInspectionFile = file({
  ...result,
  title: words,
  source: file({ title: words, publisher: words, licence: words, about: words }),
  fieldworkBegan: when,
  casesFrom: when,
  casesTo: when,
  samples: listOf(file({ what: words, count: whole, made: listOf(counted) })),
  /** Percentages as printed, by key question; evidence for what is judged. */
  standards: named(
    file({
      rating: words,
      keyQuestions: maybe(named(whole)),
      /** What the standard says, and its key questions, in the published words. */
      statement: words,
      questions: maybe(named(words)),
      narrative: listOf(words),
      strengths: listOf(words),
      gaps: listOf(words),
    }),
  ),
  /** Counts printed in the text, of the cases they apply to. */
  relevantCounts: listOf(file({ standard: words, what: words, yes: whole, of: whole })),
  /** The references are invented, and so is which case was judged how; only the counts are public. */
  cases: listOf(
    file({
      ref: words,
      set: oneOf('court', 'out-of-court'),
      disposal: words,
      judgements: named(oneOf('yes', 'no')),
    }),
  ),
  recommendations: listOf(file({ number: whole, addressees: listOf(words, 1), text: words })),
  background: listOf(
    file({ what: words, value: words, period: maybe(words), comparedWith: maybe(words) }),
  ),
  diversity: listOf(file({ set: words, counts: listOf(counted) })),
  voice: listOf(words),
  texts: file({ foreword: words, background: words, diversity: words }),
  inconsistencies: listOf(file({ about: words, says: listOf(words, 2) })),
});
export type PublishedInspection = ReturnType<typeof publishedInspectionFile>;
