import { z } from 'zod';

const whole = z.int('must be a whole number').nonnegative('must not be below 0');
const percentage = z
  .number('must be a percentage, or {"yes": …, "of": …}')
  .min(0, 'must be 0 to 100')
  .max(100, 'must be 0 to 100');
const count = z
  .object({ yes: whole, of: whole.positive('must be at least 1') })
  .refine(({ yes, of }) => yes <= of, {
    error: 'must not be more than “of”',
    path: ['yes'],
  });
// Told apart by hand, so that the message is about what was meant.
const keyQuestion = z.unknown().transform((value, context) => {
  const parsed = (typeof value === 'object' ? count : percentage).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

const words = z.string('must be words').nullish();
const standard = z.object(
  {
    rating: words,
    keyQuestions: z.record(z.string(), keyQuestion.nullable(), 'must name key questions').nullish(),
    /** A panel's reason explains a rating one band from what the key questions give. */
    discretion: z.object({ reason: z.string() }).nullish().catch(null),
  },
  'must be {"rating": …} or {"keyQuestions": …}',
);

const statedSchema = z.object(
  {
    service: words,
    framework: z.union([z.string(), z.number()], 'must be the name of a framework').nullish(),
    inspectionType: words,
    standards: z
      .record(z.string(), standard.nullable(), 'must be an object of standards')
      .nullish(),
    overallScore: whole.nullish(),
    overallMax: whole.positive('must be at least 1').nullish(),
    overallRating: words,
    resettlement: words,
  },
  'must be an object',
);

/** An inspection's result as somebody states it; anything may be left out. */
export type StatedResult = z.infer<typeof statedSchema>;
export type StatedStandard = z.infer<typeof standard>;

/** What is wrong in one field of a stated result. */
export type FieldProblem = { readonly field: string; readonly problem: string };

export type ReadStated =
  | { readonly kind: 'stated'; readonly stated: StatedResult }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

/** Reads one stated result; fields that rating does not need are left alone. */
export function readStated(json: unknown): ReadStated {
  const parsed = statedSchema.safeParse(json);
  if (parsed.success) return { kind: 'stated', stated: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'record',
    problem: message,
  }));
  return { kind: 'refused', problems };
}
