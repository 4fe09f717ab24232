import { z } from 'zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words with hyphens');
const words = z.string().trim().min(1);
const lens = z.enum(['desistance', 'childs-safety', 'others-safety']);
export const judgement = z.enum(['likelihood', 'safety', 'harm']);

/** What a rule may look for in any tool, whatever the tool calls its question. */
const role = z.enum([
  'antecedents',
  'childs-words',
  'parents-words',
  'adaptations',
  'exploitation',
  'home-is-settled',
  'risks-to-child',
  'risks-to-others',
  'victims-wishes',
]);

export const questionSchema = z.strictObject({
  id: kebab,
  type: z.enum(['text', 'choice', 'yes-no-unknown', 'list', 'level']),
  label: words,
  hint: z.string().default(''),
  /** The error shown when a required question is left empty. */
  missing: words.optional(),
  prompts: z.array(words).default([]),
  lenses: z.array(lens).min(1),
  required: z.boolean(),
  choices: z.array(z.strictObject({ value: kebab, label: words })).optional(),
  /** Asked only when an earlier question has one of these values. */
  condition: z.strictObject({ question: kebab, is: z.array(z.string()).min(1) }).optional(),
  prefill: z.enum(['antecedents', 'circumstances', 'victims-wishes']).optional(),
  commentRequired: z.boolean().optional(),
  role: role.optional(),
  judgement: judgement.optional(),
});

export const sectionSchema = z.strictObject({
  id: kebab,
  title: words,
  intro: z.string(),
  questions: z.array(questionSchema).min(1),
});

/** A whole tool as loaded; what a schema cannot say is checked by `loadedTemplate`. */
export const templateSchema = z.strictObject({
  id: kebab,
  version: z.int().positive(),
  title: words,
  validFrom: z.iso.date(),
  sections: z.array(sectionSchema).min(1),
});

export type Template = z.infer<typeof templateSchema>;
export type Section = Template['sections'][number];
export type Question = Section['questions'][number];
export type QuestionRole = z.infer<typeof role>;

/** Every question of the tool in the order of its pages. */
export function questionsOf(template: Template): Question[] {
  return template.sections.flatMap((section) => section.questions);
}

/** The question that plays a part in a rule, such as the child's own words. */
export function questionWithRole(template: Template, wanted: QuestionRole): Question | null {
  return questionsOf(template).find((question) => question.role === wanted) ?? null;
}
