import { z } from 'zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words with hyphens');
const words = z.string().trim().min(1);
const lens = z.enum(['desistance', 'childs-safety', 'others-safety']);
const judgement = z.enum(['likelihood', 'safety', 'harm']);

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

const questionSchema = z.strictObject({
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

const sectionSchema = z.strictObject({
  id: kebab,
  title: words,
  intro: z.string(),
  questions: z.array(questionSchema).min(1),
});

/** A whole tool as loaded; what a schema cannot say is checked by `templateProblems`. */
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

export type LoadedTemplate =
  | { kind: 'ok'; template: Template }
  | { kind: 'refused'; problems: string[] };

/** Checks a tool read from a file and names every problem by its place, so that whoever wrote it can mend it. */
export function loadedTemplate(json: unknown): LoadedTemplate {
  const parsed = templateSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'template'}: ${issue.message}`,
    );
    return { kind: 'refused', problems };
  }
  const problems = templateProblems(parsed.data);
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'ok', template: parsed.data };
}

/** Every question of the tool in the order of its pages. */
export function questionsOf(template: Template): Question[] {
  return template.sections.flatMap((section) => section.questions);
}

/** The question that plays a part in a rule, such as the child's own words. */
export function questionWithRole(template: Template, wanted: QuestionRole): Question | null {
  return questionsOf(template).find((question) => question.role === wanted) ?? null;
}

/** What a tool gets wrong beyond its shape. */
function templateProblems(template: Template): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const question of questionsOf(template)) {
    if (seen.has(question.id)) problems.push(`${question.id}: the id is used twice`);
    if (question.condition && !seen.has(question.condition.question)) {
      problems.push(`${question.id}: its condition names no earlier question`);
    }
    if (question.type === 'choice' && (question.choices ?? []).length < 2) {
      problems.push(`${question.id}: a choice needs at least two choices`);
    }
    if ((question.type === 'level') !== (question.judgement !== undefined)) {
      problems.push(`${question.id}: a level question, and no other, names its judgement`);
    }
    seen.add(question.id);
  }
  for (const id of judgement.options) {
    const count = questionsOf(template).filter((question) => question.judgement === id).length;
    if (count !== 1) problems.push(`judgement ${id}: asked ${count} times, must be asked once`);
  }
  for (const id of ['antecedents', 'childs-words', 'risks-to-child', 'risks-to-others'] as const) {
    if (!questionWithRole(template, id)) problems.push(`no question has the role ${id}`);
  }
  return problems;
}
