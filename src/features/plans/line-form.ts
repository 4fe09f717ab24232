import { z } from 'zod';
import type { PlanLineTable } from '../../platform/db/tables.generated.ts';
import {
  optionalText,
  requiredChoice,
  requiredDay,
  requiredText,
} from '../../platform/http/parse-form.ts';

/** The kinds of line, in the order of the page, each with the words of its own page. */
export const lineKinds = {
  goal: { one: 'a goal', title: 'Goals and steps' },
  step: { one: 'a step', title: 'Steps' },
  safety: { one: 'a safety line', title: 'Keeping the child and others safe' },
  'victim-safety': {
    one: 'a line for someone harmed',
    title: 'Keeping people already harmed safe',
  },
  contingency: { one: 'what happens if things change', title: 'If things change' },
  exit: { one: 'an exit step', title: 'When our work ends' },
} as const;

export type LineKind = keyof typeof lineKinds;
export const isLineKind = (text: string): text is LineKind => Object.hasOwn(lineKinds, text);

export type LineValues = Pick<
  PlanLineTable,
  | 'text'
  | 'parent_id'
  | 'who'
  | 'by_on'
  | 'risk'
  | 'agency'
  | 'victim_involvement_id'
  | 'about'
  | 'then_text'
  | 'within'
  | 'tell'
> & { on_child_page: boolean };

const blank: LineValues = {
  text: '',
  parent_id: null,
  who: null,
  by_on: null,
  risk: null,
  agency: null,
  victim_involvement_id: null,
  about: null,
  then_text: null,
  within: null,
  tell: null,
  on_child_page: false,
};

/** The kinds that are written with the child, to be read by the child: always on the child's own page. */
const writtenToTheChild: readonly LineKind[] = ['goal', 'step', 'exit'];

const onChildPage = z
  .string()
  .optional()
  .transform((ticked) => ticked === 'yes');

const schemas = {
  goal: z.object({ text: requiredText('Enter the goal', 300) }),
  step: z.object({
    parent_id: requiredText('Choose the goal that this step is for'),
    text: requiredText('Enter what will be done', 500),
    who: requiredText('Enter who will do it', 120),
    by_on: requiredDay({ label: 'The day it will be done by', required: 'Enter by when' }),
  }),
  safety: z.object({
    risk: requiredText('Enter the risk', 200),
    text: requiredText('Enter what keeps people safe from it', 1000),
    who: requiredText('Enter who will act on it', 120),
    agency: optionalText(60),
    by_on: requiredDay({
      label: 'The day it is looked at again',
      required: 'Enter when it will be looked at again',
    }),
    on_child_page: onChildPage,
  }),
  'victim-safety': z.object({
    victim_involvement_id: requiredText('Choose who this line keeps safe'),
    text: requiredText('Enter what keeps them safe', 1000),
    who: requiredText('Enter who sees to it', 120),
  }),
  contingency: z.object({
    about: requiredChoice(['safety', 'harm', 'exploitation'], 'Choose what this is about'),
    text: requiredText('Enter what would happen first', 500),
    then_text: requiredText('Enter what would be done', 500),
    who: requiredText('Enter who would do it', 120),
    within: requiredText('Enter how soon it would be done', 60),
    tell: requiredText('Enter who would be told', 200),
    on_child_page: onChildPage,
  }),
  exit: z.object({
    text: requiredText('Enter who or what will carry on when this work ends', 500),
    who: requiredText('Enter who will make it happen', 120),
  }),
} satisfies Record<LineKind, z.ZodType<Partial<LineValues>>>;

/** The form of one kind of line, giving every column a value, so that nothing of another kind stays behind. */
export function lineSchema(kind: LineKind): z.ZodType<LineValues> {
  return schemas[kind].transform((given) => ({
    ...blank,
    ...given,
    on_child_page:
      'on_child_page' in given ? given.on_child_page : writtenToTheChild.includes(kind),
  }));
}

/** How a line is going. A change of words after the plan was agreed is its own form, with its reason. */
export const progressSchema = z
  .object({
    status: requiredChoice(['open', 'done', 'stopped'], 'Choose how it is going'),
    accepted: z.enum(['accepted', 'declined', 'waiting']).optional(),
    status_note: optionalText(1000),
    status_on: requiredDay({ label: 'The day', required: 'Enter the day' }),
  })
  .superRefine((value, context) => {
    const declined = value.accepted === 'declined';
    if ((value.status === 'stopped' || declined) && value.status_note === null)
      context.addIssue({
        code: 'custom',
        path: ['status_note'],
        message: declined ? 'Enter why it was declined' : 'Enter why it was stopped',
      });
  });
export type Progress = z.infer<typeof progressSchema>;
