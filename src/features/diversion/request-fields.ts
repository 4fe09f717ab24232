import { choice } from '../../record/choice-fields.tsx';
import { longText } from '../../record/text-fields.tsx';

/** What is written about a question that was asked: how its answer was used, what was told, and what is still not known. */
export const requestFields = {
  use: choice(
    [
      { value: 'used', text: 'Used' },
      { value: 'not-relevant', text: 'Not relevant to this work' },
    ],
    {
      label: 'Is it used in your assessment?',
      says: 'Used',
      required: 'Choose whether the answer is used',
    },
  ),
  use_note: longText({
    label: 'Where and how, or why not',
    hint: 'For example: safety section, changed the child’s safety to high because of the missing nights.',
    required: 'Enter where and how it is used, or why it is not relevant',
    rows: 3,
  }),
  status: choice(
    [
      { value: 'answered', text: 'They gave an answer' },
      { value: 'nothing-held', text: 'They hold nothing' },
      { value: 'declined', text: 'They declined to answer' },
    ],
    { label: 'What did they say?', required: 'Choose what they said' },
  ),
  answer_for_team: longText({
    label: 'What the team needs to know, who said it and how',
    hint: 'Or why they declined. Everyone who works with the child can read this.',
    says: 'What the team needs to know',
  }),
  gap_note: longText({
    label: 'What is still not known, and what you did about it (optional)',
    hint: 'A gap that is named can be weighed by a manager and a panel.',
    says: 'What is still not known',
    rows: 3,
  }),
};

type Doing = {
  readonly asks: readonly (keyof typeof requestFields)[];
  /** The states of a question in which it may be done. */
  readonly in: readonly string[];
  readonly saved: string;
};

/** What may be done with a question that was asked, by the button that does it. */
export const doings = {
  use: {
    asks: ['use', 'use_note'],
    in: ['answered'],
    saved: 'Saved: what you made of the answer',
  },
  told: { asks: ['status', 'answer_for_team'], in: ['asked'], saved: 'Saved: their answer' },
  gap: {
    asks: ['gap_note'],
    in: ['asked', 'answered', 'nothing-held', 'declined'],
    saved: 'Saved: what is still not known',
  },
  chase: { asks: [], in: ['asked'], saved: 'Saved: chased today' },
  withdraw: {
    asks: [],
    in: ['asked'],
    saved: 'Saved: the question is withdrawn and the agency no longer sees this record',
  },
} as const satisfies Readonly<Record<string, Doing>>;

export type DoingName = keyof typeof doings;
export const isDoing = (name: string): name is DoingName => name in doings;
