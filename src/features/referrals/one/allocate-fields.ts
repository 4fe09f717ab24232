import { choice, code } from '../../../record/choice-fields.tsx';
import { longText } from '../../../record/text-fields.tsx';

/** Who works with the child, and what was asked and said before they do. */
export const allocateFields = {
  staff_id: code('workers', {
    label: 'Who works with the child?',
    says: 'Worker',
    required: 'Choose who works with the child',
    as: 'radios',
  }),
  reason: longText({
    label: 'Why this worker',
    hint: 'Needed when they are full already. For example: worked with the child’s brother, speaks Somali.',
    max: 2000,
    rows: 2,
  }),
  conflict_check: choice(
    [
      { value: 'none-known', text: 'Asked: none known' },
      { value: 'declared-and-managed', text: 'Declared, and managed as follows' },
    ],
    {
      label: 'Is there a conflict of interest?',
      hint: 'Ask the worker: do they know the child, the family, the victim or a co-suspect, in work or outside it?',
      says: 'Conflict of interest',
      required: 'Say what came of the check for conflicts of interest',
      as: 'small-radios',
    },
  ),
  conflict_note: longText({
    label: 'What the conflict is, and how it is managed',
    max: 2000,
    rows: 2,
  }),
  case_direction: longText({
    label: 'First direction',
    hint: 'What to do first and by when, what to look out for, whom to ask, and when you will talk about it. It stays on the record and is followed up in supervision.',
    required: 'Write the first direction for the worker',
    rows: 6,
  }),
};
