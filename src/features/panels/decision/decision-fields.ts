import type { ChildsAnswer } from '../../../domain/panels/outcomes.ts';
import { choice, code, ticks } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { longText, text } from '../../../record/text-fields.tsx';

const answers = [
  { value: 'admits', text: 'Admits it' },
  { value: 'accepts-responsibility', text: 'Accepts responsibility, without a formal admission' },
  { value: 'denies', text: 'Denies it' },
  { value: 'no-comment', text: 'Made no comment' },
  { value: 'unknown', text: 'Not known' },
] as const satisfies readonly { readonly value: ChildsAnswer; readonly text: string }[];

const position = longText({ label: 'Their position, in their words', rows: 3 });
const by = text({ label: 'Who spoke for them', width: 'one-half' });
const wanted = code('wanted', { label: 'The outcome they wanted' });

/** A joint decision as it is written down; what it lacks is a rule of the domain. */
export const decisionFields = {
  question: longText({ label: 'The question', rows: 2 }),
  answer: choice(answers, {
    label: 'How does the child answer the allegation now?',
    hint: 'What the panel may offer follows from this.',
    required: 'Select how the child answers the allegation',
    as: 'small-radios',
  }),
  options: ticks('wanted', {
    label: 'Options that were considered',
    hint: 'At least two, with the lightest that could work among them.',
  }),
  position_police: position,
  position_police_by: by,
  position_police_outcome: wanted,
  position_youth_justice: position,
  position_youth_justice_by: by,
  position_youth_justice_outcome: wanted,
  position_others: longText({
    label: 'Other agencies and members (optional)',
    hint: 'Who said what: health, education, social care, the community member.',
    rows: 3,
  }),
  information: longText({
    label: 'Information relied on',
    hint: 'The assessment, partners’ answers, the wishes of the person harmed, what the child and parents said.',
  }),
  diversity: longText({
    label: 'Identity and fairness',
    hint: 'How ethnicity, disability, care, sex, faith or being treated unfairly were weighed. Would another child have been offered the same?',
  }),
  outcome: code('outcomes', { label: 'Outcome', as: 'small-radios' }),
  rationale: longText({ label: 'Why this outcome?', rows: 5 }),
  departure_reason: longText({
    label: 'Why it departs from what the gravity usually leads to',
    hint: 'Only if it does. A lighter or heavier outcome is allowed, and needs its reason.',
    rows: 3,
  }),
  dissent: longText({
    label: 'What those who disagreed said',
    hint: 'Only if somebody wanted another outcome.',
    rows: 3,
  }),
  decided_on: day({
    label: 'Date of the decision',
    says: 'The date of the decision',
    within: 'past',
  }),
  review_on: day({
    label: 'When will the decision be looked at again?',
    hint: 'To see whether it was right for this child.',
    says: 'The review date',
  }),
};
export type DecisionFields = typeof decisionFields;

/** An answer to the allegation in words. */
export const answerText = (answer: ChildsAnswer) =>
  answers.find(({ value }) => value === answer)?.text ?? answer;
