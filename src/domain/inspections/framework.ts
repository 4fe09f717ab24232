import { z } from 'zod';

const words = z.string().trim().min(1);
const id = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'must be a short id such as 2.1');
const whole = z.int().nonnegative();
/** Why a part is not confirmed; shown on screen as "provisional" wherever the part is used. */
const provisional = words.optional();

const promptSchema = z.strictObject({ id, text: words });

const keyQuestionSchema = z.strictObject({
  id,
  /** Which of the framework's lenses it looks through; null for organisational questions. */
  lens: id.nullable(),
  question: words,
  prompts: z.array(promptSchema).min(1),
  provisional,
});

const standardSchema = z.strictObject({
  id,
  title: words,
  /** Whether its points are part of the overall score. */
  counts: z.boolean(),
  /** By the lowest percentage of its key questions, or judged from evidence. */
  rated: z.enum(['lowest-key-question', 'judged']),
  keyQuestions: z.array(keyQuestionSchema).min(1),
  provisional,
});

const domainSchema = z.strictObject({
  id,
  title: words,
  /** Which cases are read for it; null when it is judged from documents, meetings and interviews. */
  cases: z.enum(['court', 'out-of-court', 'resettlement', 'children', 'victims']).nullable(),
  standards: z.array(standardSchema).min(1),
});

const inspectionTypeSchema = z.strictObject({
  id,
  title: words,
  standards: z.array(id).min(1),
  provisional,
});

const bandSchema = z.strictObject({ rating: words, from: whole, to: whole });

/** An inspection framework as its file holds it; what a shape cannot say is checked by `loadedFramework`. */
export const frameworkSchema = z.strictObject({
  id,
  title: words,
  inspectorate: words,
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  source: words,
  confidence: z.enum(['confirmed', 'part confirmed', 'recalled']),
  /** Parts that are not confirmed and that no other place in the file can carry. */
  provisionalParts: z.array(z.strictObject({ part: words, reason: words })),
  /** From the lowest to the highest. */
  ratings: z.array(z.strictObject({ name: words, points: whole })).min(2),
  lenses: z.array(
    z.strictObject({ id, title: words, alsoWritten: z.array(words), practiceLens: z.array(id) }),
  ),
  /** Bands of a published whole-number percentage, 0 to 100. */
  percentageBands: z.array(bandSchema.extend({ inWords: words })),
  /** Bands of the sum of points, for each highest sum an inspection can have. */
  scoreBands: z.array(z.strictObject({ max: whole, bands: z.array(bandSchema), provisional })),
  discretion: z.strictObject({
    who: words,
    domains: z.array(id),
    /** It may be considered when the lowest percentage is this near to a boundary, in points. */
    withinPoints: whole,
    /** … or when one case judged the other way would change the rating. */
    whenOneCaseDecides: z.boolean(),
    /** … or when so few cases were read. */
    casesAtMost: whole,
    bands: whole,
    guidance: z.array(words),
    provisional,
  }),
  sampling: z.strictObject({
    confidencePercent: z.int().min(50).max(99),
    marginPoints: z.int().min(1).max(50),
    strata: z.array(z.enum(['sex', 'disposal', 'risk'])).min(1),
    /** The eligible window, counted back from the first day of fieldwork. */
    window: z.strictObject({ opensMonthsBefore: whole, closesWeeksBefore: whole }),
    limits: z.array(
      z.strictObject({
        programmeYear: whole,
        cases: z.enum(['children', 'victims']),
        min: whole,
        max: whole,
        source: words,
      }),
    ),
    provisional,
  }),
  domains: z.array(domainSchema).min(1),
  /** The first is the usual one. */
  inspectionTypes: z.tuple([inspectionTypeSchema], inspectionTypeSchema),
});

export type Framework = z.infer<typeof frameworkSchema>;
export type InspectionDomain = Framework['domains'][number];
export type Standard = InspectionDomain['standards'][number];
export type KeyQuestion = Standard['keyQuestions'][number];
export type Rating = Framework['ratings'][number];
export type Band = z.infer<typeof bandSchema>;
export type InspectionType = Framework['inspectionTypes'][number];
