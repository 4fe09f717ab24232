import { choice, code, tick } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import type { FieldSet } from '../../record/field.ts';
import { longText, text } from '../../record/text-fields.tsx';
import type { LineKind } from './line-kinds.ts';

type About = {
  readonly forename: string;
  /** Risks of the assessment that have no line yet. */
  readonly risks: readonly string[];
  /** True where the line has its goal and its person already. */
  readonly isThere: boolean;
  /** Whether an outcome asks for something that a line may answer. */
  readonly hasConditions: boolean;
  /** Whether a court requires something that a line may cover. */
  readonly hasRequirements: boolean;
};

const onChildPage = ({ forename }: About) =>
  tick({
    label: `${forename}’s own page`,
    text: 'Print this line on it',
    hint: `${forename} takes this page home, and others there may read it. Only when it is written to ${forename}: what ${forename} can do and whom to tell. Leave it off when it is for workers, names somebody harmed, or could put anybody in danger.`,
  });

const forCondition = code('conditions', {
  label: 'Which condition of the outcome it answers (optional)',
  empty: 'None',
});

const forRequirement = code('requirements', {
  label: 'Which requirement of the court it covers (optional)',
  empty: 'None',
});

const forGoal = code('goals', {
  label: 'Which goal it is for',
  required: 'Choose the goal that this step is for',
});

const lookedAtAgain = day({
  label: 'When it is looked at again',
  says: 'The day it is looked at again',
  required: 'Enter when it will be looked at again',
});

const kinds: Readonly<Record<LineKind, (about: About) => FieldSet>> = {
  goal: ({ forename }) => ({
    text: text({
      label: 'The goal',
      hint: `As ${forename} would say it, in short words: “I want to be back in school all day”.`,
      required: 'Enter the goal',
      max: 300,
    }),
  }),
  step: ({ forename, isThere, hasConditions, hasRequirements }) => ({
    ...(isThere ? {} : { parent_id: forGoal }),
    ...(hasConditions ? { condition_id: forCondition } : {}),
    ...(hasRequirements ? { requirement_id: forRequirement } : {}),
    text: text({
      label: 'What will be done',
      hint: 'One small thing that anybody could see had been done.',
      required: 'Enter what will be done',
      max: 500,
    }),
    who: text({
      label: 'Who will do it',
      hint: `A name, not a service. ${forename}’s own steps go under “What I will do” on the printed page.`,
      required: 'Enter who will do it',
      width: 'one-half',
      max: 120,
    }),
    by_on: day({
      label: 'By when',
      says: 'The day it will be done by',
      required: 'Enter by when',
    }),
  }),
  safety: (about) => ({
    risk: text({
      label: 'The risk',
      hint:
        about.risks.length > 0
          ? `Without a line so far: ${about.risks.join('; ')}. Use the same words.`
          : 'In the same words as the assessment.',
      required: 'Enter the risk',
      max: 200,
    }),
    text: longText({
      label: 'What keeps people safe from it',
      required: 'Enter what keeps people safe from it',
      rows: 3,
      max: 1000,
    }),
    who: text({
      label: 'Who will act on it',
      required: 'Enter who will act on it',
      width: 'one-half',
      max: 120,
    }),
    agency: code('agency', {
      label: 'Which agency owns it (optional)',
      empty: 'No agency, family or friends',
    }),
    by_on: lookedAtAgain,
    ...(about.hasConditions ? { condition_id: forCondition } : {}),
    ...(about.hasRequirements ? { requirement_id: forRequirement } : {}),
    on_child_page: onChildPage(about),
  }),
  'victim-safety': () => ({
    victim_involvement_id: code('victims', {
      label: 'Who it keeps safe',
      hint: 'By label only. Never write a victim’s name or address here.',
      required: 'Choose who this line keeps safe',
    }),
    text: longText({
      label: 'What keeps them safe',
      hint: 'It is never on the child’s printed page; the victim worker can read it.',
      required: 'Enter what keeps them safe',
      rows: 3,
      max: 1000,
    }),
    who: text({
      label: 'Who sees to it',
      required: 'Enter who sees to it',
      width: 'one-half',
      max: 120,
    }),
    by_on: lookedAtAgain,
  }),
  contingency: (about) => ({
    about: choice(
      [
        { value: 'safety', text: 'The child’s own safety' },
        { value: 'harm', text: 'The safety of other people' },
        { value: 'exploitation', text: 'Exploitation' },
      ],
      { label: 'What it is about', required: 'Choose what this is about', as: 'small-radios' },
    ),
    text: text({
      label: 'If this happens',
      hint: 'What would be seen first. For example: not home by ten.',
      required: 'Enter what would happen first',
      max: 500,
    }),
    then_text: text({
      label: 'Then this is done',
      hint: 'For example: ring Kit, then Nan, then 101.',
      required: 'Enter what would be done',
      max: 500,
    }),
    who: text({
      label: 'Who does it',
      hint: 'A name, not a service.',
      required: 'Enter who would do it',
      max: 120,
    }),
    within: text({
      label: 'Within',
      hint: 'For example: one hour, or the same day.',
      required: 'Enter how soon it would be done',
      max: 60,
    }),
    tell: text({
      label: 'And these people are told',
      hint: 'Names and how to reach them.',
      required: 'Enter who would be told',
      max: 200,
    }),
    on_child_page: onChildPage(about),
  }),
  exit: () => ({
    text: text({
      label: 'Who or what carries on when this work ends',
      hint: 'For example: a boxing club on Tuesdays, or the early help worker.',
      required: 'Enter who or what will carry on when this work ends',
      max: 500,
    }),
    who: text({
      label: 'Who will make it happen',
      required: 'Enter who will make it happen',
      width: 'one-half',
      max: 120,
    }),
    by_on: day({
      label: 'By when',
      says: 'The day it will have happened by',
      required: 'Enter by when it will have happened',
    }),
  }),
};

/** What one kind of line says, each under its column. */
export const lineFields = (kind: LineKind, about: About): FieldSet => kinds[kind](about);

/** Why a line changes after the plan was agreed. */
export const why = longText({
  label: 'Why it changes',
  hint: 'The plan was agreed, so the child and the reader of it should be able to see why.',
  required: 'Enter why it changes',
  rows: 2,
  max: 1000,
});

/** How a line is going; an exit step also says what came of the offer. */
export const progressFields = (kind: LineKind): FieldSet => ({
  status: choice(
    [
      { value: 'open', text: 'Still going' },
      { value: 'done', text: 'Done' },
      { value: 'stopped', text: 'Stopped' },
    ],
    { label: 'Where it stands', required: 'Choose how it is going', as: 'small-radios' },
  ),
  ...(kind === 'exit' ? { accepted } : {}),
  status_note: longText({
    label: 'What happened',
    hint: 'Needed when it is stopped or declined.',
    rows: 3,
    max: 1000,
  }),
  status_on: day({ label: 'When', says: 'The day', required: 'Enter the day' }),
});

const accepted = choice(
  [
    { value: 'waiting', text: 'Waiting for an answer' },
    { value: 'accepted', text: 'Accepted' },
    { value: 'declined', text: 'Declined', hint: 'Say below who declined and why.' },
  ],
  {
    label: 'What they said to the offer',
    required: 'Choose what they said to the offer',
    as: 'small-radios',
  },
);
