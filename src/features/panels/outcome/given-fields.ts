import type { Outcome } from '../../../domain/panels/outcomes.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { longText, number, text } from '../../../record/text-fields.tsx';

/** The giving of an outcome. */
export const givenFields = {
  given_on: day({
    label: 'Day it was given',
    says: 'The day it was given',
    required: 'Enter the day it was given',
    within: 'past',
  }),
  given_by: text({
    label: 'Who gave it',
    hint: 'Name and rank or number',
    required: 'Enter who gave it',
    max: 200,
  }),
  appropriate_adult: text({
    label: 'Appropriate adult',
    hint: 'Who was with the child, or why nobody was',
    required: 'Enter who was with the child as appropriate adult, or why nobody was',
    max: 400,
  }),
  conditions: longText({
    label: 'Conditions, or the plan that must be kept',
    hint: 'In words the child can keep: what, where, how often. Each on a line of its own: the plan answers each, and it is said of each whether it was kept.',
    max: 8000,
    rows: 5,
  }),
  attendance_hours: number({
    label: 'Hours of attendance among them (leave blank if none)',
    says: 'Hours of attendance',
    from: 0,
    to: 999,
    whole: true,
  }),
  due_by: day({ label: 'Day by which it must be finished', says: 'The last day' }),
  support: choice(
    [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    {
      label: 'Will the family take help from the service?',
      hint: 'It is their choice. If not, the referral is closed.',
      as: 'inline-radios',
    },
  ),
};
export type GivenFields = typeof givenFields;

/** After no further action, and while a court decides, the family may still take help; every other outcome carries its own work. */
const offersChoice = (outcome: string) => ['no-further-action', 'charge'].includes(outcome);

/** What is asked of this outcome; hours only where a limit is set. */
export const askedOf = (
  outcome: Outcome,
  mostHours: number | null,
): readonly (keyof GivenFields)[] => [
  'given_on',
  'given_by',
  'appropriate_adult',
  ...(outcome.conditionsAllowed
    ? ([
        'conditions',
        ...(mostHours === null ? [] : (['attendance_hours'] as const)),
        'due_by',
      ] as const)
    : []),
  ...(offersChoice(outcome.code) ? (['support'] as const) : []),
];
