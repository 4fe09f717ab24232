import {
  judgement,
  type Question,
  questionSchema,
  questionsOf,
  questionWithRole,
  sectionSchema,
  type Template,
  templateSchema,
} from './template.ts';

/** What is wrong in the file of a tool: at which place, what it is, and how to mend it. */
export type ToolFault = { readonly where: string; readonly what: string; readonly mend: string };

export type LoadedTemplate =
  | { readonly kind: 'ok'; readonly template: Template }
  | { readonly kind: 'refused'; readonly faults: readonly ToolFault[] };

/** What each property holds, as it is told to whoever writes the file. */
const holds: Readonly<Record<string, string>> = {
  id: 'lower-case words with hyphens, such as home-and-family',
  version: 'a whole number from 1',
  title: 'words',
  validFrom: 'a day, such as 2027-01-31',
  sections: 'a list of one section or more',
  questions: 'a list of one question or more',
  intro: 'words in quotation marks, which may be empty',
  type: 'text, choice, yes-no-unknown, list or level',
  label: 'words',
  hint: 'words',
  missing: 'words',
  prompts: 'a list of words',
  lenses: 'a list of one or more of desistance, childs-safety and others-safety',
  required: 'true or false, without quotation marks',
  choices: 'a list of choices, each with a value and a label',
  value: 'lower-case words with hyphens',
  condition: 'the id of an earlier question, and a list of its values: {"question": …, "is": […]}',
  question: 'the id of an earlier question',
  is: 'a list of one value or more',
  prefill: 'antecedents, circumstances or victims-wishes',
  commentRequired: 'true or false, without quotation marks',
  role: `one of ${questionSchema.shape.role.unwrap().options.join(', ')}`,
  judgement: 'likelihood, safety or harm',
};

/** Reads the file of a tool and names every mistake by its place, so that whoever wrote it can mend it. */
export function readTemplate(text: string): LoadedTemplate {
  try {
    return loadedTemplate(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = /position (\d+)/.exec(error.message)?.[1];
    const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n');
    return refused([
      {
        where: `Line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`,
        what: 'the file is not JSON from here on',
        mend: 'Look for a comma, a bracket or a quotation mark that is missing or too many just before it',
      },
    ]);
  }
}

const refused = (faults: readonly ToolFault[]): LoadedTemplate => ({ kind: 'refused', faults });

/** The same of what is read already. */
export function loadedTemplate(json: unknown): LoadedTemplate {
  const parsed = templateSchema.safeParse(json);
  const faults = parsed.success
    ? faultsOfTemplate(parsed.data)
    : parsed.error.issues.flatMap((issue) => faultOfShape(json, issue));
  return parsed.success && faults.length === 0
    ? { kind: 'ok', template: parsed.data }
    : refused(faults);
}

type Issue = NonNullable<ReturnType<typeof templateSchema.safeParse>['error']>['issues'][number];

function faultOfShape(json: unknown, issue: Issue): ToolFault[] {
  const { path } = issue;
  const where = placeOf(json, path);
  if (issue.code === 'unrecognized_keys') {
    const known = path.includes('questions')
      ? questionSchema
      : path.includes('sections')
        ? sectionSchema
        : templateSchema;
    const nested = path.at(-1) === 'condition' || path.at(-2) === 'choices';
    const mend = nested
      ? 'Take it out'
      : `Take it out, or write it as one of: ${Object.keys(known.shape).join(', ')}`;
    return issue.keys.map((key) => ({ where, what: `“${key}” is not known here`, mend }));
  }
  const name = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (name === '')
    return [{ where, what: 'the file holds no tool', mend: 'Begin it with { and an id' }];
  const found = valueAt(json, path);
  const what =
    found === undefined ? `“${name}” is missing` : `“${name}” cannot be ${shortly(found)}`;
  return [{ where, what, mend: `Write in “${name}” ${holds[name] ?? 'what it holds'}` }];
}

const shortly = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    json,
  );

/** "Section 2, “Home”, question 3, “sleep”", or the tool itself. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  const named = (at: readonly PropertyKey[], property: string) => {
    const name = valueAt(json, [...at, property]);
    return typeof name === 'string' && name ? `, “${name}”` : '';
  };
  const [, section, , question] = path;
  if (typeof section !== 'number') return 'The tool';
  const inSection = `Section ${section + 1}${named(path.slice(0, 2), 'title')}`;
  return typeof question === 'number' && path[2] === 'questions'
    ? `${inSection}, question ${question + 1}${named(path.slice(0, 4), 'id')}`
    : inSection;
}

const most = { questions: 300, choices: 40 };

/** What a tool gets wrong beyond its shape. */
function faultsOfTemplate(template: Template): ToolFault[] {
  const faults: ToolFault[] = [];
  const seen = new Map<string, Question>();
  const sections = new Set<string>();
  for (const [place, section] of template.sections.entries()) {
    const inSection = `Section ${place + 1}, “${section.title}”`;
    if (sections.has(section.id))
      faults.push({
        where: inSection,
        what: `the id “${section.id}” is used twice`,
        mend: 'Give each section its own id',
      });
    sections.add(section.id);
    for (const [at, question] of section.questions.entries()) {
      const where = `${inSection}, question ${at + 1}, “${question.id}”`;
      faults.push(...faultsOfQuestion(question, seen).map((fault) => ({ where, ...fault })));
      seen.set(question.id, question);
    }
  }
  const all = questionsOf(template);
  const ofTool = (what: string, mend: string) => faults.push({ where: 'The tool', what, mend });
  if (all.length > most.questions)
    ofTool(`${all.length} questions are too many`, `Ask at most ${most.questions}`);
  for (const id of judgement.options) {
    const count = all.filter((question) => question.judgement === id).length;
    if (count !== 1)
      ofTool(
        `the judgement ${id} is asked ${count} times`,
        'Ask each of likelihood, safety and harm in exactly one question of the type level',
      );
  }
  for (const id of ['antecedents', 'childs-words', 'risks-to-child', 'risks-to-others'] as const)
    if (!questionWithRole(template, id))
      ofTool(
        `no question has the role ${id}`,
        `Give the question that asks for it "role": "${id}"`,
      );
  for (const role of new Set(all.flatMap((question) => question.role ?? [])))
    if (all.filter((question) => question.role === role).length > 1)
      ofTool(`the role ${role} is given twice`, 'Leave it with one question');
  return faults;
}

/** Types that a rule can read, for the roles whose answers a rule reads as more than words. */
const typesOfRole: Partial<Record<NonNullable<Question['role']>, readonly Question['type'][]>> = {
  antecedents: ['list'],
  exploitation: ['yes-no-unknown'],
  'home-is-settled': ['yes-no-unknown'],
  'risks-to-child': ['list'],
  'risks-to-others': ['list'],
};

function faultsOfQuestion(
  question: Question,
  earlier: ReadonlyMap<string, Question>,
): Omit<ToolFault, 'where'>[] {
  const faults: Omit<ToolFault, 'where'>[] = [];
  const wrong = (what: string, mend: string) => faults.push({ what, mend });
  const { id, type, condition, role } = question;
  const choices = question.choices ?? [];
  if (earlier.has(id)) wrong('the id is used twice', 'Give each question its own id');
  if (id === 'constructor') wrong('the id is kept by the program', 'Give it another id');
  if (condition) {
    const asked = earlier.get(condition.question);
    const values = asked && valuesToChoose(asked);
    const strange = values ? condition.is.filter((value) => !values.includes(value)) : [];
    if (!asked)
      wrong(
        `its condition names “${condition.question}”, which is no earlier question`,
        'Name a question that stands before it, by its id',
      );
    else if (!values)
      wrong(
        `its condition names “${asked.id}”, which is answered in words`,
        'Name a question of the type choice or yes-no-unknown',
      );
    else if (strange.length > 0)
      wrong(
        `“${asked.id}” is never answered ${strange.join(', ')}`,
        `Write one or more of: ${values.join(', ')}`,
      );
  }
  if (type === 'choice' && choices.length < 2)
    wrong('a choice needs at least two choices', 'Add “choices”, each with a value and a label');
  if (type !== 'choice' && choices.length > 0)
    wrong('it has choices and is no choice', 'Make its type choice, or take the choices out');
  if (choices.length > most.choices)
    wrong(`${choices.length} choices are too many`, `Offer at most ${most.choices}`);
  if (new Set(choices.map(({ value }) => value)).size < choices.length)
    wrong('two choices have one value', 'Give each choice its own value');
  if ((type === 'level') !== (question.judgement !== undefined))
    wrong(
      'a level question, and no other, names its judgement',
      'Add “judgement” to a level question, or take it out of another',
    );
  const types = role && typesOfRole[role];
  if (types && !types.includes(type))
    wrong(`the role ${role} is not for the type ${type}`, `Make its type ${types.join(' or ')}`);
  return faults;
}

/** What may be chosen in answer, or null where the answer is words. */
export const valuesToChoose = ({ type, choices }: Question): readonly string[] | null => {
  if (type === 'yes-no-unknown') return ['yes', 'no', 'unknown'];
  return type === 'choice' ? (choices ?? []).map(({ value }) => value) : null;
};
